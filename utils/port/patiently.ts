import { PortError } from './port-error';

const UNREACHABLE_TRIES_MAX = 3;
const UNREACHABLE_WAIT_MS = 2_000;
/** A system that stays busy this often is left alone; somebody else may try later. */
const BUSY_TRIES_MAX = 20;
/** Where a system does not say until when. */
const BUSY_WAIT_MS = 60_000;
/** No system asks for more, and a clock may be set back meanwhile. */
const BUSY_WAIT_MS_MAX = 15 * 60_000;

interface Patience {
  now(): Date;
  /** What it throws ends the work. */
  sleep(ms: number): Promise<void>;
}

/**
 * Does work that can be done again, and waits out limits and short failures of a system: what is
 * left of the wait it asked for, since work of several requests may come back long after one of them
 * was refused. Every other error passes.
 */
export async function patiently<T>(work: () => Promise<T>, { now, sleep }: Patience): Promise<T> {
  let busy = 0;
  let unreachable = 0;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
      if (error.kind === 'busy' && ++busy < BUSY_TRIES_MAX) {
        const nowMs = now().getTime();
        const leftMs = (error.notBeforeMs ?? nowMs + BUSY_WAIT_MS) - nowMs;
        await sleep(Math.min(Math.max(0, leftMs), BUSY_WAIT_MS_MAX));
      } else if (error.kind === 'unreachable' && ++unreachable < UNREACHABLE_TRIES_MAX) {
        await sleep(UNREACHABLE_WAIT_MS * unreachable);
      } else {
        throw error;
      }
    }
  }
}
