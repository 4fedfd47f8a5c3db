import { ChromeSilent } from '../platform/from-chrome';
import { PortError } from '../port/port-error';
import type { RunRecord } from '../store/rows';
import { type Phrase, phrase } from '../wording/phrase';
import { RunStop } from './stop';

/** What an error means for the run as a whole. */
export function verdict(error: unknown): {
  how: 'paused' | 'failed';
  pausedBy: RunRecord['pausedBy'];
  reason: Phrase;
  technical: string | null;
} {
  if (error instanceof RunStop) {
    const { how, pausedBy, reason, technical } = error;
    return { how, pausedBy, reason, technical };
  }
  if (error instanceof PortError) {
    const session = ['signedOut', 'wrongBooks', 'noPermission'].includes(error.kind);
    const passes = ['busy', 'unreachable', 'outcomeUnknown'].includes(error.kind);
    return {
      how: 'paused',
      pausedBy: session ? 'session' : passes ? 'network' : 'trouble',
      reason: error.what,
      technical: error.technical,
    };
  }
  if (isDiskFull(error)) {
    return { how: 'paused', pausedBy: 'trouble', reason: phrase('run.diskFull'), technical: null };
  }
  const technical =
    error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown';
  if (error instanceof ChromeSilent) {
    return { how: 'paused', pausedBy: 'browser', reason: phrase('run.chromeSilent'), technical };
  }
  if (isOfTheMoment(error)) {
    return { how: 'paused', pausedBy: 'browser', reason: phrase('run.storeFailed'), technical };
  }
  return { how: 'failed', pausedBy: null, reason: phrase('run.brokenInvariant'), technical };
}

/**
 * What IndexedDB throws where a transaction or its connection was cut off: while Chrome starts or ends
 * a worker, or the disk is slow. The stage has changed nothing, and may succeed the next time.
 */
const OF_THE_MOMENT = ['AbortError', 'DatabaseClosedError', 'InvalidStateError', 'UnknownError'];

function isOfTheMoment(error: unknown): boolean {
  return error instanceof Error && OF_THE_MOMENT.includes(error.name);
}

/** IndexedDB refuses a write for want of room; Dexie may wrap that in an error of its own. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  return 'inner' in error && error.inner instanceof Error && isDiskFull(error.inner);
}
