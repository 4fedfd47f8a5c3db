import type { Side } from '../../../utils/ledger/side';
import { statusResponse } from '../../sandbox/fault-answers';

/** A refusal in the form of the site. */
export function refusal(status: number, side: Side, nowMs: number): Response {
  const effect = { kind: 'status' as const, status, committed: false };
  const limited = status === 429 ? { ...effect, retryAfterSeconds: 5 } : effect;
  return statusResponse(limited, side, nowMs);
}

/** The connection breaks: what `fetch` throws then. */
export function lost(): never {
  throw new TypeError('fetch failed');
}

/** Nothing came for so long that the transport gave up: what its `AbortSignal` makes `fetch` throw. */
export function timedOut(): never {
  throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}

/** What IndexedDB throws when the disk is full. */
export function diskFull(): never {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}
