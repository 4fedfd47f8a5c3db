import { isLinkable } from '../ledger/link';
import { MappingTable } from '../ledger/mappings';
import type { RunRecord } from '../store/database';
import { linkRow, linksOf } from '../store/links';
import { mirrorRow } from '../store/mirror';
import { TAX_TOLERANCE_CENTS } from '../store/scene';
import { phrase } from '../wording/phrase';
import { applyIntent } from './apply-intent';
import { countRequests } from './count-requests';
import type { RunnerDeps } from './deps';
import { isFinal } from './journal';
import { pairOf } from './pull-stage';
import { RunInterrupted, RunStop } from './stop';

/** Applies what the journal says is still to be done, one intent after the other. */
export async function applyStage(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { db } = deps;
  const pair = await pairOf(deps, run.pairId);
  const { tps, qbo } = pair.references;
  if (!tps || !qbo) throw new RunStop('failed', phrase('run.notRead'));
  const mappings = new MappingTable(await db.mappings.where('pairId').equals(pair.id).toArray());
  await rebase(deps, run);
  const rows = await db.journal
    .where('[runId+seq]')
    .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
    .toArray();
  const links = await linksOf(db, pair.id);
  for (const row of rows) {
    if (isFinal(row.state)) continue;
    await mustStillApply(deps, run.id);
    const link = await applyIntent(deps, row, {
      links,
      mappings,
      references: { tps, qbo },
      taxToleranceCents: TAX_TOLERANCE_CENTS,
    });
    if (link) links.add(link);
    await countRequests(deps, run.id);
  }
}

/** A person may have pressed Pause or Stop on any screen. */
async function mustStillApply(deps: RunnerDeps, runId: string): Promise<void> {
  const run = await deps.db.runs.get(runId);
  if (run?.status !== 'applying') throw new RunInterrupted();
}

/** Both sides made the same change: the base moves on, nothing is written to either system. */
async function rebase(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { db } = deps;
  await db.transaction('rw', db.links, db.mirror, async () => {
    for (const id of run.rebase) {
      const link = await db.links.get(`${run.pairId}:${id}`);
      if (!link) continue;
      const tps = (await db.mirror.get(mirrorRow(run.pairId, link.base.tps).key))?.record;
      const qbo = (await db.mirror.get(mirrorRow(run.pairId, link.base.qbo).key))?.record;
      if (!tps || !qbo || !isLinkable(tps) || !isLinkable(qbo)) {
        await db.links.delete(link.key);
        continue;
      }
      const { type, tpsId, qboId } = link;
      await db.links.put(linkRow(run.pairId, { type, tpsId, qboId, base: { tps, qbo } }));
    }
  });
}
