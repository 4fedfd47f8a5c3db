import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from './clock';

const skewMs = new AsyncLocalStorage<number>();

/** Runs `work` with every skewable clock `ms` ahead (or behind), also after its awaits. */
export function withSkew<T>(ms: number, work: () => T): T {
  return skewMs.run(ms, work);
}

/** A clock that goes wrong inside `withSkew` and right everywhere else. */
export function skewable(clock: Clock): Clock {
  return { now: () => new Date(clock.now().getTime() + (skewMs.getStore() ?? 0)) };
}
