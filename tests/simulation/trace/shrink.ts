/** Makes a failing trace smaller while it fails in the same way. */
import { type Played, play } from './play';
import type { Step, Trace } from './step';

const SHRINK_MS_MAX = 60_000;

export interface Shrunk {
  readonly trace: Trace;
  readonly played: Played;
}

export async function shrink(trace: Trace, played: Played): Promise<Shrunk> {
  const until = performance.now() + SHRINK_MS_MAX;
  let best: Shrunk = { trace, played };
  const wanted = keyOf(played);
  const tryOne = async (candidate: Trace): Promise<boolean> => {
    if (performance.now() > until) return false;
    const again = await play(candidate).catch(() => null);
    if (!again || keyOf(again) !== wanted) return false;
    best = { trace: candidate, played: again };
    return true;
  };
  if (played.failedAt !== null) {
    await tryOne({ ...trace, steps: trace.steps.slice(0, played.failedAt + 1) });
  }
  for (let smaller = true; smaller && performance.now() < until; ) {
    smaller = false;
    for (let at = best.trace.steps.length - 1; at >= 0; at--) {
      const { steps } = best.trace;
      if (await tryOne({ ...best.trace, steps: steps.filter((_, index) => index !== at) })) {
        smaller = true;
      }
    }
    if (await fewerMishaps(() => best.trace, tryOne)) smaller = true;
    if (Object.keys(best.trace.switches).length > 0) {
      if (await tryOne({ ...best.trace, switches: {} })) smaller = true;
    }
  }
  return best;
}

async function fewerMishaps(
  now: () => Trace,
  tryOne: (candidate: Trace) => Promise<boolean>,
): Promise<boolean> {
  let smaller = false;
  for (let at = now().steps.length - 1; at >= 0; at--) {
    for (let which = mishapsOf(now().steps[at]).length - 1; which >= 0; which--) {
      const steps = now().steps.map((step, index) =>
        index === at ? withoutMishap(step, which) : step,
      );
      if (await tryOne({ ...now(), steps })) smaller = true;
    }
  }
  return smaller;
}

function mishapsOf(step: Step | undefined) {
  return step && 'mishaps' in step ? step.mishaps : [];
}

function withoutMishap(step: Step, which: number): Step {
  if (!('mishaps' in step)) return step;
  return { ...step, mishaps: step.mishaps.filter((_, index) => index !== which) };
}

function keyOf({ violations }: Played): string {
  const [first] = violations;
  return first ? `${first.invariant} ${first.kind}` : '';
}
