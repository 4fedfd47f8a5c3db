/**
 * Work on large books as a row of small steps: whoever does it can answer somebody else between two
 * of them. What comes of it is the same, done in one go or in turns.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** So long is worked at a stretch: a picture of a screen. */
const STRETCH_MS = 12;

export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** @param breathe comes back when others had their turn; what it throws calls the work off */
export async function inTurns<T>(
  steps: Steps<T>,
  nowMs: () => number,
  breathe: () => Promise<void>,
): Promise<T> {
  for (let fromMs = nowMs(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (nowMs() - fromMs < STRETCH_MS) continue;
    await breathe();
    fromMs = nowMs();
  }
}

/** A step after each so many of a list. */
export function* each<T>(items: Iterable<T>, many: number, work: (item: T) => void): Steps<void> {
  let done = 0;
  for (const item of items) {
    work(item);
    done += 1;
    if (done % many === 0) yield;
  }
}
