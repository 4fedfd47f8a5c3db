import { CLIENT_FIELDS, clientField } from '../ledger/content';
import type { Link, Linkable } from '../ledger/link';
import { MappingTable } from '../ledger/mappings';
import { localDay } from '../ledger/plain-date';
import type { JournalRow, RunRecord } from '../store/database';
import { linksOf } from '../store/links';
import { loadScene, TAX_TOLERANCE_CENTS } from '../store/scene';
import { withFields } from '../sync/plan-clients';
import { phrase } from '../wording/phrase';
import { applyIntent } from './apply-intent';
import { countRequests } from './count-requests';
import type { RunnerDeps } from './deps';
import { isFinal } from './journal';
import type { Lease } from './lease';
import { leaseFor, mustHold, takeLease } from './lease-stage';
import { pairOf } from './pull-stage';
import { RunInterrupted, RunStop } from './stop';

/** Applies what the journal says is still to be done, one intent after the other. */
export async function applyStage(deps: RunnerDeps, run: RunRecord, known?: Lease): Promise<void> {
  const { db } = deps;
  const lease = known ?? (await leaseFor(deps, run.id));
  const pair = await pairOf(deps, run.pairId);
  const { tps, qbo } = pair.references;
  if (!tps || !qbo) throw new RunStop('failed', phrase('run.notRead'));
  const mappings = new MappingTable(await db.mappings.where('pairId').equals(pair.id).toArray());
  const rows = await db.journal
    .where('[runId+seq]')
    .between([run.id, 0], [run.id, Number.POSITIVE_INFINITY])
    .toArray();
  if (rows.some(isToBeWritten)) await takeLease(deps, run, lease, rows);
  await rebase(deps, run);
  const links = await linksOf(db, pair.id);
  const applyAll = async () => {
    for (const row of rows) {
      if (isFinal(row.state)) continue;
      await mustStillApply(deps, run.id);
      const link = await applyIntent(deps, row, {
        links,
        mappings,
        references: { tps, qbo },
        taxToleranceCents: pair.taxToleranceCents ?? TAX_TOLERANCE_CENTS,
      });
      if (link) links.add(link);
      await countRequests(deps, run.id);
    }
  };
  await deps.gate.whileAsking(() => mustHold(deps, run, lease), applyAll);
}

/** A link is ours alone; everything else changes one of the books. */
function isToBeWritten({ state, intent }: JournalRow): boolean {
  return !isFinal(state) && intent.verb !== 'link';
}

/** A person may have pressed Pause or Stop on any screen. */
async function mustStillApply(deps: RunnerDeps, runId: string): Promise<void> {
  const run = await deps.db.runs.get(runId);
  if (run?.status !== 'applying') throw new RunInterrupted();
}

/** Both sides made the same change: the base moves on, nothing is written to either system. */
async function rebase(deps: RunnerDeps, run: RunRecord): Promise<void> {
  const { db } = deps;
  if (run.rebase.length === 0) return;
  const scene = await loadScene(db, await pairOf(deps, run.pairId), localDay(deps.now()));
  if (!scene) throw new RunStop('failed', phrase('run.notRead'));
  await db.transaction('rw', db.links, async () => {
    for (const id of run.rebase) {
      const link = await db.links.get(`${run.pairId}:${id}`);
      if (!link) continue;
      const { type, tpsId, qboId } = link;
      const tps = scene.now.tps[LISTS[type]].get(tpsId);
      const qbo = scene.now.qbo[LISTS[type]].get(qboId);
      if (tps && qbo) await db.links.put({ ...link, base: agreedBase(link.base, tps, qbo) });
      else await db.links.delete(link.key);
    }
  });
}

/** Of two clients only what is the same is agreed: another field may still wait for a comparison. */
function agreedBase(base: Link['base'], tps: Linkable, qbo: Linkable): Link['base'] {
  if (tps.kind !== 'client' || qbo.kind !== 'client') return { tps, qbo };
  if (base.tps.kind !== 'client' || base.qbo.kind !== 'client') return { tps, qbo };
  const open = CLIENT_FIELDS.filter((field) => clientField(tps, field) !== clientField(qbo, field));
  return { tps: withFields(tps, base.tps, open), qbo: withFields(qbo, base.qbo, open) };
}

const LISTS = { client: 'clients', invoice: 'invoices', payment: 'payments' } as const;
