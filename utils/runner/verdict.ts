import type { RunRecord } from '../store/database';
import { type Phrase, phrase } from '../wording/phrase';
import { PortError } from './port-error';
import { RunStop } from './stop';

/** What an error means for the run as a whole. */
export function verdict(error: unknown): {
  how: 'paused' | 'failed';
  pausedBy: RunRecord['pausedBy'];
  reason: Phrase;
  technical: string | null;
} {
  if (error instanceof RunStop) {
    return { how: error.how, pausedBy: null, reason: error.reason, technical: error.technical };
  }
  if (error instanceof PortError) {
    const session = ['signedOut', 'wrongBooks', 'noPermission'].includes(error.kind);
    return {
      how: 'paused',
      pausedBy: session ? 'session' : 'trouble',
      reason: error.what,
      technical: error.technical,
    };
  }
  return {
    how: 'failed',
    pausedBy: null,
    reason: phrase('run.brokenInvariant'),
    technical: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown',
  };
}
