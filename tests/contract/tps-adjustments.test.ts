/** TPS's A/R adjustments, a client's status, and the link to pay an invoice online. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { InvoiceDraft } from '../../utils/ledger/drafts';
import { invoiceDraft, paymentDraft } from './scene/drafts';
import { asClient, asInvoice, asPayment, failure } from './scene/records';
import { KEY, type TpsOffice, tpsOffice } from './scene/tps-office';

let scene: TpsOffice['scene'];
let clientId: TpsOffice['clientId'];
let invoice: TpsOffice['invoice'];
let payment: TpsOffice['payment'];

beforeEach(async () => {
  ({ scene, clientId, invoice, payment } = await tpsOffice());
});

function increase(amountCents: number, marker = '[QBO invoice 88]'): InvoiceDraft {
  const total = cents(amountCents);
  return invoiceDraft({
    clientId,
    invoiceKind: 'adjustment',
    number: '',
    dueDate: null,
    memo: 'Interest',
    lines: [{ codeId: '', description: '', quantity: '1', amountCents: total, taxKey: '' }],
    taxes: [],
    totalCents: total,
    marker,
  });
}

const decrease = (amountCents: number, applied: { id: string; amountCents: number }[] = []) =>
  paymentDraft({
    clientId,
    booking: 'adjustment',
    bankId: '',
    reference: '',
    memo: 'Goodwill',
    amountCents: cents(amountCents),
    applications: applied.map(({ id, amountCents: part }) => ({
      to: 'invoice' as const,
      id,
      amountCents: cents(part),
    })),
    marker: '[QBO journal 45]',
  });

describe('adjustments', () => {
  it('an increase is owed like an invoice and reads back as it was drafted', async () => {
    const draft = increase(25_00);
    const made = asInvoice(await scene.port.create(draft, KEY));
    const { onlinePaymentEmail: _, ...fields } = draft;
    expect(made).toMatchObject({ ...fields, balanceCents: 2500, voided: false });
    expect(made.id).toMatch(/^A\d+$/);
    expect(made).toEqual(await scene.port.read('invoice', made.id));
    expect(scene.books.ledger().arTotalCents).toBe(2500);
  });

  it('a decrease lowers what is owed and is applied to invoices', async () => {
    const bill = asInvoice(await scene.port.create(invoice(), KEY));
    const draft = decrease(40_00, [{ id: bill.id, amountCents: 30_00 }]);
    const made = asPayment(await scene.port.create(draft, KEY));
    expect(made).toMatchObject({ ...draft, unappliedCents: 1000, methodId: '' });
    expect(made).toEqual(await scene.port.read('payment', made.id));
    expect(scene.books.ledger().arTotalCents).toBe(bill.totalCents - 4000);
  });

  it('a prepayment is refunded by putting it on an increase', async () => {
    const owed = asInvoice(await scene.port.create(increase(100_00), KEY));
    const paid = asPayment(await scene.port.create(payment({ amountCents: cents(100_00) }), KEY));
    const draft = payment({
      amountCents: cents(100_00),
      applications: [{ to: 'invoice', id: owed.id, amountCents: cents(100_00) }],
    });
    const after = asPayment(await scene.port.update(paid.id, paid.version, draft, KEY));
    expect(after).toMatchObject({ applications: draft.applications, unappliedCents: 0 });
    expect(asInvoice(await scene.port.read('invoice', owed.id)).balanceCents).toBe(0);
  });

  it('can be changed, voided and removed', async () => {
    const bill = asInvoice(await scene.port.create(invoice(), KEY));
    const made = asPayment(await scene.port.create(decrease(40_00), KEY));
    const changed = decrease(35_00, [{ id: bill.id, amountCents: 35_00 }]);
    const after = asPayment(await scene.port.update(made.id, made.version, changed, KEY));
    expect(after).toMatchObject({ amountCents: 3500, unappliedCents: 0 });
    const voided = asPayment(await scene.port.void('payment', made.id, after.version));
    expect(voided).toMatchObject({ voided: true, unappliedCents: 0 });
    const other = asInvoice(await scene.port.create(increase(5_00), KEY));
    await scene.port.remove('invoice', other.id, other.version);
    expect(await scene.port.read('invoice', other.id)).toBeNull();
    expect(scene.books.ledger().arTotalCents).toBe(bill.totalCents);
  });

  it('are found by their marker after an answer that was lost', async () => {
    const draft = increase(25_00);
    const made = await scene.port.create(draft, KEY);
    expect(await scene.port.findByMarker('[QBO invoice 88]', draft, null)).toEqual(made);
    expect(await scene.port.findByMarker('[QBO invoice 89]', draft, null)).toBeNull();
    const lower = decrease(1_00);
    const lowered = await scene.port.create(lower, KEY);
    expect(await scene.port.findByMarker('[QBO journal 45]', lower, null)).toEqual(lowered);
  });

  it('that somebody removed are told as gone in a pull of changes', async () => {
    const { watermark } = await scene.port.pullAll(() => {});
    const made = asInvoice(await scene.port.create(increase(5_00), KEY));
    scene.books.adjustments.remove(Number(made.id.slice(1)));
    const { deleted } = await scene.port.pullSince(watermark, () => {});
    expect(deleted).toContainEqual({ kind: 'invoice', id: made.id });
    expect(deleted).toContainEqual({ kind: 'payment', id: made.id });
  });

  it('a version that moved on sends nothing', async () => {
    const made = asInvoice(await scene.port.create(increase(5_00), KEY));
    scene.books.patch('adjustment', Number(made.id.slice(1)), { description: 'Edited' });
    await failure(
      scene.port.update(made.id, made.version, increase(6_00), KEY),
      'changedMeanwhile',
    );
    expect(asInvoice(await scene.port.read('invoice', made.id)).totalCents).toBe(500);
  });
});

describe('the status of a client', () => {
  it('is set, and a deleted client is restored', async () => {
    const client = asClient(await scene.port.read('client', clientId));
    const idle = asClient(await scene.port.setActive(clientId, client.version, false));
    expect(idle.status).toBe('inactive');
    const active = asClient(await scene.port.setActive(clientId, idle.version, true));
    expect(active.status).toBe('active');
    await scene.port.remove('client', clientId, active.version);
    const gone = asClient(await scene.port.read('client', clientId));
    expect(gone.status).toBe('deleted');
    const back = asClient(await scene.port.setActive(clientId, gone.version, true));
    expect(back).toMatchObject({ status: 'active', name: client.name, code: client.code });
  });

  it('is not touched when the client changed meanwhile', async () => {
    const { version } = asClient(await scene.port.read('client', clientId));
    scene.books.clients.exclude(Number(clientId), true);
    await failure(scene.port.setActive(clientId, version, false), 'changedMeanwhile');
    expect(asClient(await scene.port.read('client', clientId)).status).toBe('active');
  });
});

describe('the link to pay online', () => {
  it('is stored on the invoice and read with it', async () => {
    const made = asInvoice(await scene.port.create(invoice(), KEY));
    expect(made.paymentLink).toBeNull();
    const link = 'https://connect.intuit.com/portal/app/CommerceNetwork/view/abc';
    const after = asInvoice(await scene.port.setPaymentLink(made.id, made.version, link));
    expect(after).toMatchObject({ paymentLink: link, totalCents: made.totalCents });
  });

  it('needs a template that prints one, which the lists tell', async () => {
    const { paymentTemplateIds } = await scene.port.references();
    expect(paymentTemplateIds).toHaveLength(1);
  });
});
