import { RETRY_AFTER_MS_DEFAULT } from './failures';
import type { Answer } from './send';

/** A server that asks for more than this is taken to mean this. */
const RETRY_AFTER_MS_MAX = 15 * 60_000;

/** How long a 429 asks us to wait; 60 s where it does not say (QBO's documented wait). */
export function retryAfterMs(answer: Answer, nowMs: number): number {
  const text = answer.header('retry-after');
  if (text === null) return RETRY_AFTER_MS_DEFAULT;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - nowMs;
  if (!Number.isFinite(ms) || ms <= 0) return RETRY_AFTER_MS_DEFAULT;
  return Math.min(ms, RETRY_AFTER_MS_MAX);
}
