import { HOSTS } from '../../sandbox/faults';
import type { Sandbox } from '../../sandbox/server';
import { type Answer, ask } from '../../unit/sandbox-tps/https-client';

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly version?: string;
  readonly timeoutMs?: number;
}

/** A browser that is signed in to one of the sites of a running sandbox, over TLS. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  #apiKey = '';

  constructor(
    readonly sandbox: Sandbox,
    readonly site: 'tps' | 'qbo',
  ) {}

  async signIn(): Promise<this> {
    const email = this.site === 'tps' ? 'sync@firm.example' : 'owner@firm.example';
    const body = new URLSearchParams({ email, password: 'sandbox' }).toString();
    const type = 'application/x-www-form-urlencoded';
    await this.send('/login', { method: 'POST', headers: { 'Content-Type': type }, body });
    if (this.site === 'qbo') await this.loadPage();
    return this;
  }

  /** Loads a page of QBO, which brings the key and the cookies up to date. */
  async loadPage(): Promise<void> {
    const page = await this.send('/app/homepage', {});
    this.#apiKey = /"apiKey":"([^"]+)"/.exec(page.text)?.[1] ?? '';
  }

  /** A call of the API; `path` starts behind `/api/v1` or behind the company. */
  async call(path: string, { method = 'GET', body, version, timeoutMs }: Ask = {}) {
    const { realm } = this.sandbox;
    const isTps = this.site === 'tps';
    const answer = await this.send(isTps ? `/api/v1${path}` : `/api/v3/company/${realm}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(version === undefined ? {} : { 'If-Match': version }),
        ...(isTps
          ? { 'X-XSRF-TOKEN': this.#cookies.get('XSRF-TOKEN') ?? '' }
          : {
              Authorization: `Intuit_APIKey intuit_apikey=${this.#apiKey}, intuit_apikey_version=1.0`,
              'intuit-company-id': realm,
              csrftoken: this.#cookies.get('qbo.csrftoken') ?? '',
            }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    return { ...answer, json: jsonOf(answer.text) };
  }

  async send(path: string, options: Parameters<typeof ask>[3]): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...options?.headers, Cookie: cookie };
    const { httpsPort } = this.sandbox;
    const answer = await ask(httpsPort, HOSTS[this.site], path, { ...options, headers });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}

function jsonOf(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
