/** The lease as a run sees it: wait for it, notice what another browser did, ask before a write. */
import { firmTag } from '../ledger/firm-tag';
import type { RunRecord } from '../store/rows';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { Lease, type Taken } from './lease';
import { leaseMemory } from './lease-memory';
import { browserId } from './lease-owner';
import { RunStop } from './stop';

/** Nothing guards against a second browser, and nobody has accepted that yet. */
export class Unguarded extends RunStop {
  constructor() {
    super('paused', phrase('run.leaseUnclear'), null, 'lease');
  }
}

/** A pull may have begun so much before the instant that its watermark names. */
export const PULL_START_MS = 60_000;

export async function leaseFor(deps: RunnerDeps, runId: string): Promise<Lease> {
  const owner = await browserId(deps.db, deps.newId);
  const run = await deps.db.runs.get(runId);
  const pair = run && (await deps.db.pairs.get(run.pairId));
  const firm = pair && { tag: firmTag(pair.firm.id), name: pair.firm.name };
  const undoes = run?.undoOf === undefined ? {} : { undoes: true as const };
  const me = { owner, label: deps.browserName, run: runId, ...undoes, ...(firm ? { firm } : {}) };
  const memory = leaseMemory(deps.db, deps.newId);
  return new Lease(deps.notes, me, () => deps.now().getTime(), memory);
}

/**
 * Before the first write. True where another browser may have written since our books were read:
 * then what is planned is old.
 */
export async function takeLease(deps: RunnerDeps, run: RunRecord, lease: Lease): Promise<boolean> {
  const { db } = deps;
  const taken = await lease.take();
  await rememberGuard(deps, run.pairId, taken);
  if (taken.kind === 'unguarded') {
    await mustBeAccepted(deps, run.pairId);
    return false;
  }
  if (taken.kind !== 'held') throw waiting(taken);
  const { othersUntil } = taken;
  await db.runs.update(run.id, { leased: true });
  if (othersUntil === null || !(await isNews(deps, run.id, othersUntil))) return false;
  await db.runs.update(run.id, { othersUntil });
  return true;
}

/** Asked before every write; a lease that is ours no more parks the run. */
export async function mustHold(deps: RunnerDeps, run: RunRecord, lease: Lease): Promise<void> {
  if (lease.isFresh) return;
  const taken = await lease.renew();
  await rememberGuard(deps, run.pairId, taken);
  if (taken.kind === 'unguarded') return mustBeAccepted(deps, run.pairId);
  if (taken.kind !== 'held') throw waiting(taken);
  const { othersUntil } = taken;
  if (othersUntil === null || !(await isNews(deps, run.id, othersUntil))) return;
  // Taken again, but another browser was at work in between: begin like after a pause.
  throw new RunStop('paused', phrase('run.leaseLost'), null, 'lease');
}

/** Writing without a guard is what a person has typed a word for. */
async function mustBeAccepted({ db }: RunnerDeps, pairId: string): Promise<void> {
  if ((await db.pairs.get(pairId))?.unguardedSince !== undefined) return;
  throw new Unguarded();
}

/** Up to when both books were read, by the clock that is behind. */
export async function readAtOf({ db }: RunnerDeps, pairId: string): Promise<string | null> {
  const { tps, qbo } = (await db.pairs.get(pairId))?.watermarks ?? { tps: null, qbo: null };
  if (tps === null || qbo === null) return null;
  const [behind] = [tps, qbo].sort();
  return behind ?? null;
}

/** Our plan knows nothing of what another browser wrote until then. */
async function isNews({ db }: RunnerDeps, runId: string, othersUntil: string): Promise<boolean> {
  const run = await db.runs.get(runId);
  if (!run || run.othersUntil === othersUntil) return false;
  if (!run.readAt) return true;
  return Date.parse(othersUntil) + PULL_START_MS >= Date.parse(run.readAt);
}

function waiting(taken: Extract<Taken, { kind: 'other' | 'unclear' }>): RunStop {
  const reason =
    taken.kind === 'unclear' || taken.who === ''
      ? phrase('run.leaseUnclear')
      : phrase('run.leaseHeld', { who: taken.who, sinceMs: Date.parse(taken.since) });
  return new RunStop('paused', reason, null, 'lease');
}

/** Screens warn when nothing guards against a second browser. */
async function rememberGuard(deps: RunnerDeps, pairId: string, taken: Taken): Promise<void> {
  const unguarded = taken.kind === 'unguarded';
  await deps.db.pairs
    .where('id')
    .equals(pairId)
    .modify((pair) => {
      if ((pair.unguarded ?? false) !== unguarded) pair.unguarded = unguarded;
    });
}
