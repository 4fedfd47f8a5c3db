import type { Hono } from 'hono';
import type { Fetch } from '../../../utils/http/send';

/** The cookies of one pretended browser. */
class CookieJar {
  readonly #values = new Map<string, string>();

  get(name: string): string | null {
    return this.#values.get(name) ?? null;
  }

  copyFrom(other: CookieJar): void {
    for (const [name, value] of other.#values) this.#values.set(name, value);
  }

  header(): string {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at).trim();
      const gone = attributes.some((text) => /^\s*max-age=0\s*$/i.test(text));
      if (gone) this.#values.delete(name);
      else this.#values.set(name, pair.slice(at + 1).trim());
    }
  }
}

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** What happens to one request instead of, or after, being answered by the site. */
export interface Mishap {
  readonly when: (sent: Sent) => boolean;
  /** Answers (or throws) without the site seeing the request. */
  readonly instead?: () => Response;
  /** Changes (or loses) the answer after the site has committed. */
  readonly after?: (response: Response) => Promise<Response> | Response;
  /** Something that happens elsewhere just before the request. */
  readonly before?: () => void;
  times: number;
}

const REDIRECTS_MAX = 5;

/** A browser's `fetch` to one site in process: cookies, redirects and mishaps included. */
export class SiteFetch {
  readonly jar = new CookieJar();
  readonly sent: Sent[] = [];
  readonly #mishaps: Mishap[] = [];
  readonly #web: Hono;

  constructor(web: Hono) {
    this.#web = web;
  }

  /** Has the cookies, and has sent the requests, of another browser. */
  copyFrom(other: SiteFetch): void {
    this.jar.copyFrom(other.jar);
    this.sent.push(...other.sent);
  }

  mishap(mishap: Omit<Mishap, 'times'> & { readonly times?: number }): void {
    this.#mishaps.push({ times: 1, ...mishap });
  }

  clearMishaps(): void {
    this.#mishaps.length = 0;
  }

  readonly fetch: Fetch = async (url, init) => {
    const headers = new Headers(init.headers);
    const sent: Sent = {
      method: init.method ?? 'GET',
      url,
      headers,
      body: String(init.body ?? ''),
    };
    this.sent.push(sent);
    const mishap = this.#mishaps.find(({ when, times }) => times > 0 && when(sent));
    if (mishap) mishap.times -= 1;
    mishap?.before?.();
    const instead = mishap?.instead?.();
    if (instead) return instead;
    const response = await this.#follow(url, init);
    return mishap?.after ? mishap.after(response) : response;
  };

  async #follow(url: string, init: RequestInit): Promise<Response> {
    let at = url;
    let { method = 'GET', body = null } = init;
    for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
      const headers = new Headers(init.headers);
      headers.set('cookie', this.jar.header());
      const response = await this.#web.request(at, { method, headers, body });
      this.jar.take(response);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) {
        Object.defineProperties(response, {
          url: { value: at },
          redirected: { value: hop > 0 },
        });
        return response;
      }
      at = new URL(location, at).href;
      method = 'GET';
      body = null;
    }
    throw new TypeError('too many redirects');
  }
}

/** The connection breaks: what `fetch` throws then. */
export function connectionRefused(): never {
  throw new TypeError('fetch failed');
}

export function html(text: string, status = 200): Response {
  return new Response(`<!doctype html><title>${text}</title><p>${text}</p>`, {
    status,
    headers: { 'content-type': 'text/html' },
  });
}

export async function cutInHalf(response: Response): Promise<Response> {
  const text = await response.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: response.status,
    headers: response.headers,
  });
}
