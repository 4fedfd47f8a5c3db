import { describe, expect, it } from 'vitest';
import { invoiceBody, openFirm, paymentBody, withInvoice, workCodeId } from './visitor';

describe('signing in', () => {
  it('answers 401 as problem JSON on the API and redirects pages to the log-in page', async () => {
    const { visitor } = openFirm();
    const { status, json, response } = await visitor.call('GET', '/session');
    expect(status).toBe(401);
    expect(json).toMatchObject({ status: 401, title: 'You are signed out.' });
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    const page = await visitor.fetch('/clients');
    expect([page.status, page.headers.get('Location')]).toEqual([302, '/login']);
    expect((await visitor.fetch('/login')).status).toBe(200);
  });

  it('gives the cookies of the contract and a session', async () => {
    const { visitor } = openFirm();
    const login = await visitor.fetch('/login', {
      method: 'POST',
      body: new URLSearchParams({ email: 'sync@firm.example', password: 'sandbox' }),
    });
    const [session = '', xsrf = ''] = login.headers.getSetCookie();
    expect(session).toMatch(/^\.TPS\.Session=.*HttpOnly; Secure; SameSite=Lax$/);
    expect(xsrf).toMatch(/^XSRF-TOKEN=/);
    expect(xsrf).not.toContain('HttpOnly');
    const { json } = await visitor.call('GET', '/session');
    expect(json.firm).toMatchObject({
      country: 'CA',
      currency: 'CAD',
      taxNames: ['GST', 'QST', 'HST'],
    });
    expect(json.user.permissions).toContain('Sync');
  });

  it('serves a shell whose policy forbids foreign scripts and frames', async () => {
    const { visitor } = openFirm();
    const page = await (await visitor.signIn()).fetch('/clients');
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-src 'none'");
    const html = await page.text();
    for (const [, path = ''] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      expect((await visitor.fetch(path)).status).toBe(200);
    }
  });

  it('ends every session on demand', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    tps.sessions.expireAll();
    expect((await visitor.call('GET', '/clients')).status).toBe(401);
  });
});

describe('the right to write', () => {
  const body = { code: 'A1', name: 'A' };

  it('needs the XSRF header equal to the cookie', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const headers = { 'X-XSRF-TOKEN': 'other' };
    const refused = await visitor.call('POST', '/clients', { body, headers });
    expect([refused.status, refused.json.type]).toEqual([403, expect.stringContaining('/xsrf')]);
    tps.sessions.rotateCsrf();
    expect((await visitor.call('POST', '/clients', { body })).status).toBe(403);
    // The refusal carried the new token: a second try passes.
    expect((await visitor.call('POST', '/clients', { body })).status).toBe(201);
  });

  it('needs the permission Sync', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn('clerk@firm.example');
    const refused = await visitor.call('POST', '/clients', { body });
    expect([refused.status, refused.json.type]).toEqual([
      403,
      expect.stringContaining('/permission'),
    ]);
    const other = await openFirm().visitor.signIn();
    expect((await other.call('POST', '/clients', { body })).status).toBe(201);
    tps.sessions.revokeSyncPermission();
    await visitor.signIn();
    expect((await visitor.call('POST', '/clients', { body })).status).toBe(403);
    expect(tps.books.ledger().clients).toEqual([]);
  });

  it('does not honour an idempotency key', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { id } = tps.books.clients.create(body);
    const payment = paymentBody(tps, id, '10.00');
    const headers = { 'Idempotency-Key': 'same' };
    await visitor.call('POST', '/payments', { body: payment, headers });
    await visitor.call('POST', '/payments', { body: payment, headers });
    expect(tps.books.ledger().documents).toHaveLength(2);
  });

  it('writes into the books of the firm that the session looks at', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    tps.sessions.switchFirm({ id: 2, name: 'Other' });
    expect((await visitor.call('GET', '/session')).json.firm).toMatchObject({ id: 2 });
    await visitor.call('POST', '/clients', { body });
    expect(tps.books.ledger().clients).toEqual([]);
    expect(tps.booksOf(2)?.ledger().clients).toHaveLength(1);
  });
});

describe('invoices', () => {
  it('rounds tax half-up on the summed net', () => {
    const { tps } = openFirm();
    const { invoice } = withInvoice(tps);
    expect(invoice).toMatchObject({
      taxes: ['7.00', '13.97', '0.00'],
      subtotal: '140.00',
      total: '160.97',
      balance: '160.97',
      status: 'outstanding',
      version: '1',
    });
  });

  it('takes taxes as sent within five cents, refuses them beyond', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { body } = withInvoice(tps);
    const near = { ...body, number: '2', taxes: ['7.00', '13.92', '0.00'], total: '160.92' };
    expect((await visitor.call('POST', '/invoices', { body: near })).json.total).toBe('160.92');
    const far = { ...body, number: '3', taxes: ['7.00', '13.91', '0.00'] };
    expect((await visitor.call('POST', '/invoices', { body: far })).status).toBe(422);
  });

  it.each([
    ['a number taken', { number: '1042' }, 409, 'number'],
    ['a number taken in the same code, in other case', { code: 'Sd', number: '7' }, 409, 'number'],
    ['an unknown property', { nunber: '9' }, 400, 'nunber'],
    ['an amount that is a number', { total: 160.97 }, 400, 'total'],
    ['an empty code', { code: '' }, 400, 'code'],
    ['a day that does not exist', { date: '2026-02-30' }, 400, 'date'],
    ['a total that is not the sum', { total: '161.00' }, 422, 'total'],
    ['an unknown client', { clientId: 999999 }, 422, 'clientId'],
    ['no lines', { lines: [] }, 400, 'lines'],
    ['an unknown template', { templateId: 1 }, 422, 'templateId'],
    ['a due date before the date', { dueDate: '2026-01-01' }, 422, 'dueDate'],
  ])('refuses %s', async (_, change, status, field) => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { body } = withInvoice(tps);
    tps.books.invoices.create({ ...body, code: 'SD', number: '7' });
    const before = tps.books.ledger();
    const refused = await visitor.call('POST', '/invoices', {
      body: { ...body, number: '5', ...change },
    });
    expect(refused.status).toBe(status);
    expect(Object.keys(refused.json.errors)).toContain(field);
    expect(tps.books.ledger()).toEqual(before);
  });

  it.each(['BK-OLD', 'AD-VAC', 'TAX'])('refuses the work code %s', (code) => {
    const { tps } = openFirm();
    const { body } = withInvoice(tps);
    const lines = [{ workCodeId: workCodeId(tps, code), amount: '1.00' }];
    expect(() => tps.books.invoices.create({ ...body, number: '6', lines })).toThrow(/work code/);
  });

  it('numbers by itself where no number is sent, a sequence per code', () => {
    const { tps } = openFirm();
    const { body } = withInvoice(tps);
    const { number: _, ...unnumbered } = body;
    expect(tps.books.invoices.create(unnumbered).number).toBe('1043');
    expect(tps.books.invoices.create({ ...unnumbered, code: 'SD' }).number).toBe('1');
  });

  it('asks for the version on a change and refuses a stale one', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { body, invoice } = withInvoice(tps);
    const path = `/invoices/${invoice.id}`;
    expect((await visitor.call('PUT', path, { body })).status).toBe(400);
    expect((await visitor.call('PUT', path, { body, version: '1' })).json.version).toBe('2');
    const stale = await visitor.call('PUT', path, { body, version: '1' });
    expect([stale.status, stale.json.type]).toEqual([409, expect.stringContaining('/version')]);
  });

  it('takes a record back as it was read', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { invoice } = withInvoice(tps);
    const path = `/invoices/${invoice.id}`;
    const body = { ...invoice, description: 'Changed' };
    const saved = await visitor.call('PUT', path, { body, version: invoice.version });
    expect(saved.json).toMatchObject({ description: 'Changed', total: '160.97', version: '2' });
    expect(saved.json.modifiedBy).toBe('Sylvie Sync');
    expect(saved.json.lines).toEqual(invoice.lines);
  });

  it('will not go below what is applied, nor be voided or removed under it', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { client, body, invoice } = withInvoice(tps);
    const application = { documentType: 'invoice', documentId: invoice.id, amount: '150.00' };
    tps.books.payments.create({
      ...paymentBody(tps, client.id, '150.00'),
      applications: [application],
    });
    const touched = tps.books.invoices.get(invoice.id);
    expect(touched).toMatchObject({ version: '2', balance: '10.97' });
    const path = `/invoices/${invoice.id}`;
    const { version } = touched;
    const lines = [{ ...body.lines[0], amount: '100.00' }];
    const lower = await visitor.call('PUT', path, { body: { ...body, lines }, version });
    expect(lower.status).toBe(422);
    expect((await visitor.call('POST', `${path}/void`, { version })).status).toBe(422);
    expect((await visitor.call('DELETE', path, { version })).status).toBe(422);
  });

  it('frees its number when removed, keeps it when void', async () => {
    const { clock, tps, visitor } = openFirm();
    await visitor.signIn();
    const { body, invoice } = withInvoice(tps);
    const since = tps.books.now();
    clock.advance(1000);
    const path = `/invoices/${invoice.id}`;
    expect((await visitor.call('DELETE', path, { version: '1' })).status).toBe(204);
    expect((await visitor.call('GET', path)).status).toBe(404);
    const deletions = await visitor.call('GET', `/deletions?since=${since}`);
    expect(deletions.json.items).toMatchObject([{ type: 'invoice', id: invoice.id }]);
    const again = await visitor.call('POST', '/invoices', { body });
    const void_ = await visitor.call('POST', `/invoices/${again.json.id}/void`, { version: '1' });
    expect(void_.json).toMatchObject({ status: 'void', balance: '0.00', total: '160.97' });
    expect((await visitor.call('POST', '/invoices', { body })).status).toBe(409);
  });

  it('holds a payment link', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { invoice } = withInvoice(tps);
    const body = { paymentLink: 'https://connect.intuit.com/t/abc' };
    const path = `/invoices/${invoice.id}/payment-link`;
    const saved = await visitor.call('PUT', path, { body, version: '1' });
    expect(saved.json).toMatchObject({ ...body, version: '2' });
  });
});

describe('clients', () => {
  it('are deleted and restored, but not while they owe', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { client, invoice } = withInvoice(tps);
    const path = `/clients/${client.id}`;
    expect((await visitor.call('DELETE', path, { version: '1' })).status).toBe(422);
    tps.books.invoices.void(invoice.id);
    expect((await visitor.call('DELETE', path, { version: '1' })).json.status).toBe('deleted');
    expect((await visitor.call('GET', '/clients')).json.total).toBe(0);
    expect((await visitor.call('GET', '/clients?includeDeleted=true')).json.total).toBe(1);
    const body = invoiceBody(tps, client.id);
    const refused = await visitor.call('POST', '/invoices', { body: { ...body, number: '2' } });
    expect(refused.json.errors).toHaveProperty('clientId');
    const restored = await visitor.call('POST', `${path}/restore`, { version: '2' });
    expect(restored.json).toMatchObject({ status: 'active', version: '3' });
  });

  it('refuse a Client ID that is taken', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    withInvoice(tps);
    const body = { code: 'trem01', name: 'Other' };
    expect((await visitor.call('POST', '/clients', { body })).status).toBe(422);
  });
});

describe('payments and adjustments', () => {
  it('are not applied beyond what is open, nor beyond their own amount', () => {
    const { tps } = openFirm();
    const { client, invoice } = withInvoice(tps);
    const apply = (amount: string) => [{ documentType: 'invoice', documentId: invoice.id, amount }];
    const pay = (amount: string, applied: string) =>
      tps.books.payments.create({
        ...paymentBody(tps, client.id, amount),
        applications: apply(applied),
      });
    expect(() => pay('500.00', '160.98')).toThrow(/open/);
    expect(() => pay('50.00', '50.01')).toThrow(/More is applied/);
    expect(tps.books.ledger().documents).toHaveLength(1);
    expect(pay('500.00', '160.97')).toMatchObject({ unapplied: '339.03', status: 'posted' });
    expect(tps.books.invoices.get(invoice.id).status).toBe('paid');
  });

  it('refund a prepayment by moving it onto an increase', () => {
    const { tps } = openFirm();
    const { client, invoice } = withInvoice(tps);
    const { payments, adjustments, invoices } = tps.books;
    const onInvoice = { documentType: 'invoice', documentId: invoice.id, amount: '100.00' };
    const body = paymentBody(tps, client.id, '100.00');
    const payment = payments.create({ ...body, applications: [onInvoice] });
    const increase = adjustments.create({
      clientId: client.id,
      direction: 'increase',
      date: '2026-03-01',
      amount: '100.00',
    });
    const onIncrease = { documentType: 'adjustment', documentId: increase.id, amount: '100.00' };
    payments.setApplications(payment.id, { applications: [onIncrease] });
    expect(invoices.get(invoice.id)).toMatchObject({ balance: '160.97', version: '3' });
    expect(adjustments.get(increase.id)).toMatchObject({ balance: '0.00', version: '2' });
    expect(() => adjustments.void(increase.id)).toThrow(/detach/);
  });

  it('refuse documents of another client, decreases and void ones', () => {
    const { tps } = openFirm();
    const { client, invoice } = withInvoice(tps);
    const other = tps.books.clients.create({ code: 'B', name: 'B' });
    const to = (documentType: string, documentId: number) => [
      { documentType, documentId, amount: '1.00' },
    ];
    const pay = (clientId: number, applications: unknown) => () =>
      tps.books.payments.create({ ...paymentBody(tps, clientId, '9.00'), applications });
    const adjustment = { clientId: client.id, date: '2026-03-01', amount: '5.00' };
    const decrease = tps.books.adjustments.create({ ...adjustment, direction: 'decrease' });
    expect(pay(other.id, to('invoice', invoice.id))).toThrow(/another client/);
    expect(pay(client.id, to('adjustment', decrease.id))).toThrow(/decrease/);
    tps.books.invoices.void(invoice.id);
    expect(pay(client.id, to('invoice', invoice.id))).toThrow(/void/);
  });

  it('give back what they were applied to when voided', () => {
    const { tps } = openFirm();
    const { client, invoice } = withInvoice(tps);
    const decrease = tps.books.adjustments.create({
      clientId: client.id,
      direction: 'decrease',
      date: '2026-03-01',
      amount: '60.97',
      applications: [{ documentType: 'invoice', documentId: invoice.id, amount: '60.97' }],
    });
    expect(tps.books.invoices.get(invoice.id).balance).toBe('100.00');
    tps.books.adjustments.void(decrease.id);
    expect(tps.books.invoices.get(invoice.id).balance).toBe('160.97');
    expect(tps.books.ledger().arTotalCents).toBe(16097);
  });
});

describe('lists', () => {
  it('come in pages, by id, since an instant', async () => {
    const { clock, tps, visitor } = openFirm();
    await visitor.signIn();
    for (const code of ['A', 'B', 'C']) tps.books.clients.create({ code, name: code });
    clock.advance(60_000);
    const since = tps.books.now();
    const second = (await visitor.call('GET', '/clients?page=2&pageSize=2')).json;
    expect(second).toMatchObject({ page: 2, pageSize: 2, total: 3, serverTime: since });
    expect(second.items.map((client: { code: string }) => client.code)).toEqual(['C']);
    tps.books.patch('client', second.items[0].id, { email: 'c@c.example' });
    const changed = (await visitor.call('GET', `/clients?modifiedSince=${since}`)).json;
    expect(changed.total).toBe(1);
    expect((await visitor.call('GET', '/clients?pageSize=501')).status).toBe(400);
    expect((await visitor.call('GET', '/nothing')).status).toBe(404);
  });

  it.each([
    'work-codes',
    'bank-accounts',
    'payment-methods',
    'tax-rates',
    'invoice-templates',
    'payments',
    'adjustments',
  ])('include %s, every entry stamped', async (name) => {
    const { visitor } = openFirm();
    await visitor.signIn();
    const { status, json } = await visitor.call('GET', `/${name}`);
    expect(status).toBe(200);
    for (const item of json.items) expect(item).toMatchObject({ version: '1' });
  });

  it('age the receivable as of a day', async () => {
    const { tps, visitor } = openFirm();
    await visitor.signIn();
    const { client, body, invoice } = withInvoice(tps);
    tps.books.invoices.create({ ...body, number: '1', date: '2025-12-01' });
    const applications = [{ documentType: 'invoice', documentId: invoice.id, amount: '60.97' }];
    tps.books.payments.create({ ...paymentBody(tps, client.id, '60.97'), applications });
    const now = (await visitor.call('GET', '/ar/summary?asOf=2026-03-01')).json;
    expect(now.firm.balance).toBe('260.97');
    expect(now.items).toMatchObject([
      {
        clientId: client.id,
        balance: '260.97',
        aging: { current: '100.00', days61to90: '160.97' },
      },
    ]);
    const before = (await visitor.call('GET', '/ar/summary?asOf=2026-02-28')).json;
    expect(before.firm.balance).toBe('321.94');
    expect((await visitor.call('GET', '/ar/summary?asOf=never')).status).toBe(400);
  });
});
