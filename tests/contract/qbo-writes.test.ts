import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { InvoiceDraft } from '../../utils/ledger/drafts';
import { plainDate } from '../../utils/ledger/plain-date';
import { clientDraft, invoiceDraft, paymentDraft } from './scene/drafts';
import { type QboScene, qboScene } from './scene/qbo-scene';
import { asClient, asInvoice, asPayment, failure } from './scene/records';

let scene: QboScene;
let clientId: string;
let key = 0;
const nextKey = (): string => `key-${++key}`;

beforeEach(async () => {
  scene = await qboScene();
  clientId = (await scene.port.create(clientDraft(), nextKey())).id;
});

/** 140.00 with GST and QST: 7.00 + 13.97 (9.975 %, half up). */
function taxedInvoice(change: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return invoiceDraft({
    clientId,
    lines: [
      {
        codeId: '3',
        description: 'Bookkeeping',
        quantity: '2',
        amountCents: cents(140_00),
        taxKey: '7',
      },
    ],
    taxes: [
      { ref: '1', amountCents: cents(7_00) },
      { ref: '3', amountCents: cents(13_97) },
    ],
    totalCents: cents(160_97),
    ...change,
  });
}

describe('clients', () => {
  it('creates one that reads back as it was drafted', async () => {
    const { kind: _, ...fields } = clientDraft();
    const client = asClient(await scene.port.read('client', clientId));
    // QBO gives countries back as ISO-3 codes (Intuit blog 2025-08-13).
    const address = { ...fields.address, country: 'CAN' };
    expect(client).toMatchObject({
      ...fields,
      address,
      status: 'active',
      balanceCents: 0,
      currency: 'CAD',
    });
    expect(scene.company.read('Customer', clientId).Notes).toBe('Client ID: ROY01 [TPS client 12]');
  });

  it('keeps the user’s own notes and unknown fields on an update', async () => {
    const before = scene.company.read('Customer', clientId);
    scene.company.update('Customer', {
      Id: clientId,
      SyncToken: String(before.SyncToken),
      sparse: true,
      Notes: `Prefers e-mail. ${String(before.Notes)}`,
      PrintOnCheckName: 'Roy et Fils',
    });
    const client = asClient(await scene.port.read('client', clientId));
    expect(client.marker).toBe('[TPS client 12]');
    const changed = clientDraft({ email: 'z.roy@roy.example', phone: '', code: 'ROY02' });
    const after = asClient(await scene.port.update(clientId, client.version, changed, nextKey()));
    expect(after).toMatchObject({ email: 'z.roy@roy.example', phone: '', code: 'ROY02' });
    const raw = scene.company.read('Customer', clientId);
    expect(raw.Notes).toBe('Prefers e-mail. Client ID: ROY02 [TPS client 12]');
    expect(raw.PrintOnCheckName).toBe('Roy et Fils');
  });

  it('makes a removed client inactive, and shows it under its own name', async () => {
    const { version } = asClient(await scene.port.read('client', clientId));
    await scene.port.remove('client', clientId, version);
    const client = asClient(await scene.port.read('client', clientId));
    expect(client).toMatchObject({ status: 'inactive', name: "Roy & Fils d'Acadie" });
    const found = await scene.port.findByMarker('[TPS client 12]', clientDraft(), true);
    expect(found?.id).toBe(clientId);
  });
});

describe('invoices', () => {
  it('creates one that reads back as it was drafted', async () => {
    const draft = taxedInvoice();
    const made = asInvoice(await scene.port.create(draft, nextKey()));
    const { kind: _, onlinePaymentEmail: __, ...fields } = draft;
    expect(made).toMatchObject({ ...fields, balanceCents: 16097, voided: false, oddity: null });
    expect(made).toEqual(await scene.port.read('invoice', made.id));
    expect(scene.company.read('Invoice', made.id)).toMatchObject({
      PrivateNote: 'Year-end work [TPS invoice 118]',
      DocNumber: 'SD-1042',
      GlobalTaxCalculation: 'TaxExcluded',
    });
  });

  it('sends the tax total that the other side has', async () => {
    scene.standIn.switches.taxOverride = 'honoured';
    const taxes = [
      { ref: '1', amountCents: cents(7_00) },
      { ref: '3', amountCents: cents(13_98) },
    ];
    const draft = taxedInvoice({ taxes, totalCents: cents(160_98) });
    const made = asInvoice(await scene.port.create(draft, nextKey()));
    expect(made.totalCents).toBe(16098);
  });

  it('sends quantity and price only when they make the amount exactly', async () => {
    const lines = ['3', '2.5'].map((quantity) => ({
      codeId: '3',
      description: `Hours ${quantity}`,
      quantity,
      amountCents: cents(100_00),
      taxKey: '3',
    }));
    const draft = taxedInvoice({ lines, taxes: [], totalCents: cents(200_00) });
    const made = asInvoice(await scene.port.create(draft, nextKey()));
    expect(made.lines.map((line) => line.quantity)).toEqual(['1', '2.5']);
    expect(made.totalCents).toBe(20000);
  });

  it('answers the same key with the same invoice', async () => {
    const first = await scene.port.create(taxedInvoice(), 'same-key');
    const second = await scene.port.create(taxedInvoice(), 'same-key');
    expect(second.id).toBe(first.id);
  });

  it('updates lines as a whole and keeps what it does not know', async () => {
    const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
    const raw = scene.company.update('Invoice', {
      Id: made.id,
      SyncToken: made.version,
      sparse: true,
      CustomerMemo: { value: 'Thank you' },
    });
    const draft = taxedInvoice({
      memo: 'Corrected',
      lines: [
        {
          codeId: '1',
          description: 'Advice',
          quantity: '1',
          amountCents: cents(50_00),
          taxKey: '3',
        },
        { codeId: '', description: 'As agreed', quantity: '1', amountCents: cents(0), taxKey: '' },
      ],
      taxes: [],
      totalCents: cents(50_00),
    });
    const after = asInvoice(
      await scene.port.update(made.id, String(raw.SyncToken), draft, nextKey()),
    );
    expect(after).toMatchObject({ totalCents: 5000, memo: 'Corrected', oddity: null });
    expect(after.lines).toEqual(draft.lines);
    expect(scene.company.read('Invoice', made.id).CustomerMemo).toEqual({ value: 'Thank you' });
  });

  it('refuses a stale version without sending anything', async () => {
    const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
    const seen = taxedInvoice({ memo: 'A' });
    await scene.port.update(made.id, made.version, seen, nextKey());
    scene.requests.length = 0;
    const late = scene.port.update(made.id, made.version, taxedInvoice({ memo: 'B' }), nextKey());
    const error = await failure(late, 'changedMeanwhile');
    expect(error.what).toMatchObject({
      id: 'port.changedMeanwhile',
      values: { type: 'invoice', label: 'SD-1042' },
    });
    expect(scene.requests.filter(({ write }) => write)).toEqual([]);
  });

  it('lets QBO refuse a version that moved in the last moment', async () => {
    const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
    await scene.port.update(made.id, made.version, taxedInvoice({ memo: 'A' }), nextKey());
    await failure(scene.port.void('invoice', made.id, made.version), 'changedMeanwhile');
    await failure(scene.port.remove('invoice', made.id, made.version), 'changedMeanwhile');
  });

  it('voids: amounts fall to zero, number and own words stay', async () => {
    const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
    const gone = asInvoice(await scene.port.void('invoice', made.id, made.version));
    expect(gone).toMatchObject({
      voided: true,
      totalCents: 0,
      balanceCents: 0,
      number: 'SD-1042',
      marker: '[TPS invoice 118]',
    });
    expect(gone.memo).not.toMatch(/voided/i);
  });

  it('removes: then there is nothing to read', async () => {
    const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
    await scene.port.remove('invoice', made.id, made.version);
    expect(await scene.port.read('invoice', made.id)).toBeNull();
    await failure(scene.port.update(made.id, made.version, taxedInvoice(), nextKey()), 'refused');
  });
});

describe('payments', () => {
  let invoiceId: string;
  beforeEach(async () => {
    invoiceId = (await scene.port.create(taxedInvoice(), nextKey())).id;
  });

  const payment = (change = {}) =>
    paymentDraft({
      clientId,
      bankId: '6',
      methodId: '2',
      applications: [{ to: 'invoice' as const, id: invoiceId, amountCents: cents(60_97) }],
      ...change,
    });

  it('creates one that reads back as it was drafted', async () => {
    const draft = payment();
    const made = asPayment(await scene.port.create(draft, nextKey()));
    const { kind: _, ...fields } = draft;
    expect(made).toMatchObject({
      ...fields,
      unappliedCents: 3903,
      voided: false,
      deposited: false,
    });
    const invoice = asInvoice(await scene.port.read('invoice', invoiceId));
    expect(invoice.balanceCents).toBe(10000);
  });

  it('moves its applications on an update', async () => {
    const made = asPayment(await scene.port.create(payment(), nextKey()));
    const draft = payment({ applications: [], date: plainDate('2026-02-21') });
    const after = asPayment(await scene.port.update(made.id, made.version, draft, nextKey()));
    expect(after).toMatchObject({ applications: [], unappliedCents: 10000, date: '2026-02-21' });
    expect(after.methodId).toBe('2');
    const invoice = asInvoice(await scene.port.read('invoice', invoiceId));
    expect(invoice.balanceCents).toBe(16097);
  });

  it('voids and removes, and the invoice is open again', async () => {
    const made = asPayment(await scene.port.create(payment(), nextKey()));
    const gone = asPayment(await scene.port.void('payment', made.id, made.version));
    expect(gone).toMatchObject({ voided: true, amountCents: 0, marker: '[TPS payment 55]' });
    const again = asPayment(await scene.port.create(payment(), nextKey()));
    await scene.port.remove('payment', again.id, again.version);
    expect(await scene.port.read('payment', again.id)).toBeNull();
    const invoice = asInvoice(await scene.port.read('invoice', invoiceId));
    expect(invoice.balanceCents).toBe(16097);
  });

  it('keeps the line of a credit memo that a person applied', async () => {
    const memo = scene.company.create('CreditMemo', {
      CustomerRef: { value: clientId },
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [
        {
          Amount: 20,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: { value: '3' } },
        },
      ],
    });
    const raw = scene.company.create('Payment', {
      CustomerRef: { value: clientId },
      TotalAmt: 80,
      DepositToAccountRef: { value: '6' },
      Line: [
        { Amount: 100, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] },
        { Amount: 20, LinkedTxn: [{ TxnId: String(memo.Id), TxnType: 'CreditMemo' }] },
      ],
    });
    const read = asPayment(await scene.port.read('payment', String(raw.Id)));
    expect(read.applications).toEqual([
      { to: 'invoice', id: invoiceId, amountCents: 10000 },
      { to: 'other', id: String(memo.Id), amountCents: -2000 },
    ]);
    expect(read.unappliedCents).toBe(0);
    const draft = payment({
      applications: read.applications,
      amountCents: read.amountCents,
      memo: 'Noted',
    });
    const after = asPayment(await scene.port.update(read.id, read.version, draft, nextKey()));
    expect(after.applications).toEqual(read.applications);
  });
});

describe('US companies', () => {
  it('writes TAX with the code of the invoice, and reads it back', async () => {
    const us = await qboScene('US');
    const client = await us.port.create(clientDraft(), nextKey());
    const line = { codeId: '3', quantity: '1', description: '' };
    const draft = invoiceDraft({
      clientId: client.id,
      lines: [
        { ...line, amountCents: cents(100_00), taxKey: 'TAX:2' },
        { ...line, amountCents: cents(50_00), taxKey: 'NON' },
      ],
      taxes: [{ ref: '3', amountCents: cents(8_00) }],
      totalCents: cents(158_00),
    });
    const made = asInvoice(await us.port.create(draft, nextKey()));
    expect(made.lines.map((one) => one.taxKey)).toEqual(['TAX:2', 'NON']);
    expect(made.taxes).toEqual(draft.taxes);
    expect(made.totalCents).toBe(15800);
  });
});
