import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { InvoiceDraft } from '../../utils/ledger/drafts';
import { plainDate } from '../../utils/ledger/plain-date';
import { clientDraft, invoiceDraft, paymentDraft } from './scene/drafts';
import { OTHER_REALM, type QboScene, qboScene, REALM } from './scene/qbo-scene';
import { asInvoice, asPayment, failure } from './scene/records';
import { connectionRefused, cutInHalf, html } from './scene/site-fetch';

let scene: QboScene;
let clientId: string;
let key = 0;
const nextKey = (): string => `key-${++key}`;
const ignore = (): void => {};

beforeEach(async () => {
  scene = await qboScene();
  clientId = (await scene.port.create(clientDraft(), nextKey())).id;
  scene.site.sent.length = 0;
});

function invoice(change: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return invoiceDraft({
    clientId,
    lines: [
      { codeId: '3', description: '', quantity: '1', amountCents: cents(450_00), taxKey: '3' },
    ],
    taxes: [],
    totalCents: cents(450_00),
    ...change,
  });
}

const create = (change: Partial<InvoiceDraft> = {}) =>
  scene.port.create(invoice(change), nextKey());
const isInvoicePost = ({ method, url }: { method: string; url: string }): boolean =>
  method === 'POST' && url.includes('/invoice?');

describe('session and company', () => {
  it('no header yet', async () => {
    const port = scene.portWith({ session: { current: async () => null } });
    expect((await failure(port.identify(), 'signedOut')).what.id).toBe('port.noSession');
  });

  it('401', async () => {
    scene.standIn.sessions.expireAll();
    const error = await failure(scene.port.pullAll(ignore), 'signedOut');
    expect(error.what).toMatchObject({ id: 'port.signedOut', values: { system: 'QuickBooks' } });
    await failure(create(), 'signedOut');
  });

  it('a log-in page instead of data', async () => {
    scene.site.mishap({
      when: () => true,
      instead: () => html('<form><input type="password"></form>'),
    });
    await failure(scene.port.read('client', clientId), 'signedOut');
  });

  it('a redirect to the log-in page', async () => {
    const page = await scene.site.fetch('https://qbo.intuit.com/login', { method: 'GET' });
    scene.site.mishap({ when: ({ url }) => url.includes('/api/'), instead: () => page });
    await failure(scene.port.read('client', clientId), 'signedOut');
  });

  it('a redirect to a log-in host that we may not ask', async () => {
    const away = new Response(null);
    Object.defineProperty(away, 'type', { value: 'opaqueredirect' });
    scene.site.mishap({ when: () => true, instead: connectionRefused });
    scene.site.mishap({ when: () => true, instead: () => away });
    await failure(scene.port.read('client', clientId), 'signedOut');
  });

  it('another company: nothing is sent, both are named', async () => {
    scene.standIn.sessions.switchCompany(OTHER_REALM);
    await scene.site.fetch('https://qbo.intuit.com/app/homepage', { method: 'GET' });
    scene.site.sent.length = 0;
    for (const act of [
      () => create(),
      () => scene.port.pullAll(ignore),
      () => scene.port.read('client', '1'),
    ]) {
      const error = await failure(act(), 'wrongBooks');
      expect(error.what).toMatchObject({
        id: 'port.wrongBooks',
        values: { current: OTHER_REALM, paired: `Cabinet Roy (${REALM})` },
      });
    }
    expect(scene.site.sent).toEqual([]);
    expect(await scene.port.identify()).toMatchObject({ id: OTHER_REALM, name: 'Other Books' });
    const named = await failure(create(), 'wrongBooks');
    expect(named.what.values?.current).toBe(`Other Books (${OTHER_REALM})`);
  });

  it.each([401, 403] as const)('QBO itself says wrong company with %i', async (status) => {
    scene.standIn.switches.companyMismatchStatus = status;
    scene.standIn.sessions.switchCompany(OTHER_REALM);
    // The cookie of this browser still shows the paired company.
    await failure(scene.port.read('client', clientId), 'wrongBooks');
  });

  it.each(['json', 'html', 'text', 'empty'] as const)(
    'an ended session is known by its status, whatever the body (%s)',
    async (webRefusalBody) => {
      scene.standIn.switches.webRefusalBody = webRefusalBody;
      scene.standIn.sessions.expireAll();
      await failure(scene.port.read('client', clientId), 'signedOut');
      await failure(create(), 'signedOut');
    },
  );

  it.each(['html', 'text', 'empty'] as const)(
    'a company that is another one is told by the cookie alone, where the body (%s) does not say so',
    async (webRefusalBody) => {
      scene.standIn.switches.webRefusalBody = webRefusalBody;
      scene.standIn.sessions.switchCompany(OTHER_REALM);
      await failure(scene.port.read('client', clientId), 'noPermission');
    },
  );

  it('before pairing the current company is read', async () => {
    const port = scene.portWith({ realm: null });
    expect((await port.identify()).id).toBe(REALM);
    expect((await port.pullAll(ignore)).records.length).toBe(1);
  });

  it('3100 is a missing permission', async () => {
    scene.site.mishap({
      when: () => true,
      instead: () => Response.json({ fault: { error: [{ code: '3100' }] } }, { status: 403 }),
    });
    await failure(scene.port.read('client', clientId), 'noPermission');
  });

  it('a rotated csrf token is read anew once', async () => {
    scene.standIn.sessions.rotateCsrf();
    await create();
    const posts = scene.site.sent.filter(isInvoicePost);
    expect(posts.length).toBe(2);
    expect(scene.company.query('select count(*) from Invoice').totalCount).toBe(1);
  });

  it('reads carry no csrf token', async () => {
    await scene.port.read('client', clientId);
    const headers = scene.site.sent[0]?.headers;
    expect(headers?.get('csrftoken')).toBeNull();
    expect(headers?.get('intuit-company-id')).toBe(REALM);
  });
});

describe('transport failures', () => {
  const read = () => scene.port.read('client', clientId);

  it('429 without Retry-After waits a minute, and holds the lane', async () => {
    const throttle = { fault: { error: [{ code: '3001' }], type: 'SERVICE' } };
    scene.site.mishap({
      when: () => true,
      instead: () => Response.json(throttle, { status: 429 }),
    });
    const error = await failure(read(), 'busy');
    expect(error.notBeforeMs).toBe(scene.nowMs() + 60_000);
    scene.waits.length = 0;
    await read();
    expect(scene.waits.length).toBe(1);
  });

  it('429 with Retry-After waits as long as it says', async () => {
    scene.site.mishap({
      when: () => true,
      instead: () => new Response('', { status: 429, headers: { 'retry-after': '7' } }),
    });
    expect((await failure(read(), 'busy')).notBeforeMs).toBe(scene.nowMs() + 7_000);
  });

  it('never goes over the documented limits', async () => {
    for (let n = 0; n < 60; n += 1) await read();
    expect(scene.requests.length).toBeGreaterThanOrEqual(60);
  });

  it('HTML, cut JSON and a missing field on a read', async () => {
    scene.site.mishap({ when: () => true, instead: () => html('One moment') });
    const page = await failure(read(), 'malformed');
    expect(page.what).toMatchObject({ id: 'port.malformed', values: { field: 'JSON' } });
    scene.site.mishap({ when: () => true, after: cutInHalf });
    await failure(read(), 'malformed');
    scene.site.mishap({
      when: () => true,
      instead: () => Response.json({ Customer: { Id: '5', DisplayName: 'Roy', SyncToken: 3 } }),
    });
    const field = await failure(read(), 'malformed');
    expect(field.what.values).toEqual({
      system: 'QuickBooks',
      type: 'client',
      label: 'Roy',
      field: 'SyncToken',
    });
    scene.site.mishap({
      when: ({ url }) => /SELECT\+\*\+FROM\+Invoice/.test(url),
      instead: () => Response.json({ QueryResponse: { Invoice: 'none' } }),
    });
    await failure(scene.port.pullAll(ignore), 'malformed');
  });

  it('500 and no connection on a read', async () => {
    for (const instead of [() => new Response('{}', { status: 503 }), connectionRefused]) {
      scene.site.mishap({ when: () => true, instead, times: 2 });
      await failure(read(), 'unreachable');
      scene.site.clearMishaps();
    }
  });

  it.each([
    ['500', { instead: () => Response.json({}, { status: 500 }) }],
    ['no connection', { instead: connectionRefused }],
    ['HTML', { instead: () => html('One moment') }],
    ['cut JSON', { after: cutInHalf }],
    ['a missing field', { after: () => Response.json({ Invoice: { Id: '1' } }) }],
  ])('%s on a write leaves the outcome open', async (_, mishap) => {
    scene.site.mishap({ when: isInvoicePost, ...mishap });
    const error = await failure(create(), 'outcomeUnknown');
    expect(error.what).toMatchObject({ values: { type: 'invoice', label: 'SD-1042' } });
  });
});

describe('after a write whose answer got lost', () => {
  const lost = { after: () => connectionRefused() };

  it('finds the invoice, even under a number that QBO gave', async () => {
    scene.site.mishap({ when: isInvoicePost, ...lost });
    await failure(create(), 'outcomeUnknown');
    const found = asInvoice(await scene.port.findByMarker('[TPS invoice 118]', invoice(), null));
    expect(found.totalCents).toBe(45000);
    const other = invoice({ number: 'X-1', date: plainDate('2026-01-01') });
    expect((await scene.port.findByMarker('[TPS invoice 118]', other, null))?.id).toBe(found.id);
    expect(await scene.port.findByMarker('[TPS invoice 999]', invoice(), null)).toBeNull();
  });

  it('finds the payment', async () => {
    const draft = paymentDraft({ clientId, bankId: '6' });
    scene.site.mishap({ when: ({ method }) => method === 'POST', ...lost });
    await failure(scene.port.create(draft, nextKey()), 'outcomeUnknown');
    const found = asPayment(await scene.port.findByMarker('[TPS payment 55]', draft, null));
    expect(found.amountCents).toBe(10000);
  });

  it('finds the client, also when it was renamed since', async () => {
    const draft = clientDraft({ name: 'New one', marker: '[TPS client 77]' });
    scene.site.mishap({ when: ({ method }) => method === 'POST', ...lost });
    await failure(scene.port.create(draft, nextKey()), 'outcomeUnknown');
    const found = await scene.port.findByMarker('[TPS client 77]', draft, null);
    expect(found).toMatchObject({ kind: 'client', name: 'New one' });
    const renamed = clientDraft({ name: 'Another', marker: '[TPS client 77]' });
    expect((await scene.port.findByMarker('[TPS client 77]', renamed, null))?.id).toBe(found?.id);
  });
});
