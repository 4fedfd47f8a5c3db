import { beforeEach, describe, expect, it } from 'vitest';
import { type QboOffice, qboOffice } from './scene/qbo-office';
import { asInvoice } from './scene/records';

let office: QboOffice;

beforeEach(async () => {
  office = await qboOffice();
});

const create = async (onlinePaymentEmail: string | null) =>
  asInvoice(
    await office.scene.port.create(
      office.invoice({ number: 'SD-7', onlinePaymentEmail }),
      office.key(),
    ),
  );

describe('paying online', () => {
  it('is allowed on a new invoice, which then has a link', async () => {
    const { id } = await create('zoe@roy.example');
    expect(office.company.read('Invoice', id)).toMatchObject({
      AllowOnlineCreditCardPayment: true,
      AllowOnlineACHPayment: true,
      BillEmail: { Address: 'zoe@roy.example' },
    });
    expect(await office.scene.port.paymentLink(id)).toMatch(/^https:\/\/connect\.intuit\.com\//);
  });

  it('stays as the company has it where nobody asked', async () => {
    const { id } = await create(null);
    expect(office.company.read('Invoice', id).AllowOnlineCreditCardPayment).toBe(false);
    expect(await office.scene.port.paymentLink(id)).toBeNull();
  });

  it('survives an update that says nothing about it', async () => {
    const { id, version } = await create('zoe@roy.example');
    const draft = office.invoice({ number: 'SD-7', memo: 'Corrected', onlinePaymentEmail: null });
    await office.scene.port.update(id, version, draft, office.key());
    expect(await office.scene.port.paymentLink(id)).not.toBeNull();
  });

  it('has no link in a company that takes no payments online', async () => {
    office.scene.standIn.switches.payments = 'absent';
    const { id } = await create('zoe@roy.example');
    expect(await office.scene.port.paymentLink(id)).toBeNull();
  });

  it('has no link for an invoice that is gone', async () => {
    expect(await office.scene.port.paymentLink('999')).toBeNull();
  });

  it('stores no link of another’s', async () => {
    await expect(office.scene.port.setPaymentLink('1', '0', 'https://x')).rejects.toThrow(/itself/);
  });
});

describe('an adjustment increase of TPS', () => {
  it('is an ordinary invoice in QBO', async () => {
    const draft = office.invoice({ invoiceKind: 'adjustment', number: 'ADJ-12' });
    const made = asInvoice(await office.scene.port.create(draft, office.key()));
    expect(made).toMatchObject({ invoiceKind: 'invoice', number: 'ADJ-12', totalCents: 100_00 });
    expect(made.oddity).toBeNull();
  });
});
