/** Being told to end: Ctrl+C, another process, a closed terminal. Node's built-ins alone. */
import { constants } from 'node:os';

/** @type {('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Aborts when this process is told to end; the reason is the signal's name. Told again, it goes on
 * clearing up: npm passes on a Ctrl+C that the terminal has sent already.
 */
export function toldToEnd() {
  const ending = new AbortController();
  for (const signal of ENDING_SIGNALS) process.on(signal, () => ending.abort(signal));
  return ending.signal;
}

/** As a shell counts it: 130 after Ctrl+C. */
export function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}
