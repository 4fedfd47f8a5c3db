/** An invoice's link to pay online: from QuickBooks into TPS. */
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../utils/store/rows';
import { good, prepared, twins } from './firm-day';
import type { Office } from './office';

/** A new invoice of that day which prints a link, of a client that QuickBooks can write to. */
async function billed(office: Office, number: string, date: string) {
  const { invoice } = await twins(office);
  office.books.patch('client', invoice.clientId, { email: 'pay@client.example' });
  const lines = invoice.lines.map(({ id: _, ...line }) => line);
  const template = office.books.reference.invoiceTemplates.find((one) => one.hasPaymentLink);
  const templateId = template?.id;
  const { clientId } = invoice;
  return office.books.invoices.create({ clientId, code: '0', number, date, templateId, lines });
}

describe('an invoice whose template prints a link for paying online', () => {
  it('gets QuickBooks’ link once it exists there', async () => {
    const office = await prepared();
    const made = await billed(office, '90001', '2026-03-02');
    const run = await good(office);
    expect(run.groups).toContainEqual(
      expect.objectContaining({ to: 'tps', verb: 'paymentLink', count: 1, amountCents: 0 }),
    );
    expect(office.books.invoices.get(made.id).paymentLink).toMatch(
      /^https:\/\/connect\.intuit\.com/,
    );
  });

  it('gets it after the money: both books are compared by then, and the screen says what it is at', async () => {
    const office = await prepared();
    await billed(office, '90001', '2026-03-02');
    const seen: (RunRecord | undefined)[] = [];
    office.sites.tps.mishap({
      when: ({ url }) => url.includes('/payment-link'),
      after: async (response) => {
        seen.push(await office.db.runs.where('status').equals('applying').first());
        return response;
      },
    });
    await good(office);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ stage: 'links', tieOut: { unexplainedCents: 0, named: [] } });
    expect(seen[0]?.tieOut?.tpsCents).toBe(seen[0]?.tieOut?.qboCents);
    expect(seen[0]?.counts.notAttempted).toBe(1);
  });

  it('gets none where it is older than a year', async () => {
    const office = await prepared();
    const made = await billed(office, '90001', '2025-03-01');
    const run = await good(office);
    expect(run.groups.map(({ verb }) => verb)).not.toContain('paymentLink');
    expect(office.books.invoices.get(made.id).paymentLink ?? null).toBeNull();
  });
});
