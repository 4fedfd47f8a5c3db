import { beforeEach, describe, expect, it } from 'vitest';
import { asInvoice, asPayment, failure } from './scene/records';
import { connectionRefused, cutInHalf, html } from './scene/site-fetch';
import { KEY, type TpsOffice, tpsOffice } from './scene/tps-office';
import { FIRM, OTHER_FIRM } from './scene/tps-scene';

let scene: TpsOffice['scene'];
let clientId: TpsOffice['clientId'];
let invoice: TpsOffice['invoice'];
let payment: TpsOffice['payment'];
const ignore = (): void => {};

beforeEach(async () => {
  ({ scene, clientId, invoice, payment } = await tpsOffice());
});

const isPost = ({ method }: { method: string }): boolean => method === 'POST';

describe('session and firm', () => {
  it('says who is signed in', async () => {
    expect(await scene.port.identify()).toMatchObject({ id: '4711', mayWrite: true });
    scene.standIn.sessions.revokeSyncPermission();
    expect(await scene.port.identify()).toMatchObject({ mayWrite: false });
  });

  it('401 and the log-in page', async () => {
    scene.standIn.sessions.expireAll();
    await failure(scene.port.pullAll(ignore), 'signedOut');
    await failure(scene.port.create(invoice(), KEY), 'signedOut');
    const page = await scene.site.fetch('https://app.tpssoftware.com/clients', { method: 'GET' });
    expect(page.redirected).toBe(true);
    scene.site.mishap({ when: () => true, instead: () => page });
    await failure(scene.port.identify(), 'signedOut');
  });

  it('another firm: nothing is written, both are named', async () => {
    scene.standIn.sessions.switchFirm(OTHER_FIRM);
    for (const act of [
      () => scene.port.create(invoice(), KEY),
      () => scene.port.pullAll(ignore),
      () => scene.port.findByMarker('[QBO invoice 1]', invoice(), null),
    ]) {
      const error = await failure(act(), 'wrongBooks');
      expect(error.what.values).toEqual({
        system: 'TPS',
        current: 'Other Firm (4712)',
        paired: `${FIRM.name} (${FIRM.id})`,
      });
    }
    expect(scene.site.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await scene.portWith({ firmId: null }).pullAll(ignore)).toMatchObject({ records: [] });
  });

  it('a firm that is switched while the lists are read spoils the pull', async () => {
    scene.site.mishap({
      when: ({ url }) => url.includes('/payments?'),
      before: () => scene.standIn.sessions.switchFirm(OTHER_FIRM),
    });
    await failure(scene.port.pullAll(ignore), 'wrongBooks');
  });

  it('permission Sync missing', async () => {
    scene.standIn.sessions.revokeSyncPermission();
    const error = await failure(scene.port.create(invoice(), KEY), 'noPermission');
    expect(error.what).toEqual({
      id: 'port.noSyncPermission',
      values: { user: 'Sylvie Sync' },
    });
    expect(scene.site.sent.filter(isPost)).toEqual([]);
  });

  it('permission lost between the check and the write', async () => {
    scene.site.mishap({
      when: isPost,
      before: () => scene.standIn.sessions.revokeSyncPermission(),
    });
    const error = await failure(scene.port.create(invoice(), KEY), 'noPermission');
    expect(error.what.id).toBe('port.noPermission');
  });

  it('a rotated token is read anew once', async () => {
    scene.site.mishap({ when: isPost, before: () => scene.standIn.sessions.rotateCsrf() });
    await scene.port.create(invoice(), KEY);
    expect(scene.site.sent.filter(isPost).length).toBe(2);
    expect(scene.books.invoices.all().length).toBe(1);
  });
});

describe('transport failures', () => {
  const read = () => scene.port.read('client', clientId);
  const clientsOnly = ({ url }: { url: string }): boolean => url.includes('/clients/');

  it('429', async () => {
    scene.site.mishap({
      when: clientsOnly,
      instead: () => new Response('{}', { status: 429, headers: { 'retry-after': '12' } }),
    });
    expect((await failure(read(), 'busy')).notBeforeMs).toBe(scene.nowMs() + 12_000);
  });

  it('HTML, cut JSON and a mistyped field on a read', async () => {
    scene.site.mishap({ when: clientsOnly, instead: () => html('One moment') });
    await failure(read(), 'malformed');
    scene.site.mishap({ when: clientsOnly, after: cutInHalf });
    await failure(read(), 'malformed');
    const view = scene.books.clients.get(Number(clientId));
    scene.site.mishap({
      when: clientsOnly,
      instead: () => Response.json({ ...view, arBalance: 12.5 }),
    });
    const error = await failure(read(), 'malformed');
    expect(error.what.values).toEqual({
      system: 'TPS',
      type: 'client',
      label: "Roy & Fils d'Acadie",
      field: 'arBalance',
    });
  });

  it('500 and no connection on a read', async () => {
    for (const instead of [() => new Response('{}', { status: 500 }), connectionRefused]) {
      scene.site.mishap({ when: clientsOnly, instead, times: 2 });
      await failure(read(), 'unreachable');
      scene.site.clearMishaps();
    }
  });

  it.each([
    ['500', { instead: () => Response.json({}, { status: 500 }) }],
    ['no connection', { instead: connectionRefused }],
    ['HTML', { instead: () => html('One moment') }],
    ['cut JSON', { after: cutInHalf }],
    ['a missing field', { after: () => Response.json({ id: 1 }) }],
  ])('%s on a write leaves the outcome open', async (_, mishap) => {
    scene.site.mishap({ when: isPost, ...mishap });
    await failure(scene.port.create(invoice(), KEY), 'outcomeUnknown');
  });

  it('finds what arrived although the answer got lost', async () => {
    scene.site.mishap({ when: isPost, after: () => connectionRefused() });
    await failure(scene.port.create(invoice(), KEY), 'outcomeUnknown');
    const found = await scene.port.findByMarker('[QBO invoice 187]', invoice(), null);
    expect(asInvoice(found).number).toBe('SD-1042');
    expect(await scene.port.findByMarker('[QBO payment 9]', payment(), null)).toBeNull();
    scene.site.mishap({ when: isPost, after: () => connectionRefused() });
    await failure(scene.port.create(payment(), KEY), 'outcomeUnknown');
    const paid = await scene.port.findByMarker('[QBO payment 9]', payment(), null);
    expect(asPayment(paid).amountCents).toBe(10000);
  });
});
