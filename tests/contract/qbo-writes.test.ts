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
    const found = await scene.port.findByMarker('[TPS client 12]', clientDraft(), null);
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

  describe('an update', () => {
    /** The time that the line bills. */
    const LinkedTxn = [{ TxnId: '77', TxnType: 'TimeActivity' }];

    /** As a bookkeeper leaves it: a service date, a class, a line of text, a second product. */
    async function finished() {
      const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
      const { Line, SyncToken } = scene.company.read('Invoice', made.id);
      const [line] = Array.isArray(Line) ? Line : [];
      const detail = line?.SalesItemLineDetail ?? {};
      scene.company.update('Invoice', {
        Id: made.id,
        SyncToken: SyncToken ?? '0',
        sparse: true,
        CustomerMemo: { value: 'Thank you' },
        Line: [
          { DetailType: 'DescriptionOnly', Description: 'Year end 2025' },
          { ...line, LinkedTxn, SalesItemLineDetail: { ...detail, ServiceDate: '2026-02-11' } },
          { DetailType: 'DescriptionOnly', Description: 'As agreed in the engagement letter' },
        ],
      });
      return asInvoice(await scene.port.read('invoice', made.id));
    }

    const linesOf = (id: string) => {
      const { Line } = scene.company.read('Invoice', id);
      return (Array.isArray(Line) ? Line : []).slice(0, -1);
    };

    it('of a date sends no lines: they stay as they are, to the last field', async () => {
      const { id, version } = await finished();
      const before = linesOf(id);
      const draft = taxedInvoice({ dueDate: plainDate('2026-09-09') });
      const after = asInvoice(await scene.port.update(id, version, draft, nextKey()));
      expect(after.dueDate).toBe('2026-09-09');
      expect(linesOf(id)).toEqual(before);
      expect(scene.company.read('Invoice', id).CustomerMemo).toEqual({ value: 'Thank you' });
    });

    it('of an amount changes that line by its Id, and leaves the rest of it and the texts', async () => {
      const { id, version } = await finished();
      const before = linesOf(id);
      const [line] = taxedInvoice().lines;
      if (!line) throw new Error('no line');
      const advice = { codeId: '1', description: 'Advice', quantity: '1', taxKey: '3' };
      const draft = taxedInvoice({
        lines: [
          { ...line, amountCents: cents(50_00) },
          { ...advice, amountCents: cents(20_00) },
        ],
        taxes: [
          { ref: '1', amountCents: cents(2_50) },
          { ref: '3', amountCents: cents(4_99) },
        ],
        totalCents: cents(77_49),
      });
      const after = asInvoice(await scene.port.update(id, version, draft, nextKey()));
      expect(after).toMatchObject({ totalCents: 77_49, oddity: null });
      const [head, own, text, added] = linesOf(id);
      expect(head).toMatchObject({ Id: before[0]?.Id, Description: 'Year end 2025' });
      expect(own).toMatchObject({
        Id: before[1]?.Id,
        Amount: 50,
        LinkedTxn,
        SalesItemLineDetail: { ServiceDate: '2026-02-11' },
      });
      expect(text).toMatchObject({
        Id: before[2]?.Id,
        Description: 'As agreed in the engagement letter',
      });
      expect(added).toMatchObject({ Amount: 20, Description: 'Advice' });
      expect(after.lines.map(({ amountCents }) => amountCents)).toEqual([0, 5000, 0, 2000]);
    });

    it('of a full note leaves no room for a tag, and cuts nothing', async () => {
      const { id, version } = await finished();
      const memo = 'x'.repeat(4000);
      const after = asInvoice(
        await scene.port.update(id, version, taxedInvoice({ memo }), nextKey()),
      );
      expect(after).toMatchObject({ memo, marker: null });
    });
  });

  it('an address that changes leaves no lines of the old one behind', async () => {
    const before = scene.company.read('Customer', clientId);
    scene.company.update('Customer', {
      Id: clientId,
      SyncToken: String(before.SyncToken),
      sparse: true,
      BillAddr: { Line1: 'Box 7', Line2: 'Level 3', Line3: 'Tower B', Line4: 'Old Port' },
    });
    const { version } = asClient(await scene.port.read('client', clientId));
    const { address } = clientDraft();
    await scene.port.update(clientId, version, clientDraft({ address }), nextKey());
    const { BillAddr } = scene.company.read('Customer', clientId);
    expect(BillAddr).toMatchObject({ Line1: address.line1 });
    expect(JSON.stringify(BillAddr)).not.toMatch(/Tower|Port"/);
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

  it.each(['Annulé', 'Void'] as const)(
    'is void by its content, where the word is %s',
    async (word) => {
      scene.standIn.switches.voidWord = word;
      const made = asInvoice(await scene.port.create(taxedInvoice(), nextKey()));
      const gone = asInvoice(await scene.port.void('invoice', made.id, made.version));
      expect(gone).toMatchObject({ voided: true, marker: '[TPS invoice 118]' });
      const paid = asPayment(
        await scene.port.create(paymentDraft({ clientId, bankId: '6' }), nextKey()),
      );
      const back = asPayment(await scene.port.void('payment', paid.id, paid.version));
      expect(back).toMatchObject({ voided: true, amountCents: 0 });
    },
  );

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
