import { browser } from 'wxt/browser';
import type { Phrase } from '../wording/phrase';
import type { Reply, RequestName, RequestOf } from './requests';

/** What crosses between contexts: an error would lose its fields on the way. */
export type Envelope<T> = { ok: true; value: T } | { ok: false; error: Refusal };

/** Why the worker did not do what was asked, in a sentence for people. */
export interface Refusal {
  what: Phrase;
  technical: string | null;
  /** The same in words, for a guest, who knows no sentences. */
  said?: string;
}

/** Thrown by `ask` when the worker refuses. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.what.id);
    this.name = 'RefusedError';
  }
}

/** Asks the background worker. Throws RefusedError with a sentence when it refuses. */
export async function ask<N extends RequestName>(
  name: N,
  request: RequestOf<N>,
): Promise<Reply<N>> {
  const answer: Envelope<Reply<N>> = await browser.runtime.sendMessage({ name, request });
  if (answer.ok) return answer.value;
  throw new RefusedError(answer.error);
}
