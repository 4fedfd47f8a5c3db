import { PortError } from './port-error';

const UNREACHABLE_TRIES_MAX = 3;
const UNREACHABLE_WAIT_MS = 2_000;
/** A system that stays busy this often is left alone; somebody else may try later. */
const BUSY_TRIES_MAX = 20;
const BUSY_WAIT_MS = 60_000;

/**
 * Does work that can be done again, and waits out limits and short failures of a system. `wait` is
 * told how long; what it throws ends the work. Every other error passes.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  wait: (ms: number) => Promise<void>,
): Promise<T> {
  let busy = 0;
  let unreachable = 0;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
      if (error.kind === 'busy' && ++busy < BUSY_TRIES_MAX) {
        await wait(error.retryAfterMs ?? BUSY_WAIT_MS);
      } else if (error.kind === 'unreachable' && ++unreachable < UNREACHABLE_TRIES_MAX) {
        await wait(UNREACHABLE_WAIT_MS * unreachable);
      } else {
        throw error;
      }
    }
  }
}
