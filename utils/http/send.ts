import { type Asked, noAnswer, signedOut } from './failures';

/** A request that takes longer has failed; QBO itself gives up after 120 s. */
const TIMEOUT_MS = 60_000;
const PROBE_TIMEOUT_MS = 10_000;

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
 * `outcomeUnknown` (write) when the connection or the body breaks, or when it takes over 60 s; and
 * `signedOut` for a read that is led away to a log-in page of another host.
 */
export async function send(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  asked: Asked,
): Promise<Answer> {
  const whole: RequestInit = { ...init, credentials: 'include', cache: 'no-store' };
  try {
    const response = await fetch(url, { ...whole, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    return {
      status: response.status,
      text,
      url: response.url,
      redirected: response.redirected,
      header: (name) => response.headers.get(name),
    };
  } catch (error) {
    const technical = error instanceof Error ? `${error.name} ${error.message}` : String(error);
    if (!asked.write && error instanceof TypeError && (await leadsAway(fetch, url, whole))) {
      throw signedOut(asked, 'redirected to another host');
    }
    throw noAnswer(asked, technical);
  }
}

/**
 * A redirect to a host that we have no permission for looks like a broken connection (`TypeError`).
 * Asked again without following, it shows itself. Only reads are asked twice.
 */
async function leadsAway(fetch: Fetch, url: string, init: RequestInit): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    return response.type === 'opaqueredirect';
  } catch {
    return false;
  }
}
