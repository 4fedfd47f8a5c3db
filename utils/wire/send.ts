import { type Asked, noAnswer } from './failures';

/** A request that takes longer has failed; QBO itself gives up after 120 s. */
const TIMEOUT_MS = 60_000;

/** The part of `fetch` that the adapters use, so that a test can stand in for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Where the answer came from, after redirects; empty when unknown. */
  readonly url: string;
  readonly redirected: boolean;
  header(name: string): string | null;
}

/**
 * Sends one request and reads the answer whole. Throws a PortError `unreachable` (read) or
 * `outcomeUnknown` (write) when the connection or the body breaks, or when it takes over 60 s.
 */
export async function send(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  asked: Asked,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'include',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      url: response.url,
      redirected: response.redirected,
      header: (name) => response.headers.get(name),
    };
  } catch (error) {
    throw noAnswer(
      asked,
      error instanceof Error ? `${error.name} ${error.message}` : String(error),
    );
  }
}
