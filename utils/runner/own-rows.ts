/** Rows of our own database that cannot be read must not make a plan. */
import type { LedgerDatabase } from '../store/database';
import { type HowToLook, setAsideUnsound } from '../store/quarantine';
import type { RunRecord } from '../store/rows';
import type { RunnerDeps } from './deps';
import { verdict } from './verdict';

/** Runs that this worker has begun, or whose rows it has looked at. */
const begun = new WeakMap<LedgerDatabase, Set<string>>();

/** A run that another worker has begun was cut off: that may have left anything. */
export function noteBegun(db: LedgerDatabase, runId: string): void {
  begun.set(db, (begun.get(db) ?? new Set()).add(runId));
}

/** Sets aside what does not fit, and notes it with the run. @returns whether there was any */
export async function lookAtOwnRows(
  { db, now, onChange }: RunnerDeps,
  run: RunRecord,
  how: HowToLook = begun.get(db)?.has(run.id) ? 'unmarked' : 'all',
): Promise<boolean> {
  const { id, pairId } = run;
  const { rows, ...found } = await setAsideUnsound(db, pairId, now().toISOString(), how);
  noteBegun(db, id);
  if (found.links + found.decisions > 0) {
    const { setAside } = (await db.runs.get(id)) ?? run;
    const links = found.links + (setAside?.links ?? 0);
    const decisions = found.decisions + (setAside?.decisions ?? 0);
    await db.runs.update(id, { setAside: { links, decisions } });
    onChange();
  }
  return rows > 0;
}

/** Did this work fail because of a row that looked sound? Then that is set aside, and it may be done anew. */
export async function wasUnsound(
  deps: RunnerDeps,
  run: RunRecord,
  error: unknown,
): Promise<boolean> {
  if (verdict(error).reason.id !== 'run.brokenInvariant') return false;
  return lookAtOwnRows(deps, run, 'all');
}
