/** When a run that was parked without a person goes on by itself. */
import type { RunRecord } from '../store/rows';

/** The 30 s alarm finds it due; a page that is browsed meanwhile does not ask each time. */
const LEASE_RETRY_MS = 20_000;
/** A network that is gone, a system that fails: asked soon, then less and less often. */
const FIRST_RETRY_MS = 60_000;
const RETRY_MS_MAX = 30 * 60_000;

/** What a run notes as it is parked. */
export function nextTry(
  run: { readonly triesInVain?: number | undefined },
  pausedBy: RunRecord['pausedBy'],
  now: Date,
): Pick<Partial<RunRecord>, 'retryAt' | 'triesInVain'> {
  const inMs = (ms: number) => new Date(now.getTime() + ms).toISOString();
  if (pausedBy !== 'network' && pausedBy !== 'browser') return { retryAt: inMs(LEASE_RETRY_MS) };
  const before = run.triesInVain ?? 0;
  // The worker that Chrome was ending has a successor.
  const isFirst = pausedBy === 'browser' && before === 0;
  const waitMs = isFirst ? 0 : Math.min(FIRST_RETRY_MS * 2 ** before, RETRY_MS_MAX);
  return { retryAt: inMs(waitMs), triesInVain: before + 1 };
}

/** A session may have come back, another browser be done, the network or Chrome be there again. */
export function maySucceedNow({ pausedBy, retryAt }: RunRecord, now: Date): boolean {
  if (pausedBy === 'session') return true;
  const due = !(Date.parse(retryAt ?? '') > now.getTime());
  return due && (pausedBy === 'lease' || pausedBy === 'network' || pausedBy === 'browser');
}
