/** What a plan does side by side is as safe as it is one by one, and needs few requests. */
import { expect, it } from 'vitest';
import { good, on, outstanding, payFifty, prepared } from './firm-day';
import type { Office } from './office';

/** More than go in one slice. */
const MANY = 130;

const NUMBERS = ['90001', '90002', '90003'];

/** Three new invoices in TPS, each with 50.00 paid. */
function billed(office: Office) {
  const { model, lines } = outstanding(office);
  const { clientId } = model;
  return NUMBERS.map((number) => {
    const bill = { clientId, code: '0', number, date: '2026-03-02', lines };
    const { id } = office.books.invoices.create(bill);
    return payFifty(office, clientId, { reference: `CHQ ${number}`, ...on(id, '50.00') });
  });
}

/** A batch of queries alone. */
const isQuestion = (body: string) => body.includes('"Query"') && !body.includes('"operation"');

const sentBy = (office: Office) =>
  office.sites.qbo.sent.map(({ method, url, body }) => ({
    path: new URL(url).pathname.split('/').at(-1) ?? '',
    isWrite: method === 'POST' && !url.includes('/attachable') && !isQuestion(body),
    body,
  }));

const writesOf = (office: Office) => sentBy(office).filter(({ isWrite }) => isWrite);

/** Documents of QuickBooks that stand for those of this test. */
function there({ company }: Office) {
  const { documents } = company.ledger();
  const alive = documents.filter(({ deleted, voided }) => !deleted && !voided);
  const numbers = alive.flatMap(({ docNumber }) => docNumber ?? []);
  return {
    invoices: numbers.filter((number) => NUMBERS.includes(number)).toSorted(),
    payments: alive.filter(({ entity, totalCents }) => entity === 'Payment' && totalCents === 5_000)
      .length,
  };
}

const isBatchOf = (entity: string) => (sent: { url: string; body: string }) =>
  sent.url.includes('/batch') && sent.body.includes(`"${entity}":{`);

it('writes invoices in one request and their payments in the next, looked for once', async () => {
  const office = await prepared();
  billed(office);
  office.sites.qbo.sent.length = 0;
  office.clock.advance(60_000);
  await good(office);
  expect(writesOf(office).map(({ path }) => path)).toEqual(['batch', 'batch']);
  expect(there(office)).toEqual({ invoices: NUMBERS, payments: 3 });
  const looks = sentBy(office).filter(({ path }) => path === 'query');
  expect(looks.length).toBeGreaterThan(0);
  // Of the readings' questions about clients none says since when.
  const ofCustomers = office.sites.qbo.sent.filter(
    ({ url }) => url.includes('CustomerRef+IN') && url.includes('LastUpdatedTime'),
  );
  expect(ofCustomers).toHaveLength(1);
});

it.each(['Invoice', 'Payment'])(
  'a batch of %ss whose answer is lost is looked up, for all of them at once, and not sent again',
  async (entity) => {
    const office = await prepared();
    billed(office);
    office.sites.qbo.mishap({
      when: isBatchOf(entity),
      after: () => {
        throw new TypeError('lost');
      },
    });
    office.sites.qbo.sent.length = 0;
    await good(office);
    expect(there(office)).toEqual({ invoices: NUMBERS, payments: 3 });
    const batches = office.sites.qbo.sent.filter(isBatchOf(entity));
    expect(batches.filter(({ body }) => body.includes('"operation"'))).toHaveLength(1);
  },
);

it.each(['Invoice', 'Payment'])(
  'a batch of %ss that never arrived is looked for, and sent again under another name',
  async (entity) => {
    const office = await prepared();
    billed(office);
    office.sites.qbo.mishap({
      when: isBatchOf(entity),
      instead: () => {
        throw new TypeError('lost');
      },
    });
    office.sites.qbo.sent.length = 0;
    await good(office);
    expect(there(office)).toEqual({ invoices: NUMBERS, payments: 3 });
    const batches = office.sites.qbo.sent.filter(isBatchOf(entity));
    const ids = batches.map(({ url }) => new URL(url).searchParams.get('requestid'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  },
);

it('what one item is refused for is its own: the others are done, and what hangs on it waits', async () => {
  const office = await prepared();
  billed(office);
  const [first] = office.company.ledger().documents.filter(({ entity }) => entity === 'Invoice');
  await office.ask['run.preview']({ description: '' });
  const shown = await office.drive();
  // Somebody takes the number, after both books were read for the last time.
  let isTaken = false;
  office.sites.qbo.mishap({
    when: isBatchOf('Invoice'),
    before: () => {
      if (isTaken || !first) return;
      isTaken = true;
      const { SyncToken } = office.company.read('Invoice', first.id);
      office.company.update('Invoice', {
        ...{ Id: first.id, SyncToken, sparse: true },
        DocNumber: '90002',
      });
    },
  });
  const confirmed = shown.brakes.map(({ id }) => id);
  await office.ask['run.apply']({ runId: shown.id, planHash: shown.planHash ?? '', confirmed });
  const { counts } = await office.drive();
  // The payment, and the address to pay online.
  expect(counts).toMatchObject({ planned: 9, done: 6, failed: 1, skipped: 2, notAttempted: 0 });
  expect(there(office)).toMatchObject({ payments: 2 });
});

it('the journal of a slice is one commit before and one after', async () => {
  const office = await prepared();
  billed(office);
  const states: string[][] = [];
  office.db.journal.hook('updating', (changes) => {
    if ('state' in changes) states.at(-1)?.push(String(changes.state));
  });
  const { transaction } = office.db;
  office.db.transaction = ((...args: Parameters<typeof transaction>) => {
    states.push([]);
    return Reflect.apply(transaction, office.db, args);
  }) as typeof transaction;
  await good(office);
  expect(states.filter((some) => some.length > 0)).toEqual([
    ['sent', 'sent', 'sent'],
    ['done', 'done', 'done'],
    ['sent', 'sent', 'sent'],
    ['done', 'done', 'done'],
    // Addresses to pay online.
    ['sent', 'sent', 'sent'],
    ['done', 'done', 'done'],
  ]);
});

it('links many without a request', async () => {
  const office = await prepared();
  const { model, lines } = outstanding(office);
  for (let n = 0; n < MANY; n += 1) {
    const bill = { clientId: model.clientId, code: '0', date: '2026-03-02', lines };
    office.books.invoices.create({ ...bill, number: String(91_000 + n) });
  }
  expect((await office.sync()).counts).toMatchObject({ failed: 0, notAttempted: 0 });
  await office.db.links.filter(({ type }) => type === 'invoice').delete();
  office.sites.qbo.sent.length = 0;
  const run = await office.sync();
  expect(run.counts.done).toBeGreaterThan(MANY);
  expect(run.counts).toMatchObject({ failed: 0, skipped: 0, notAttempted: 0 });
  expect(writesOf(office)).toEqual([]);
});
