import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { TpsBooks } from './books';
import { type ListRow, listPage, stamped } from './lists';
import { parseBody, plainDate } from './parse';
import { TpsProblem } from './problem';
import type { Sessions } from './sessions';
import type { WriteOptions } from './tables';

export interface Firm {
  readonly id: number;
  readonly name: string;
}

/** What the API needs to know about the present moment. */
export interface ApiScene {
  readonly sessions: Sessions;
  /** The books of the firm that the session looks at. */
  books(): TpsBooks;
  firm(): Firm;
}

/** The JSON API under `/api/v1`. */
export function createApi(scene: ApiScene): Hono {
  const api = new Hono();
  api.onError(problemResponse);
  api.use('*', async (c, next) => {
    if (!scene.sessions.user(c)) throw new TpsProblem('signed-out', 'Sign in to go on.');
    scene.sessions.refreshXsrf(c);
    c.header('Cache-Control', 'no-store');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') scene.sessions.checkMayWrite(c);
    await next();
  });
  addReading(api, scene);
  addClients(api, scene);
  addInvoices(api, scene);
  addPayments(api, scene);
  addAdjustments(api, scene);
  api.all('*', (c) => {
    throw new TpsProblem('not-found', `There is no ${c.req.path}.`);
  });
  return api;
}

function problemResponse(error: Error, c: Context): Response {
  c.header('Content-Type', 'application/problem+json; charset=utf-8');
  if (error instanceof TpsProblem) return c.body(JSON.stringify(error.body), error.status);
  console.error(error);
  const title = 'Something went wrong.';
  return c.body(JSON.stringify({ type: 'about:blank', title, status: 500, detail: title }), 500);
}

function addReading(api: Hono, scene: ApiScene): void {
  api.get('/session', (c) => {
    const user = scene.sessions.user(c);
    if (!user) throw new TpsProblem('signed-out', 'Sign in to go on.');
    const { country, reference } = scene.books();
    const currency = country === 'CA' ? 'CAD' : 'USD';
    const { id, name, email, permissions } = user;
    const firm = { ...scene.firm(), country, currency, taxNames: reference.taxNames };
    return c.json({ user: { id, name, email, permissions }, firm });
  });
  addList(api, scene, '/work-codes', (books) => stamped(books, books.reference.workCodes));
  addList(api, scene, '/bank-accounts', (books) => stamped(books, books.reference.bankAccounts));
  addList(api, scene, '/payment-methods', (books) =>
    stamped(books, books.reference.paymentMethods),
  );
  addList(api, scene, '/tax-rates', (books) => stamped(books, books.reference.taxRates));
  addList(api, scene, '/invoice-templates', (books) =>
    stamped(books, books.reference.invoiceTemplates),
  );
  addList(api, scene, '/clients', (books) => books.clients.all());
  addList(api, scene, '/invoices', (books) => books.invoices.all());
  addList(api, scene, '/payments', (books) => books.payments.all());
  addList(api, scene, '/adjustments', (books) => books.adjustments.all());
  api.get('/deletions', (c) => {
    const since = c.req.query('since') ?? '';
    if (Number.isNaN(Date.parse(since))) throw badQuery('since', 'Must be an ISO instant.');
    const books = scene.books();
    const items = books.deletions(new Date(since).toISOString());
    return c.json({ items, serverTime: books.now() });
  });
  api.get('/ar/summary', (c) => {
    const books = scene.books();
    const { asOf } = parseBody(z.object({ asOf: plainDate }), {
      asOf: c.req.query('asOf') ?? books.now().slice(0, 10),
    });
    return c.json(books.arSummary(asOf));
  });
}

function addList<T extends ListRow>(
  api: Hono,
  scene: ApiScene,
  path: string,
  rows: (books: TpsBooks) => readonly T[],
): void {
  api.get(path, (c) => c.json(listPage(scene.books(), rows(scene.books()), c.req.query())));
}

function addClients(api: Hono, scene: ApiScene): void {
  api.get('/clients/:id', (c) => c.json(scene.books().clients.get(idOf(c))));
  api.post('/clients', async (c) => {
    const body = await bodyOf(c);
    return c.json(scene.books().clients.create(body, actor(c, scene)), 201);
  });
  api.put('/clients/:id', async (c) => {
    const body = await bodyOf(c);
    return c.json(scene.books().clients.update(idOf(c), body, seen(c, scene)));
  });
  api.delete('/clients/:id', (c) => {
    return c.json(scene.books().clients.remove(idOf(c), seen(c, scene)));
  });
  api.post('/clients/:id/restore', (c) => {
    return c.json(scene.books().clients.restore(idOf(c), seen(c, scene)));
  });
}

function addInvoices(api: Hono, scene: ApiScene): void {
  addDocumentRoutes(api, scene, '/invoices', (books) => books.invoices);
  api.put('/invoices/:id/payment-link', async (c) => {
    const body = await bodyOf(c);
    return c.json(scene.books().invoices.setPaymentLink(idOf(c), body, seen(c, scene)));
  });
}

function addPayments(api: Hono, scene: ApiScene): void {
  addDocumentRoutes(api, scene, '/payments', (books) => books.payments);
  api.put('/payments/:id/applications', async (c) => {
    const body = await bodyOf(c);
    return c.json(scene.books().payments.setApplications(idOf(c), body, seen(c, scene)));
  });
}

function addAdjustments(api: Hono, scene: ApiScene): void {
  addDocumentRoutes(api, scene, '/adjustments', (books) => books.adjustments);
}

interface Shelf {
  get(id: number): object;
  create(body: unknown, options: WriteOptions): object;
  update(id: number, body: unknown, options: WriteOptions): object;
  void(id: number, options: WriteOptions): object;
  remove(id: number, options: WriteOptions): void;
}

function addDocumentRoutes(
  api: Hono,
  scene: ApiScene,
  path: string,
  shelf: (books: TpsBooks) => Shelf,
): void {
  api.get(`${path}/:id`, (c) => c.json(shelf(scene.books()).get(idOf(c))));
  api.post(path, async (c) => {
    const body = await bodyOf(c);
    return c.json(shelf(scene.books()).create(body, actor(c, scene)), 201);
  });
  api.put(`${path}/:id`, async (c) => {
    const body = await bodyOf(c);
    return c.json(shelf(scene.books()).update(idOf(c), body, seen(c, scene)));
  });
  api.post(`${path}/:id/void`, (c) => c.json(shelf(scene.books()).void(idOf(c), seen(c, scene))));
  api.delete(`${path}/:id`, (c) => {
    shelf(scene.books()).remove(idOf(c), seen(c, scene));
    return c.body(null, 204);
  });
}

function idOf(c: Context): number {
  const text = c.req.param('id') ?? '';
  if (!/^\d{1,12}$/.test(text)) throw new TpsProblem('not-found', `No ${c.req.path}.`);
  return Number(text);
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw badQuery('(body)', 'The body is not JSON.');
  }
}

function actor(c: Context, scene: ApiScene): WriteOptions {
  return { by: scene.sessions.user(c)?.name ?? 'Nobody' };
}

/** The actor, and the version that the request must name. */
function seen(c: Context, scene: ApiScene): WriteOptions {
  const ifMatch = c.req.header('If-Match');
  if (ifMatch === undefined) throw badQuery('If-Match', 'Name the version that you have seen.');
  return { ...actor(c, scene), ifMatch };
}

function badQuery(field: string, detail: string): TpsProblem {
  return new TpsProblem('validation', detail, { [field]: [detail] });
}
