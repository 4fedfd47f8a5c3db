import type { RunView } from '../../utils/views/views';

const MINUTE_S = 60;

/** How many of the planned changes have an outcome. */
export function attempted(run: RunView): number {
  return run.counts.done + run.counts.skipped + run.counts.failed;
}

/** Share of the work that is done, in per cent; null while the whole is not known. */
export function percentDone(run: RunView): number | null {
  if (run.stage === 'pull' || run.stage === 'check' || run.stage === 'plan') return null;
  if (run.counts.planned === 0) return null;
  return Math.min(100, (attempted(run) / run.counts.planned) * 100);
}

/** Time left for people: seconds below a minute and a half, in steps of five; then minutes. */
export function timeLeft(seconds: number): { unit: 'seconds' | 'minutes'; value: number } {
  if (seconds < MINUTE_S * 1.5) return { unit: 'seconds', value: Math.ceil(seconds / 5) * 5 };
  return { unit: 'minutes', value: Math.round(seconds / MINUTE_S) };
}
