import type { RunRecord } from '../store/rows';
import { type Phrase, phrase } from '../wording/phrase';

/**
 * Does a person look at this plan before it is applied, and what are they told? Null: it goes on.
 *
 * Not shown is what was approved and is still the same, what is left of a plan that waited, what
 * writes to neither system, and a plan in one step without a brake.
 */
export function mustBeShown(run: RunRecord): { readonly reason: Phrase | null } | null {
  const { sealed, applyStartedAt, brakes } = run;
  const waited = applyStartedAt !== null;
  if (!sealed && !waited) {
    const plain = (run.oneStep || run.counts.planned === 0) && run.undoOf === undefined;
    return brakes.length === 0 && plain ? null : { reason: null };
  }
  // Another browser did it meanwhile.
  if (brakes.length === 0 && run.groups.every(({ verb }) => verb === 'link')) return null;
  const same = waited ? run.goesOn === true : sealed?.planHash === run.planHash;
  const confirmed = sealed?.confirmed ?? [];
  if (same && brakes.every(({ id }) => confirmed.includes(id))) return null;
  return { reason: same ? null : phrase('run.otherPlan') };
}
