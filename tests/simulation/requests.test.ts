/**
 * How many requests a sync needs. A budget: what needs more has a reason here, and what needs fewer
 * lowers it.
 */
import { expect, it } from 'vitest';
import { editInQbo, good, prepared } from './firm-day';

/**
 * Of QuickBooks the changes, and in one batch all else: the company, its settings, its accounts, who
 * owes what, and the firm's notes. Of TPS five lists of changes and the A/R, and who is signed in,
 * before and after: TPS does not say with an answer whose it is, and a person may change the firm in
 * between.
 */
const NOTHING_CHANGED = { tps: 8, qbo: 2, writes: 0 };

it('a sync in which nothing changed asks for each thing once', async () => {
  const office = await prepared();
  // What the first sync has written itself is out of the overlap after that.
  office.clock.advance(15 * 60_000);
  await office.sync();
  office.clock.advance(15 * 60_000);
  const sent = (side: 'tps' | 'qbo') => office.sites[side].sent.length;
  const before = { tps: sent('tps'), qbo: sent('qbo') };
  const run = await office.sync();
  expect(run.counts.planned).toBe(0);
  expect(run.requests).toEqual(NOTHING_CHANGED);
  expect(sent('tps') - before.tps).toBe(NOTHING_CHANGED.tps);
  expect(sent('qbo') - before.qbo).toBe(NOTHING_CHANGED.qbo);
  const asked = office.sites.tps.sent.slice(before.tps).map(({ url }) => new URL(url).pathname);
  const lists = asked.filter((path) => !path.endsWith('/session'));
  expect(new Set(lists).size).toBe(lists.length);
});

/**
 * Payments that came in at QuickBooks: the reading, the right to write taken and given back, and the
 * comparison. Of TPS the reading, one look for what may be there already, a request a payment, and the
 * comparison, with who is signed in around each.
 */
const ONLINE_PAYMENTS = { tps: 18, qbo: 6 };

it('payments that came in online need one request each besides the reading and the comparison', async () => {
  const office = await prepared();
  office.clock.advance(15 * 60_000);
  await office.sync();
  office.clock.advance(15 * 60_000);
  const links = (await office.db.links.toArray()).filter(({ type }) => type === 'invoice');
  const open = links
    .map(({ qboId }) => office.company.read('Invoice', qboId))
    .filter(({ Balance }) => Number(Balance) > 10);
  expect(open.length).toBeGreaterThan(2);
  for (const { Id, CustomerRef } of open) {
    office.company.create('Payment', {
      CustomerRef,
      TotalAmt: 10,
      TxnDate: '2026-03-02',
      Line: [{ Amount: 10, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }],
    });
  }
  const run = await office.sync();
  expect(run.counts).toMatchObject({ done: open.length, failed: 0 });
  expect(run.requests).toEqual({
    tps: ONLINE_PAYMENTS.tps + open.length,
    qbo: ONLINE_PAYMENTS.qbo,
    writes: open.length,
  });
});

it('every reading looks afresh at who syncs, however soon it comes after another one', async () => {
  const office = await prepared();
  const runner = await office.runner();
  const pairId = (await office.db.pairs.toCollection().first())?.id ?? '';
  for (let n = 0; n < 3; n += 1) {
    office.sites.qbo.sent.length = 0;
    await runner.start({ pairId, description: '', oneStep: true });
    await runner.drive();
    const looks = office.sites.qbo.sent.filter(({ body }) => body.includes('sync lease'));
    expect(looks).toHaveLength(1);
  }
});

it('a flag on a page of QuickBooks is answered without reading everything, whatever happened', async () => {
  const office = await prepared();
  const [twin] = (await office.db.links.toArray()).filter(({ type }) => type === 'client');
  const payment = { CustomerRef: { value: twin?.qboId }, TotalAmt: 10, TxnDate: '2026-03-02' };
  const { Id } = office.company.create('Payment', payment);
  await good(office);
  office.clock.advance(15 * 60_000);
  // An edited payment does not say what it was taken from: a sync reads everything.
  editInQbo(office, 'Payment', String(Id), { PrivateNote: 'Cheque came back' });
  office.sites.qbo.sent.length = 0;
  await office.ask['flags.get']({ realm: null, subjects: [] });
  const asked = office.sites.qbo.sent.map(({ url }) => new URL(url).pathname.split('/').at(-1));
  expect(asked.toSorted()).toEqual(['cdc', 'query', 'query']);
  office.sites.qbo.sent.length = 0;
  await good(office);
  // Nor does the sync read everything: it looks at what the payment has settled, and settles now.
  const said = office.sites.qbo.sent.map(({ url, body }) => `${decodeURIComponent(url)} ${body}`);
  expect(said.filter((text) => /FROM.Payment.ORDERBY/.test(text))).toEqual([]);
});
