/** An invoice's link to pay online: from QuickBooks into TPS. */
import { describe, expect, it } from 'vitest';
import { good, prepared, twins } from './firm-day';

describe('an invoice whose template prints a link for paying online', () => {
  it('gets QuickBooks’ link once it exists there', async () => {
    const office = await prepared();
    const { invoice } = await twins(office);
    office.books.patch('client', invoice.clientId, { email: 'pay@client.example' });
    const lines = invoice.lines.map(({ id: _, ...line }) => line);
    const template = office.books.reference.invoiceTemplates.find((one) => one.hasPaymentLink);
    const made = office.books.invoices.create({
      clientId: invoice.clientId,
      code: '0',
      number: '90001',
      date: '2026-03-02',
      templateId: template?.id,
      lines,
    });
    const run = await good(office);
    expect(run.groups).toContainEqual(
      expect.objectContaining({ to: 'tps', verb: 'paymentLink', count: 1, amountCents: 0 }),
    );
    expect(office.books.invoices.get(made.id).paymentLink).toMatch(
      /^https:\/\/connect\.intuit\.com/,
    );
  });
});
