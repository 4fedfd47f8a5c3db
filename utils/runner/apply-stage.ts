import { CLIENT_FIELDS, clientField } from '../ledger/content';
import { firmTag } from '../ledger/firm-tag';
import type { Link, Linkable } from '../ledger/link';
import { MappingTable } from '../ledger/mappings';
import { localDay } from '../ledger/plain-date';
import { rowKey } from '../ledger/record-key';
import { journalOf } from '../store/journal';
import { linksOf } from '../store/links';
import type { JournalRow, RunRecord } from '../store/rows';
import { loadScene, TAX_TOLERANCE_CENTS } from '../store/scene';
import { withFields } from '../sync/plan/plan-clients';
import { phrase } from '../wording/phrase';
import { type ApplyContext, applyIntent, concludeSent } from './apply-intent';
import { countRequests } from './count-requests';
import type { RunnerDeps } from './deps';
import type { Lease } from './lease';
import { leaseFor, mustHold, takeLease, Unguarded } from './lease-stage';
import { pairOf } from './pull-stage';
import { RunInterrupted, RunStop, RunTurnedBack } from './stop';
import { canTurnBack, LastMove, splitRows, turnBack } from './turn-back';

/** Applies what the journal says is still to be done, one intent after the other. */
export async function applyStage(deps: RunnerDeps, run: RunRecord, known?: Lease): Promise<void> {
  const { db } = deps;
  const lease = known ?? (await leaseFor(deps, run.id));
  const pair = await pairOf(deps, run.pairId);
  const { tps, qbo } = pair.references;
  if (!tps || !qbo) throw new RunStop('failed', phrase('run.notRead'));
  const mappings = new MappingTable(await db.mappings.where('pairId').equals(pair.id).toArray());
  const rows = await journalOf(db, run.id, deps.now().toISOString());
  const links = await linksOf(db, pair.id);
  const context: ApplyContext = {
    links,
    mappings,
    references: { tps, qbo },
    firm: firmTag(pair.firm.id),
    taxToleranceCents: pair.taxToleranceCents ?? TAX_TOLERANCE_CENTS,
  };
  const { left } = splitRows(rows);
  const lastMove = new LastMove(deps.now, run, rows);
  const eachOf = async (some: readonly JournalRow[], act: Act) => {
    for (const row of some) {
      await mustStillApply(deps, run.id);
      const link = await act(deps, row, context);
      if (link) links.add(link);
      lastMove.note();
      await countRequests(deps, run.id);
    }
  };
  const mayTurnBack = canTurnBack(run, rows);
  const sent = left.filter(({ state }) => state === 'sent');
  let isOld = mayTurnBack && lastMove.isLongAgo;
  if (isOld ? sent.length > 0 : left.some(isToBeWritten)) {
    const othersWrote = await takeLease(deps, run, lease).catch((error) => {
      // Asked about where the plan is shown again; what cannot be planned anew waits.
      if (error instanceof Unguarded && mayTurnBack) return turnBack(deps, run.id);
      throw error;
    });
    if (othersWrote && !mayTurnBack) await lookUpFirst(deps, left);
    isOld ||= othersWrote && mayTurnBack;
  }
  if (isOld) {
    const holdsLease = () => mustHold(deps, run, lease);
    await deps.gate.whileAsking(holdsLease, () => eachOf(sent, concludeSent));
    return turnBack(deps, run.id);
  }
  await rebase(deps, run);
  const mayWrite = async () => {
    // A limit has held this write up for too long: it is looked up, and planned anew.
    if (mayTurnBack && lastMove.isLongAgo) throw new RunTurnedBack();
    await mustHold(deps, run, lease);
  };
  await deps.gate.whileAsking(mayWrite, () => eachOf(left, applyIntent));
}

type Act = (deps: RunnerDeps, row: JournalRow, context: ApplyContext) => Promise<Link | null>;

/** A link is ours alone; everything else changes one of the books. */
function isToBeWritten({ intent }: JournalRow): boolean {
  return intent.does !== 'link';
}

/** Another browser may have done any of it: each is looked up before it is sent. */
async function lookUpFirst({ db }: RunnerDeps, left: readonly JournalRow[]): Promise<void> {
  await db.transaction('rw', db.journal, async () => {
    for (const row of left) {
      row.state = 'sent';
      await db.journal.update(row.key, { state: 'sent' });
    }
  });
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
      const link = await db.links.get(rowKey(run.pairId, id));
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
