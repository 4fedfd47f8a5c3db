import { firmTag } from '../ledger/firm-tag';
import { MappingTable } from '../ledger/mappings';
import { journalOf, leftOf } from '../store/journal';
import { linksOf } from '../store/links';
import type { JournalRow, RunRecord } from '../store/rows';
import { TAX_TOLERANCE_CENTS } from '../store/scene';
import { Schedule } from '../sync/schedule';
import { phrase } from '../wording/phrase';
import { applyIntent, concludeSent } from './apply-intent';
import type { RunnerDeps } from './deps';
import { lanesOf, throughLanes } from './lanes';
import type { Lease } from './lease';
import { leaseFor, mustHold, takeLease, Unguarded } from './lease-stage';
import { pairOf } from './pull-stage';
import { rebase } from './rebase';
import { type Act, rowsOf, type SliceContext, sideBySide, slices, stepOf } from './slice';
import { RunInterrupted, RunStop, RunTurnedBack } from './stop';
import { canTurnBack, LastMove, splitRows, turnBack } from './turn-back';

/** Read again what was committed around the time of the last reading. */
const OVERLAP_MS = 5 * 60_000;

/** Money first; once it is compared, the addresses to pay online, which are many and move none. */
type Part = 'money' | 'links';

function partOf({ intent }: JournalRow): Part {
  return intent.does === 'act' && intent.act === 'paymentLink' ? 'links' : 'money';
}

/** Applies what the journal says is still to be done of a part, slice by slice. */
export async function applyStage(
  deps: RunnerDeps,
  run: RunRecord,
  part: Part,
  known?: Lease,
): Promise<void> {
  const lease = known ?? (await leaseFor(deps, run.id));
  const context = await contextOf(deps, run);
  const rows = await journalOf(deps.db, run.id, deps.now().toISOString());
  const left = splitRows(rows).left.filter((row) => partOf(row) === part);
  const lastMove = new LastMove(deps.now, run, rows);
  const together = async (slice: readonly JournalRow[], act: Act) => {
    await mustStillApply(deps, run.id);
    await sideBySide(deps, slice, context, act);
    lastMove.note();
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
    await deps.gate.whileAsking(holdsLease, async () => {
      for (const slice of slices(sent, deps.ports)) await together(slice, concludeSent);
    });
    return turnBack(deps, run.id);
  }
  await rebase(deps, run);
  const mayWrite = async () => {
    // A limit has held this write up for too long: it is looked up, and planned anew.
    if (mayTurnBack && lastMove.isLongAgo) throw new RunTurnedBack();
    await mustHold(deps, run, lease);
  };
  const isInTurn = run.undoOf !== undefined || run.convert !== undefined;
  const steps = left.map((row) => stepOf(row, context.links));
  const schedule = new Schedule(steps, isInTurn);
  await deps.gate.whileAsking(mayWrite, () =>
    throughLanes(schedule, lanesOf(deps.ports), (slice) => together(rowsOf(slice), applyIntent)),
  );
}

export async function hasLinksLeft({ db, now }: RunnerDeps, run: RunRecord): Promise<boolean> {
  const left = await leftOf(db, run.id, now().toISOString());
  return left.some((row) => partOf(row) === 'links');
}

async function contextOf(deps: RunnerDeps, run: RunRecord): Promise<SliceContext> {
  const { db } = deps;
  const pair = await pairOf(deps, run.pairId);
  const { tps, qbo } = pair.references;
  if (!tps || !qbo) throw new RunStop('failed', phrase('run.notRead'));
  return {
    links: await linksOf(db, pair.id),
    mappings: new MappingTable(await db.mappings.where('pairId').equals(pair.id).toArray()),
    references: { tps, qbo },
    firm: firmTag(pair.firm.id),
    taxToleranceCents: pair.taxToleranceCents ?? TAX_TOLERANCE_CENTS,
    readUntil: {
      tps: withOverlap(pair.watermarks.tps),
      qbo: withOverlap(pair.watermarks.qbo),
    },
  };
}

function withOverlap(watermark: string | null): string | null {
  const atMs = Date.parse(watermark ?? '');
  return Number.isNaN(atMs) ? null : new Date(atMs - OVERLAP_MS).toISOString();
}

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
