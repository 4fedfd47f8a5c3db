import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock';
import { generateFirm } from '../../sandbox/firm/generate';
import { loadFirm } from '../../sandbox/firm/load';
import { create } from '../../sandbox/firm/load-qbo';
import { loadFirmForSamples } from '../../sandbox/firm/samples';
import { createQboStandIn } from '../../sandbox/qbo';
import { TpsBooks } from '../../sandbox/tps';

const today = '2026-11-20';
const realm = '9341454792738915';

function bothSides(country: 'CA' | 'US', seed: number) {
  const clock = manualClock(new Date(`${today}T18:00:00Z`));
  const books = new TpsBooks({ clock, seed, country });
  const companies = [{ realm, name: 'Firm' }];
  const company = createQboStandIn({ clock, seed, country, companies }).company(realm);
  return { books, company };
}

const cases = [1, 2, 3, 4, 5].flatMap((seed) => [[seed, 'CA'] as const, [seed, 'US'] as const]);

describe('a made-up firm in both books', () => {
  it.each(cases)('of seed %i in %s agrees on what both hold', (seed, country) => {
    const { books, company } = bothSides(country, seed);
    const firm = generateFirm({ seed, clients: 60, country, today });
    loadFirm(firm, books, company);
    const tps = books.ledger();
    const qbo = company.ledger();
    expect(tps.arControlCents).toBe(tps.arTotalCents);
    expect(qbo.arControlCents).toBe(qbo.arTotalCents);
    const mirrored = new Set(firm.qbo.invoiceKeys);
    let openBoth = 0;
    for (const { key, code, number, date } of firm.invoices) {
      const docNumber = code === '0' ? number : `${code}-${number}`;
      const inTps = tps.documents.find((one) => one.type === 'invoice' && one.number === docNumber);
      const inQbo = qbo.documents.find(
        (one) => one.entity === 'Invoice' && one.docNumber === docNumber,
      );
      expect(inQbo !== undefined).toBe(mirrored.has(key));
      if (!inQbo) continue;
      const { totalCents, balanceCents } = inQbo;
      expect(inTps).toMatchObject({ totalCents, balanceCents, date });
      if (balanceCents > 0) openBoth += 1;
    }
    expect(openBoth).toBeGreaterThan(0);
    const credits = qbo.documents.filter((one) => one.entity === 'CreditMemo');
    expect(credits).toHaveLength(2);
    const names = qbo.customers.filter((one) => one.balanceCents !== 0);
    expect(names.length).toBeGreaterThan(5);
  });

  it('of recorded QBO customers knows part of them, and has more of its own', () => {
    const { books, company } = bothSides('US', 1);
    for (let count = 1; count <= 20; count += 1) {
      const { id } = create(company, 'Customer', { DisplayName: `Customer ${count}` });
      create(company, 'Invoice', {
        CustomerRef: { value: id },
        DocNumber: String(1000 + count),
        TxnDate: '2026-10-01',
        Line: [
          {
            Amount: 100,
            DetailType: 'SalesItemLineDetail',
            SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: { value: 'NON' } },
          },
        ],
      });
    }
    loadFirmForSamples({ seed: 1, clients: 5, today }, books, company);
    const { clients, documents } = books.ledger();
    const known = clients.filter((client) => client.name.startsWith('Customer '));
    expect(known.length).toBeGreaterThan(10);
    expect(known.length).toBeLessThan(20);
    expect(clients.length - known.length).toBe(5);
    const shared = documents.filter((one) => /^10\d\d$/.test(one.number));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.every((one) => one.totalCents === 10000)).toBe(true);
  });
});
