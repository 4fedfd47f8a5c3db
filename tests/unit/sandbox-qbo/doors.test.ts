import { describe, expect, it } from 'vitest';
import type { QboStandIn } from '../../sandbox/qbo';
import { isObject, type JsonObject, parseJson } from '../../sandbox/qbo/json';
import { customer, invoice, OTHER_REALM, REALM, start } from './fixture';

interface Reply {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Headers;
}

async function reply(response: Response): Promise<Reply> {
  const body = parseJson(await response.text());
  return { status: response.status, body: isObject(body) ? body : {}, headers: response.headers };
}

async function api(
  qbo: QboStandIn,
  path: string,
  body?: JsonObject | string,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const init =
    body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const request = new Request(`https://quickbooks.api.intuit.com/v3/company/${REALM}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: 'Bearer token',
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...headers,
    },
    ...init,
  });
  return reply(await qbo.api.fetch(request));
}

describe('the OAuth door', () => {
  it('wants a bearer token and a company that it knows', async () => {
    const { qbo } = start();
    const none = await api(qbo, 'customer/1', undefined, { Authorization: '' });
    expect(none).toMatchObject({
      status: 401,
      body: {
        fault: { error: [{ code: '3200', element: null }], type: 'AUTHENTICATION' },
        cdcresponse: [],
      },
    });
    expect(none.headers.get('www-authenticate')).toBe(
      'Bearer realm="Intuit", error="invalid_token"',
    );
    const request = new Request('https://quickbooks.api.intuit.com/v3/company/1/query', {
      headers: { Authorization: 'Bearer x' },
    });
    expect(await reply(await qbo.api.fetch(request))).toMatchObject({
      status: 403,
      body: { fault: { error: [{ code: '3100', detail: null }], type: 'SERVICE' } },
    });
  });

  it('creates with 200, reads, updates, deletes, queries by GET and POST', async () => {
    const { qbo } = start();
    const made = await api(qbo, 'customer?minorversion=75', { DisplayName: 'R & B' });
    expect(made).toMatchObject({
      status: 200,
      body: { Customer: { Id: '1', SyncToken: '0' }, time: '2026-03-02T10:00:00.000-08:00' },
    });
    expect(made.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    const update = { Id: '1', SyncToken: '0', sparse: true, Notes: 'x' };
    expect((await api(qbo, 'customer?operation=update', update)).body).toMatchObject({
      Customer: { SyncToken: '1' },
    });
    const select = "select * from Customer where DisplayName = 'R & B'";
    const got = await api(qbo, `query?query=${encodeURIComponent(select)}`);
    const posted = await api(qbo, 'query', select, { 'Content-Type': 'application/text' });
    expect(got.body).toEqual(posted.body);
    expect(got.body).toMatchObject({ QueryResponse: { maxResults: 1 } });
    expect((await api(qbo, 'preferences')).body).toMatchObject({ Preferences: { Id: '1' } });
    expect((await api(qbo, `companyinfo/${REALM}`)).body).toMatchObject({
      CompanyInfo: { Country: 'CA' },
    });
    expect((await api(qbo, 'companyinfo/7')).status).toBe(400);
  });

  it('answers faults with their recorded bodies', async () => {
    const { qbo } = start();
    const far = await api(qbo, 'customer/1/5');
    expect(far).toMatchObject({
      status: 400,
      body: {
        Fault: {
          Error: [{ code: '500', Message: 'Unsupported Operation' }],
          type: 'ValidationFault',
        },
      },
    });
    expect(JSON.stringify(far.body)).toContain(
      `relative : /v3/company/${REALM}/customer/1/5 of full path`,
    );
    expect((await api(qbo, 'customer/1.5')).body).toEqual({
      Fault: {
        Error: [
          {
            Message: 'Invalid ID',
            Detail: 'Id should be a valid number. Supplied value:1.5',
            code: '2030',
            element: 'Id',
          },
        ],
        type: 'ValidationFault',
      },
    });
    expect((await api(qbo, 'customer', '{"a":')).body).toMatchObject({
      Fault: { Error: [{ code: '2010' }] },
    });
    expect((await api(qbo, 'reports/AgedReceivables')).body).toMatchObject({
      Fault: { Error: [{ code: '500' }] },
    });
  });

  it('speaks XML to those who do not ask for JSON', async () => {
    const { qbo } = start();
    const response = await api(qbo, 'preferences', undefined, { Accept: '*/*' });
    expect(response.headers.get('content-type')).toContain('application/xml');
    expect(
      (await api(qbo, 'preferences?format=json', undefined, { Accept: '*/*' })).body,
    ).toHaveProperty('Preferences');
  });

  it('replays a request id after success only, for one company', async () => {
    const { qbo } = start();
    const make = () => api(qbo, 'customer?requestid=r1', { DisplayName: 'Amy' });
    const first = await make();
    expect(await make()).toMatchObject({ status: 200, body: first.body });
    const failing = () => api(qbo, 'customer?requestid=r2', { DisplayName: 'Amy' });
    expect((await failing()).status).toBe(400);
    qbo.company(REALM).update('Customer', { Id: '1', SyncToken: '0', sparse: true, Active: false });
    expect((await failing()).status).toBe(200);
    expect((await api(qbo, `customer?requestid=${'x'.repeat(51)}`, {})).body).toMatchObject({
      Fault: { Error: [{ code: '2050' }] },
    });
    qbo.switches.requestId = 'ignored';
    expect((await failing()).status).toBe(400);
  });

  it('runs batch items by themselves, blind to each other, 30 at most', async () => {
    const { qbo, company } = start();
    customer(company, 'Amy');
    const BatchItemRequest = [
      { bId: 'a', operation: 'create', Customer: { DisplayName: 'Bill' } },
      { bId: 'b', operation: 'create', Invoice: { CustomerRef: { value: '2' }, Line: [] } },
      { bId: 'c', operation: 'delete', Invoice: { Id: '129', SyncToken: '0' } },
      { bId: 'd', Query: 'select count(*) from Customer' },
      { bId: 'e', operation: 'update', Customer: { Id: '1', SyncToken: '9', sparse: true } },
    ];
    const { body, status } = await api(qbo, 'batch', { BatchItemRequest });
    expect(status).toBe(200);
    const fault = (code: string) => ({ Fault: { Error: [{ code }], type: 'ValidationFault' } });
    expect(body.BatchItemResponse).toMatchObject([
      { bId: 'a', Customer: { Id: '2' } },
      { bId: 'b', ...fault('2500') },
      { bId: 'c', ...fault('610') },
      { bId: 'd', QueryResponse: { totalCount: 1 } },
      { bId: 'e', ...fault('5010') },
    ]);
    const many = Array.from({ length: 31 }, (_, n) => ({
      bId: String(n),
      Query: 'select * from Term',
    }));
    expect((await api(qbo, 'batch', { BatchItemRequest: many })).body).toMatchObject({
      ...fault('1040'),
    });
  });

  it('voids, sends, prints, and shows a payment link', async () => {
    const { qbo, company } = start();
    const amy = customer(company, 'Amy');
    const online = {
      AllowOnlineCreditCardPayment: true,
      BillEmail: { Address: 'amy@firm.example' },
    };
    invoice(company, amy, 50, online);
    expect((await api(qbo, 'invoice/1?include=invoiceLink')).body).toMatchObject({
      Invoice: { InvoiceLink: expect.stringContaining('https://connect.intuit.com/') },
    });
    expect((await api(qbo, 'invoice/1')).body.Invoice).not.toHaveProperty('InvoiceLink');
    qbo.switches.payments = 'absent';
    const without = await api(qbo, 'invoice/1?include=invoiceLink');
    expect(without.body.Invoice).not.toHaveProperty('InvoiceLink');
    const sent = await api(qbo, 'invoice/1/send?sendTo=bob@firm.example', '');
    expect(sent.body).toMatchObject({
      Invoice: { EmailStatus: 'EmailSent', DeliveryInfo: { DeliveryType: 'Email' } },
    });
    const pdf = await qbo.api.fetch(
      new Request(`https://x/v3/company/${REALM}/invoice/1/pdf`, {
        headers: { Authorization: 'Bearer x' },
      }),
    );
    expect((await pdf.text()).startsWith('%PDF')).toBe(true);
    const paid = company.payOnline('1');
    const handle = { Id: String(paid.Id), SyncToken: '0', sparse: true };
    expect((await api(qbo, 'payment?operation=update&include=void', handle)).body).toMatchObject({
      Payment: { TotalAmt: 0, PrivateNote: expect.stringMatching(/^Voided/) },
    });
    const { SyncToken } = company.read('Invoice', '1');
    const voided = await api(qbo, 'invoice?operation=void', {
      Id: '1',
      SyncToken: SyncToken ?? '',
    });
    expect(voided.body).toMatchObject({ Invoice: { TotalAmt: 0 } });
  });

  it('limits calls for each company: 10 a second, 500 a minute', async () => {
    const { qbo, clock } = start();
    const call = async () => (await api(qbo, 'preferences')).status;
    for (let n = 0; n < 10; n += 1) expect(await call()).toBe(200);
    const refused = await api(qbo, 'preferences');
    expect(refused).toMatchObject({
      status: 429,
      body: {
        fault: {
          error: [{ code: '3001', detail: 'The request limit was reached.  Try again later' }],
        },
      },
    });
    expect(refused.headers.get('retry-after')).toBeNull();
    for (let n = 0; n < 490; n += 1) {
      if (n % 10 === 0) clock.advance(1001);
      expect(await call()).toBe(200);
    }
    clock.advance(1001);
    qbo.switches.retryAfter = 'seconds60';
    expect((await api(qbo, 'preferences')).headers.get('retry-after')).toBe('60');
    clock.advance(60_000);
    expect(await call()).toBe(200);
    qbo.switches.rateLimit = false;
    for (let n = 0; n < 30; n += 1) expect(await call()).toBe(200);
  });

  it('takes files and gives them back', async () => {
    const { qbo } = start();
    const form = new FormData();
    form.set(
      'file_metadata_01',
      new Blob([JSON.stringify({ Note: 'n' })], { type: 'application/json' }),
    );
    form.set('file_content_01', new File(['hello'], 'a.txt', { type: 'text/plain' }));
    const request = new Request(`https://x/v3/company/${REALM}/upload`, {
      method: 'POST',
      body: form,
      headers: { Authorization: 'Bearer x', Accept: 'application/json' },
    });
    const { body } = await reply(await qbo.api.fetch(request));
    expect(body).toMatchObject({
      AttachableResponse: [{ Attachable: { FileName: 'a.txt', Size: 5 } }],
    });
    const address = await qbo.api.fetch(
      new Request(`https://x/v3/company/${REALM}/download/1`, {
        headers: { Authorization: 'Bearer x' },
      }),
    );
    const file = await qbo.api.fetch(new Request(await address.text()));
    expect(await file.text()).toBe('hello');
  });

  it('makes tax codes through the tax service', async () => {
    const { qbo } = start();
    const TaxRateDetails = [{ TaxRateName: 'HST NS', RateValue: '14', TaxAgencyId: '1' }];
    const { body } = await api(qbo, 'taxservice/taxcode', { TaxCode: 'HST NS', TaxRateDetails });
    expect(body).toMatchObject({
      TaxCode: 'HST NS',
      TaxCodeId: '8',
      TaxRateDetails: [{ TaxRateId: '6' }],
    });
    expect((await api(qbo, 'taxcode', { Name: 'x' })).body).toMatchObject({
      Fault: { Error: [{ code: '500' }] },
    });
    expect((await api(qbo, 'taxcode/8')).body).toMatchObject({ TaxCode: { Name: 'HST NS' } });
  });

  it('knows the other company too', async () => {
    const { qbo } = start();
    customer(qbo.company(OTHER_REALM), 'Amy');
    expect((await api(qbo, 'customer/1')).body).toMatchObject({
      Fault: { Error: [{ code: '610' }] },
    });
  });
});
