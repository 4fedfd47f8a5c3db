import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { LedgerRecord, Payment } from '../../utils/ledger/entities';
import { clientDraft, invoiceDraft, paymentDraft } from './scene/drafts';
import { ACCOUNT, enterJournal } from './scene/qbo-office';
import { type QboScene, qboScene } from './scene/qbo-scene';
import { asInvoice, asPayment, foreignOf } from './scene/records';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let scene: QboScene;
let clientId: string;
let invoiceId: string;
let key = 0;
const nextKey = (): string => `key-${++key}`;
const ignore = (): void => {};

const hundred = (change: Partial<Parameters<typeof invoiceDraft>[0]> = {}) =>
  invoiceDraft({
    clientId,
    lines: [
      { codeId: '3', description: '', quantity: '1', amountCents: cents(100_00), taxKey: '3' },
    ],
    taxes: [],
    totalCents: cents(100_00),
    ...change,
  });

function journal(postingType: 'Debit' | 'Credit', amount: number) {
  const entry = { postingType, amount, accountId: ACCOUNT.chequing };
  return enterJournal({ company: scene.company, clientId }, entry);
}

beforeEach(async () => {
  scene = await qboScene();
  clientId = (await scene.port.create(clientDraft(), nextKey())).id;
  invoiceId = (await scene.port.create(hundred(), nextKey())).id;
});

describe('a pull of changes', () => {
  let watermark: string;
  beforeEach(async () => {
    scene.advance(HOUR_MS);
    watermark = (await scene.port.pullAll(ignore)).watermark;
    scene.advance(HOUR_MS);
  });

  const pull = () => scene.port.pullSince(watermark, ignore);

  it('brings nothing when nothing happened', async () => {
    expect(await pull()).toMatchObject({ records: [], deleted: [], full: false });
  });

  it('brings a new payment, its invoice and the client whose balance moved', async () => {
    const applications = [{ to: 'invoice' as const, id: invoiceId, amountCents: cents(100_00) }];
    await scene.port.create(paymentDraft({ clientId, bankId: '6', applications }), nextKey());
    const changes = await pull();
    expect(changes.full).toBe(false);
    const invoice = changes.records.find(({ kind }) => kind === 'invoice');
    expect(asInvoice(invoice).balanceCents).toBe(0);
    expect(changes.watermark > watermark).toBe(true);
  });

  it('does so too where a payment leaves the invoice’s own stamp alone', async () => {
    scene.standIn.switches.paymentBumpsSyncToken = false;
    const applications = [{ to: 'invoice' as const, id: invoiceId, amountCents: cents(40_00) }];
    await scene.port.create(paymentDraft({ clientId, bankId: '6', applications }), nextKey());
    const invoice = (await pull()).records.find(({ kind }) => kind === 'invoice');
    expect(asInvoice(invoice).balanceCents).toBe(6000);
  });

  it('asks once for the payments of all clients whose invoices were edited', async () => {
    const clients = 30;
    const invoices: string[] = [];
    for (let n = 0; n < clients; n += 1) {
      const { id } = await scene.port.create(clientDraft({ name: `Client ${n}` }), nextKey());
      const draft = hundred({ clientId: id, number: `M-${n}` });
      invoices.push((await scene.port.create(draft, nextKey())).id);
    }
    scene.advance(HOUR_MS);
    watermark = (await scene.port.pullAll(ignore)).watermark;
    scene.advance(HOUR_MS);
    for (const Id of invoices) {
      const { SyncToken = '' } = scene.company.read('Invoice', Id);
      scene.company.update('Invoice', { Id, SyncToken, sparse: true, DueDate: '2026-05-01' });
    }
    scene.site.sent.length = 0;
    const changes = await pull();
    expect(changes.full).toBe(false);
    expect(changes.records.filter(({ kind }) => kind === 'invoice')).toHaveLength(clients);
    const asked = scene.site.sent.map(({ url }) => decodeURIComponent(url));
    expect(asked.filter((url) => url.includes('Payment+WHERE'))).toHaveLength(1);
  });

  it('names what was deleted', async () => {
    const { version } = asInvoice(await scene.port.read('invoice', invoiceId));
    await scene.port.remove('invoice', invoiceId, version);
    const changes = await pull();
    expect(changes.full).toBe(false);
    expect(changes.deleted).toEqual([{ kind: 'invoice', id: invoiceId }]);
  });

  it('reads all when a payment was taken away', async () => {
    const draft = paymentDraft({ clientId, bankId: '6' });
    const payment = await scene.port.create(draft, nextKey());
    await scene.port.remove('payment', payment.id, payment.version);
    scene.advance(HOUR_MS);
    const another = asPayment(await scene.port.create(draft, nextKey()));
    scene.advance(HOUR_MS);
    watermark = (await scene.port.pullAll(ignore)).watermark;
    scene.advance(HOUR_MS);
    await scene.port.remove('payment', another.id, another.version);
    expect((await pull()).full).toBe(true);
  });

  describe.each([
    ['marks the invoices that it settles', {}],
    ['leaves their token alone', { paymentBumpsSyncToken: false }],
    ['leaves all of them alone', { paymentStampsTarget: false }],
  ])('where a payment %s', (_how, switches) => {
    let other: string;
    let payment: Payment;
    const applied = (id: string) => [{ to: 'invoice' as const, id, amountCents: cents(60_00) }];
    const balances = (records: readonly LedgerRecord[]) =>
      Object.fromEntries(
        records.flatMap((one) => (one.kind === 'invoice' ? [[one.id, one.balanceCents]] : [])),
      );
    beforeEach(async () => {
      Object.assign(scene.standIn.switches, switches);
      other = (await scene.port.create(hundred({ number: 'M-2' }), nextKey())).id;
      const draft = paymentDraft({
        ...{ clientId, bankId: '6', amountCents: cents(60_00) },
        applications: applied(invoiceId),
      });
      payment = asPayment(await scene.port.create(draft, nextKey()));
      scene.advance(HOUR_MS);
      watermark = (await scene.port.pullAll(ignore)).watermark;
      scene.advance(HOUR_MS);
    });
    const since = (known: readonly Payment[] | null, unsettledIds: readonly string[] = []) =>
      scene.port.pullSince(watermark, ignore, { read: async () => known, unsettledIds });
    const moveToOther = async () => {
      const draft = paymentDraft({
        ...{ clientId, bankId: '6', amountCents: cents(60_00) },
        applications: applied(other),
      });
      return scene.port.update(payment.id, payment.version, draft, nextKey());
    };

    it('one that was moved brings both invoices, the one it came off and the one it went to', async () => {
      await moveToOther();
      const changes = await since([payment]);
      expect(changes.full).toBe(false);
      expect(balances(changes.records)).toEqual({ [invoiceId]: 100_00, [other]: 40_00 });
    });

    it('one that we moved ourselves, too, by what the pair remembers', async () => {
      const moved = asPayment(await moveToOther());
      const changes = await since([moved], [invoiceId]);
      expect(changes.full).toBe(false);
      expect(balances(changes.records)).toMatchObject({ [invoiceId]: 100_00 });
    });

    it('one that was voided brings the invoice that is open again', async () => {
      await scene.port.void('payment', payment.id, payment.version);
      const changes = await since([payment]);
      expect(changes.full).toBe(false);
      expect(balances(changes.records)).toMatchObject({ [invoiceId]: 100_00 });
    });

    it('one that was deleted is gone, and its invoice is open again', async () => {
      await scene.port.remove('payment', payment.id, payment.version);
      const changes = await since([payment]);
      expect(changes.full).toBe(false);
      expect(changes.deleted).toContainEqual({ kind: 'payment', id: payment.id });
      expect(balances(changes.records)).toMatchObject({ [invoiceId]: 100_00 });
    });

    it('one of which nothing is known has everything read', async () => {
      await moveToOther();
      expect((await since(null)).full).toBe(true);
    });
  });

  it('looks for a payment that is said to be deleted, before it counts as gone', async () => {
    const payment = await scene.port.create(paymentDraft({ clientId, bankId: '6' }), nextKey());
    scene.site.mishap({
      when: ({ url }) => url.includes('/cdc'),
      after: async (response) => {
        const body = await response.json();
        const Payment = [{ domain: 'QBO', status: 'Deleted', Id: payment.id }];
        body.CDCResponse[0].QueryResponse.push({ Payment });
        return Response.json(body);
      },
    });
    const known = { read: async () => [asPayment(payment)], unsettledIds: [] };
    const changes = await scene.port.pullSince(watermark, ignore, known);
    expect(changes.full).toBe(false);
    expect(changes.deleted).toEqual([]);
    expect(changes.records.map(({ id }) => id)).toContain(payment.id);
  });

  it('reads all when a journal entry touches A/R', async () => {
    journal('Debit', 10);
    const changes = await pull();
    expect(changes.full).toBe(true);
    expect(foreignOf(changes.records)).toMatchObject([{ openCents: 1000 }]);
  });

  it('marks payments that a new deposit banks', async () => {
    const draft = paymentDraft({ clientId, bankId: '4' });
    const payment = await scene.port.create(draft, nextKey());
    scene.advance(HOUR_MS);
    watermark = (await scene.port.pullAll(ignore)).watermark;
    scene.advance(HOUR_MS);
    scene.company.create('Deposit', {
      DepositToAccountRef: { value: '6' },
      Line: [
        { Amount: 100, LinkedTxn: [{ TxnId: payment.id, TxnType: 'Payment', TxnLineId: '0' }] },
      ],
    });
    const changes = await pull();
    const read = asPayment(changes.records.find(({ kind }) => kind === 'payment'));
    expect(read.deposited).toBe(true);
  });

  it('reads all when the watermark is older than CDC looks back', async () => {
    scene.advance(29 * DAY_MS);
    await scene.signIn();
    const changes = await pull();
    expect(changes.full).toBe(true);
    expect(scene.site.sent.some(({ url }) => url.includes('/cdc'))).toBe(false);
  });

  it('looks for an invoice that is said to be deleted, before it counts as gone', async () => {
    scene.site.mishap({
      when: ({ url }) => url.includes('/cdc'),
      after: async (response) => {
        const body = await response.json();
        const Invoice = [{ domain: 'QBO', status: 'Deleted', Id: invoiceId }];
        body.CDCResponse[0].QueryResponse.push({ Invoice });
        return Response.json(body);
      },
    });
    const said = await pull();
    expect(said.deleted).toEqual([]);
    expect(said.records.map(({ id }) => id)).toContain(invoiceId);
    const { SyncToken } = scene.company.read('Invoice', invoiceId);
    scene.company.remove('Invoice', { Id: invoiceId, SyncToken: SyncToken ?? '0' });
    expect((await pull()).deleted).toContainEqual({ kind: 'invoice', id: invoiceId });
  });

  it('reads all when CDC refuses', async () => {
    scene.site.mishap({
      when: ({ url }) => url.includes('/cdc'),
      instead: () =>
        Response.json(
          { Fault: { Error: [{ code: '4001', Message: 'Invalid query' }] } },
          { status: 400 },
        ),
    });
    expect((await pull()).full).toBe(true);
  });

  it('reads all when the answer has as many rows as it can hold', async () => {
    for (let n = 0; n < 1_000; n += 1) {
      scene.company.create('Customer', { DisplayName: `Client ${n}` });
    }
    const changes = await pull();
    expect(changes.full).toBe(true);
    expect(changes.records.length).toBe(1_002);
  });

  it('works with entities that are left out of the answer', async () => {
    scene.standIn.switches.cdcEmptyEntity = 'omitted';
    expect(await pull()).toMatchObject({ records: [], full: false });
  });
});
