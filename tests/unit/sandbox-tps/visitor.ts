import { manualClock } from '../../sandbox/clock';
import { createTpsStandIn, type TpsStandIn } from '../../sandbox/tps';

/** A stand-in with a clock that stands still, and a browser-like visitor of it. */
export function openFirm(country: 'CA' | 'US' = 'CA') {
  const clock = manualClock(new Date('2026-03-02T12:00:00Z'));
  const firm = { id: 1, name: 'Firm' };
  const tps = createTpsStandIn({ clock, seed: 3, country, firm });
  return { clock, tps, visitor: new Visitor(tps) };
}

interface Ask {
  readonly body?: unknown;
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Keeps cookies and echoes the XSRF cookie, as the app's own code does. */
class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #tps: TpsStandIn;

  constructor(tps: TpsStandIn) {
    this.#tps = tps;
  }

  async signIn(email = 'sync@firm.example', password = 'sandbox'): Promise<this> {
    const form = new URLSearchParams({ email, password });
    await this.fetch('/login', { method: 'POST', body: form });
    return this;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#tps.web.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** A call of the API: its status and JSON. */
  async call(method: string, path: string, ask: Ask = {}) {
    const headers = new Headers({ 'X-XSRF-TOKEN': this.cookies.get('XSRF-TOKEN') ?? '' });
    if (ask.version !== undefined) headers.set('If-Match', ask.version);
    if (ask.body !== undefined) headers.set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, value);
    const init = ask.body === undefined ? {} : { body: JSON.stringify(ask.body) };
    const response = await this.fetch(`/api/v1${path}`, { method, headers, ...init });
    const text = await response.text();
    return { status: response.status, json: text === '' ? null : JSON.parse(text), response };
  }
}

export function workCodeId(tps: TpsStandIn, code: string): number {
  const found = tps.books.reference.workCodes.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`no work code ${code}`);
  return found.id;
}

/** A client and an invoice of 140.00, which QST makes end in half a cent: 160.97. */
export function withInvoice(tps: TpsStandIn) {
  const client = tps.books.clients.create({ code: 'TREM01', name: 'Tremblay & Fils inc.' });
  const body = invoiceBody(tps, client.id);
  return { client, body, invoice: tps.books.invoices.create(body) };
}

export function invoiceBody(tps: TpsStandIn, clientId: number, amount = '140.00') {
  return {
    clientId,
    code: '0',
    number: '1042',
    date: '2026-02-20',
    lines: [{ workCodeId: workCodeId(tps, 'T1'), amount }],
  };
}

export function paymentBody(tps: TpsStandIn, clientId: number, amount: string) {
  const bankAccountId = tps.books.reference.bankAccounts[0]?.id;
  return { clientId, date: '2026-03-01', bankAccountId, amount };
}
