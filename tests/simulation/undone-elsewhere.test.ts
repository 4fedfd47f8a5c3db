/** One browser takes a sync back; to the other its writes look as if a person had made them. */
import { describe, expect, it } from 'vitest';
import { accountOf, outstanding } from './firm-day';
import { duplicatesIn } from './ledgers';
import { approved, firm, sync } from './two-people';
import type { Browser } from './world/browser';
import { driveOn } from './world/drive';

const PAUSE_MS = 10 * 60_000;

/** Both know an invoice of TPS and its twin; Anna's run that carried it is named. */
async function carried() {
  const { world, anna, ben } = await firm();
  await sync(anna);
  world.clock.advance(PAUSE_MS);
  await sync(ben);
  const { model, lines } = outstanding(world);
  const made = world.books.invoices.create({
    ...{ clientId: model.clientId, code: '0', number: '90700', date: '2026-03-02', lines },
  });
  world.clock.advance(PAUSE_MS);
  const run = await sync(anna);
  world.clock.advance(PAUSE_MS);
  await sync(ben);
  world.clock.advance(PAUSE_MS);
  return { world, anna, ben, made, run };
}

async function undo(browser: Browser, runId: string): Promise<void> {
  await browser.ask['run.undo']({ runId, description: '' });
  await approved(browser, await driveOn(browser));
}

async function answers(browser: Browser, what: string) {
  const { needs } = await browser.ask['app.get']({});
  return needs.find((one) => one.what.id === what)?.actions ?? [];
}

describe('what another browser took back', () => {
  it('is asked about: the invoice that it was made of is not voided', async () => {
    const { world, anna, ben, made, run } = await carried();
    await undo(anna, run.id);
    world.clock.advance(PAUSE_MS);
    const seen = await sync(ben);
    expect(world.books.invoices.get(made.id)?.status).not.toBe('void');
    expect(seen.holds.map(({ what }) => what.id)).toContain('conflict.undoneElsewhere');
    // And it stays a question.
    world.clock.advance(PAUSE_MS);
    expect((await sync(ben)).counts.planned).toBe(0);
    expect(world.books.invoices.get(made.id)?.status).not.toBe('void');
    const actions = await answers(ben, 'conflict.undoneElsewhere');
    expect(actions.map((one) => ('ruling' in one ? one.ruling : one.do))).toEqual(
      expect.arrayContaining(['tpsWins', 'qboWins']),
    );
  });

  it('is entered again, or removed here too, as a person says', async () => {
    for (const ruling of ['tpsWins', 'qboWins'] as const) {
      const { world, anna, ben, made, run } = await carried();
      await undo(anna, run.id);
      world.clock.advance(PAUSE_MS);
      await sync(ben);
      const actions = await answers(ben, 'conflict.undoneElsewhere');
      const rule = actions.find((one) => one.do === 'rule' && one.ruling === ruling);
      if (rule?.do !== 'rule') throw new Error('no such answer');
      await ben.ask['ruling.set']({ recordKey: rule.recordKey, ruling });
      world.clock.advance(PAUSE_MS);
      await approved(ben, await driveOn(ben));
      await sync(ben);
      const status = world.books.invoices.get(made.id)?.status;
      expect(status === 'void').toBe(ruling === 'qboWins');
      for (const browser of [anna, ben]) {
        world.clock.advance(PAUSE_MS);
        await sync(browser);
      }
      expect(duplicatesIn(world)).toEqual([]);
      expect(world.company.ledger().arTotalCents).toBe(world.books.ledger().arTotalCents);
    }
  });

  it('comes back by itself where the other browser syncs it again', async () => {
    const { world, anna, ben, made, run } = await carried();
    await undo(anna, run.id);
    world.clock.advance(PAUSE_MS);
    await sync(ben);
    world.clock.advance(PAUSE_MS);
    await sync(anna);
    world.clock.advance(PAUSE_MS);
    const last = await sync(ben);
    expect(last.holds).toEqual([]);
    expect(world.books.invoices.get(made.id)?.status).not.toBe('void');
    expect(duplicatesIn(world)).toEqual([]);
    expect(world.company.ledger().arTotalCents).toBe(world.books.ledger().arTotalCents);
  });

  it('is asked about even where a policy says that QuickBooks wins, and the invoice was edited', async () => {
    const { world, anna, ben, made, run } = await carried();
    await ben.db.pairs.toCollection().modify((pair) => {
      pair.policies = { ...pair.policies, invoice: 'qbo' };
    });
    await undo(anna, run.id);
    world.books.patch('invoice', made.id, { dueDate: '2026-09-09' });
    world.clock.advance(PAUSE_MS);
    const seen = await sync(ben);
    expect(world.books.invoices.get(made.id)?.status).not.toBe('void');
    expect(seen.holds.map(({ what }) => what.id)).toContain('conflict.bothChanged');
  });

  it('of an edit is asked about: the edit in TPS is not overwritten', async () => {
    const { world, anna, ben, made } = await carried();
    world.books.patch('invoice', made.id, { dueDate: '2026-09-09' });
    const run = await sync(anna);
    world.clock.advance(PAUSE_MS);
    await sync(ben);
    world.clock.advance(PAUSE_MS);
    await undo(anna, run.id);
    world.clock.advance(PAUSE_MS);
    const seen = await sync(ben);
    expect(world.books.invoices.get(made.id)?.dueDate).toBe('2026-09-09');
    expect(seen.holds.map(({ what }) => what.id)).toContain('conflict.undoneElsewhere');
  });

  it('of a refund, which has no number, is found again once it is taken again', async () => {
    const { world, anna, ben } = await carried();
    const { model } = outstanding(world);
    const client = (await anna.db.links.toArray()).find(
      ({ type, tpsId }) => type === 'client' && tpsId === String(model.clientId),
    );
    const AccountRef = { value: accountOf(world, 'Accounts Receivable') };
    const { Id } = world.company.create('Purchase', {
      ...{ PaymentType: 'Check', TxnDate: '2026-03-02' },
      AccountRef: { value: accountOf(world, 'Bank') },
      EntityRef: { type: 'Customer', value: client?.qboId ?? '' },
      Line: [
        {
          ...{ Amount: 100, DetailType: 'AccountBasedExpenseLineDetail' },
          AccountBasedExpenseLineDetail: { AccountRef },
        },
      ],
    });
    const take = async () => {
      await anna.ask['foreign.take']({ foreignType: 'cheque', id: String(Id) });
      return approved(anna, await driveOn(anna));
    };
    await sync(anna);
    const taken = await take();
    world.clock.advance(PAUSE_MS);
    await sync(ben);
    world.clock.advance(PAUSE_MS);
    await undo(anna, taken.id);
    world.clock.advance(PAUSE_MS);
    expect((await sync(ben)).holds.map(({ what }) => what.id)).toEqual([
      'conflict.undoneElsewhere',
    ]);
    world.clock.advance(PAUSE_MS);
    await take();
    world.clock.advance(PAUSE_MS);
    expect(await sync(ben)).toMatchObject({ holds: [], counts: { failed: 0 } });
    const made = world.books.adjustments.all().filter(({ direction }) => direction === 'increase');
    expect(made.map(({ amount, status }) => [amount, status])).toEqual([['100.00', 'posted']]);
    expect(world.company.ledger().arTotalCents).toBe(world.books.ledger().arTotalCents);
  });

  it('is no question once both have read it: what a person changes then is carried', async () => {
    const { world, anna, ben, made, run } = await carried();
    await undo(anna, run.id);
    world.clock.advance(PAUSE_MS);
    await sync(anna);
    world.clock.advance(PAUSE_MS);
    await sync(ben);
    world.clock.advance(PAUSE_MS);
    world.books.patch('invoice', made.id, { dueDate: '2026-09-09' });
    expect(await sync(ben)).toMatchObject({ holds: [], counts: { planned: 1, done: 1 } });
  });
});
