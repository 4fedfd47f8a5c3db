import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock';
import { generateFirm } from '../../sandbox/firm/generate';
import { loadTps } from '../../sandbox/firm/load-tps';
import { TpsBooks } from '../../sandbox/tps';

const today = '2026-11-20';

describe('the made-up firm', () => {
  it('is the same for the same seed, another for another', () => {
    const options = { seed: 7, clients: 40, country: 'CA', today } as const;
    expect(generateFirm(options)).toEqual(generateFirm(options));
    expect(generateFirm({ ...options, seed: 8 })).not.toEqual(generateFirm(options));
  });

  it('has what real firms have', () => {
    const firm = generateFirm({ seed: 1, clients: 60, country: 'CA', today });
    const names = firm.clients.map((client) => client.name).join('\n');
    for (const pattern of [/[éèôÉ]/, /&/, /'/]) expect(names).toMatch(pattern);
    expect(new Set(firm.clients.map((client) => client.code)).size).toBe(60);
    expect(new Set(firm.clients.map((client) => client.region))).toEqual(new Set(['QC', 'ON']));
    expect(firm.invoices.some((invoice) => invoice.code === 'SD')).toBe(true);
    expect(firm.invoices.some((invoice) => invoice.kind === 'progress')).toBe(true);
    expect(firm.receipts.some((receipt) => receipt.applications.length === 0)).toBe(true);
    expect(firm.receipts.some((receipt) => receipt.applications.length > 1)).toBe(true);
    expect(firm.invoices.every((invoice) => invoice.date <= today)).toBe(true);
    expect(firm.receipts.every((receipt) => receipt.date <= today)).toBe(true);
    const kinds = new Set(firm.qbo.findings.map((finding) => finding.kind));
    expect(kinds.size).toBe(6);
  });

  it.each([
    [3, 'auto', 0],
    [3, 'all', 6],
    [12, 'auto', 6],
    [12, 'none', 0],
    [0, 'all', 0],
  ] as const)('of %i clients with findings %s has %i kinds of them', (clients, findings, count) => {
    const firm = generateFirm({ seed: 1, clients, country: 'CA', today, findings });
    expect(new Set(firm.qbo.findings.map((finding) => finding.kind)).size).toBe(count);
  });

  it.each([1, 2, 3, 4, 5].flatMap((seed) => [[seed, 'CA'] as const, [seed, 'US'] as const]))(
    'of seed %i in %s is booked into TPS as described',
    (seed, country) => {
      const firm = generateFirm({ seed, clients: 40, country, today });
      const clock = manualClock(new Date(`${today}T09:00:00Z`));
      const books = new TpsBooks({ clock, seed, country });
      loadTps(firm, books);
      const { arTotalCents, arControlCents, documents } = books.ledger();
      expect(arControlCents).toBe(arTotalCents);
      expect(arTotalCents).toBeGreaterThan(0);
      const planned = firm.invoices.length + firm.receipts.length + firm.adjustments.length;
      expect(documents).toHaveLength(planned);
    },
  );
});
