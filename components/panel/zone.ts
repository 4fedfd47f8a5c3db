import { ENDED, type RunView } from '../../utils/views/views';

/** What the middle of panel and popup is about. */
export type Zone = 'start' | 'plan' | 'progress';

/** A run at work or paused shows progress, a plan that waits shows itself; else one can start. */
export function zoneOf(run: RunView | null): Zone {
  switch (run?.status) {
    case 'working':
    case 'applying':
    case 'paused':
      return 'progress';
    case 'preview':
      return run.plan ? 'plan' : 'progress';
    default:
      return 'start';
  }
}

/** True when the run has ended, so that its result can be shown. */
export function isEnded(run: RunView): boolean {
  return ENDED.includes(run.status);
}
