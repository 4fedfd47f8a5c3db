/** How long the matching takes at one go and in slices, and the longest slice. */
import { assign } from '../../../utils/matching/assign';
import { matchClients } from '../../../utils/matching/match-clients';
import { matchingSteps } from '../../../utils/matching/matching-steps';
import type { LabelledClients } from '../../sandbox/firm/labelled';

export interface Speed {
  /** By the clock, which runs on while a busy machine does something else. */
  readonly seconds: number;
  /** Of the processor. */
  readonly cpuSeconds: number;
  readonly slices: number;
  readonly longestSliceMs: number;
}

/** The first run counts: a worker that was just started has nothing warmed up. */
export function timed(set: LabelledClients): Speed {
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  matchClients(set);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuSeconds = (user + system) / 1_000_000;
  const steps = matchingSteps(set);
  let [slices, longestSliceMs] = [0, 0];
  for (let isDone = false; !isDone; slices++) {
    const from = performance.now();
    const step = steps.next();
    if (step.done) assign(step.value);
    longestSliceMs = Math.max(longestSliceMs, performance.now() - from);
    isDone = step.done === true;
  }
  return { seconds, cpuSeconds, slices, longestSliceMs };
}
