/**
 * What one browser last agreed on is older than it looks: another browser has synced since, and a
 * person may have changed back what that one wrote.
 */
import { describe, expect, it } from 'vitest';
import { firm, sync } from './two-people';
import type { Browser } from './world/browser';
import { driveOn } from './world/drive';
import type { Sites } from './world/sites';

/** Anna carries a detached payment to QuickBooks; there a person puts it back. Ben knows nothing of it. */
async function changedBack(world: Sites, anna: Browser, ben: Browser) {
  const { books, company } = world;
  const [open] = books.invoices.all().filter(({ status }) => status === 'outstanding');
  const applications = [{ documentType: 'invoice', documentId: open?.id, amount: '10.00' }];
  const paid = books.payments.create({
    clientId: open?.clientId,
    date: '2026-03-02',
    bankAccountId: books.reference.bankAccounts[0]?.id,
    amount: '10.00',
    applications,
  });
  await sync(anna);
  await sync(ben);
  world.clock.advance(60_000);
  const link = (await ben.db.links.toArray()).find(
    ({ type, tpsId }) => type === 'payment' && tpsId === String(paid.id),
  );
  const there = () => company.read('Payment', link?.qboId ?? '');
  const lines = there().Line ?? [];
  books.payments.setApplications(paid.id, { applications: [] });
  await sync(anna);
  expect(there().Line).toEqual([]);
  world.clock.advance(60_000);
  const { SyncToken = '0' } = there();
  company.update('Payment', { Id: link?.qboId ?? '', SyncToken, sparse: true, Line: lines });
  world.clock.advance(60_000);
  return { paid, link, there };
}

describe('what another browser synced and a person changed back', () => {
  it('is asked about, not overwritten', async () => {
    const { world, anna, ben } = await firm();
    const { books, company } = world;
    const { paid, there } = await changedBack(world, anna, ben);
    const asked = await sync(ben);
    expect(asked.holds.map(({ what }) => what.id)).toContain('conflict.stale');
    expect(there().Line).toHaveLength(1);
    const again = await sync(ben);
    expect(again.holds.map(({ what }) => what.id)).toContain('conflict.stale');
    const key = `tps:payment:${paid.id}`;
    await ben.ask['ruling.set']({ recordKey: key, ruling: 'qboWins' });
    await driveOn(ben);
    expect(books.payments.get(paid.id).applications).toHaveLength(1);
    const calm = await sync(ben);
    expect(calm.holds).toEqual([]);
    expect(books.ledger().arTotalCents).toBe(company.ledger().arTotalCents);
  });

  it.each(['hold', 'qbo'] as const)(
    'an edit of an invoice that was merely paid is carried, policy %s',
    async (policy) => {
      const { world, anna, ben } = await firm();
      const { books, company } = world;
      const [open, other] = books.invoices.all().filter(({ status }) => status === 'outstanding');
      const pay = (invoice: typeof open, amount: string) =>
        books.payments.create({
          clientId: invoice?.clientId,
          date: '2026-03-02',
          bankAccountId: books.reference.bankAccounts[0]?.id,
          amount,
          applications: [{ documentType: 'invoice', documentId: invoice?.id, amount }],
        });
      for (const browser of [anna, ben]) {
        await browser.ask['policies.save']({ policies: { invoice: policy } });
        await sync(browser);
      }
      const calm = () => world.clock.advance(60_000);
      calm();
      pay(open, '10.00');
      await sync(anna);
      calm();
      pay(other, '5.00');
      await sync(ben);
      calm();
      books.patch('invoice', open?.id ?? 0, { dueDate: '2026-05-05' });
      calm();
      const run = await sync(anna);
      expect(run.holds).toEqual([]);
      const links = await anna.db.links.toArray();
      const link = links.find(
        ({ type, tpsId }) => type === 'invoice' && tpsId === String(open?.id),
      );
      expect(books.invoices.get(open?.id ?? 0).dueDate).toBe('2026-05-05');
      expect(company.read('Invoice', link?.qboId ?? '').DueDate).toBe('2026-05-05');
    },
  );

  it('is asked about even after its client was left out for a while', async () => {
    const { world, anna, ben } = await firm();
    const { paid, link, there } = await changedBack(world, anna, ben);
    const clientId = String(paid.clientId);
    await ben.ask['client.exclude']({ side: 'tps', clientId, reason: 'a minute' });
    world.clock.advance(60_000);
    await sync(ben);
    await ben.ask['client.include']({ side: 'tps', clientId });
    world.clock.advance(60_000);
    const asked = await sync(ben);
    expect(link?.qboId).toBeDefined();
    expect(asked.holds.map(({ what }) => what.id)).toContain('conflict.stale');
    expect(there().Line).toHaveLength(1);
  });
});
