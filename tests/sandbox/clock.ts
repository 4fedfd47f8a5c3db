/**
 * The stand-ins' only source of time. `--time-scale K` makes an hour pass in 1/K of an hour, so
 * that limits "per minute" and session ends can be tested without waiting.
 */
export interface Clock {
  /** The present instant, as the server under test sees it. */
  now(): Date;
}

/** A clock that starts at the real instant and runs `scale` times as fast. */
export function scaledClock(scale: number, start: Date = new Date()): Clock {
  const origin = performance.now();
  const startMs = start.getTime();
  return { now: () => new Date(startMs + (performance.now() - origin) * scale) };
}

/** A clock that a test moves by hand. */
export function manualClock(start: Date): Clock & { advance(ms: number): void } {
  let ms = start.getTime();
  return {
    now: () => new Date(ms),
    advance: (by) => {
      ms += by;
    },
  };
}
