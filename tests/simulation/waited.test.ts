/** A plan is as old as the books it was made from: what waited is read and planned anew. */
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../utils/store/rows';
import { good, on, outstanding, payFifty, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/** A run that was approved and then held up by the end of the session, after so many writes. */
async function parked(office: Office, path: RegExp, after = 0): Promise<RunRecord> {
  office.clock.advance(MINUTES);
  await office.ask['run.preview']({ description: 'parked' });
  const shown = await office.drive();
  expect(shown.status).toBe('preview');
  let writes = 0;
  office.sites.qbo.mishap({
    times: Number.POSITIVE_INFINITY,
    when: ({ method, url, body }) => method === 'POST' && isOf(url, body, path) && ++writes > after,
    instead: signedOut,
  });
  const confirmed = shown.brakes.map(({ id }) => id);
  await office.ask['run.apply']({ runId: shown.id, planHash: shown.planHash ?? '', confirmed });
  const run = await office.drive();
  expect(run).toMatchObject({ status: 'paused', pausedBy: 'session' });
  office.sites.qbo.clearMishaps();
  return run;
}

/** Of a batch: one of its items is. */
const isOf = (url: string, body: string, path: RegExp): boolean =>
  path.test(url) || (/\/batch\b/.test(url) && path.test(body.toLowerCase().replaceAll('"', '/')));

const signedOut = () =>
  Response.json(
    { fault: { error: [{ message: 'errorCode=003200', code: '3200' }], type: 'AUTHENTICATION' } },
    { status: 401 },
  );

async function signedInAgain(office: Office): Promise<RunRecord> {
  await (await office.runner()).retryParked();
  return office.drive();
}

const paymentsOf = ({ company }: Office, customerId: string, totalCents: number) =>
  company
    .ledger()
    .documents.filter(
      (one) =>
        one.entity === 'Payment' &&
        !one.deleted &&
        one.customerId === customerId &&
        one.totalCents === totalCents,
    );

const invoicesOf = ({ company }: Office, number: string) =>
  company.ledger().documents.filter(({ docNumber, deleted }) => docNumber === number && !deleted);

describe('a run that the network parks', () => {
  it('goes on by itself, asking less and less often, until the network is there again', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model } = outstanding(office);
    payFifty(office, model.clientId);
    const isDown = { up: false };
    office.sites.qbo.mishap({
      times: Number.POSITIVE_INFINITY,
      when: () => !isDown.up,
      instead: () => {
        throw new TypeError('fetch failed');
      },
    });
    const pair = await office.db.pairs.toCollection().first();
    if (!pair) throw new Error('not paired');
    const wake = async () => {
      await office.desk.runner(pair).retryParked();
      return office.drive();
    };
    let run = await office.sync();
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      expect(run).toMatchObject({ status: 'paused', pausedBy: 'network' });
      const nowMs = office.clock.now().getTime();
      waits.push(Math.round((Date.parse(run.retryAt ?? '') - nowMs) / 60_000));
      // Asked earlier, it stays where it is.
      expect((await wake()).retryAt).toBe(run.retryAt);
      office.clock.advance(Date.parse(run.retryAt ?? '') - nowMs);
      run = await wake();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    isDown.up = true;
    office.clock.advance(30 * 60_000);
    expect(await wake()).toMatchObject({ counts: { done: 1, failed: 0 } });
  });
});

describe('a plan that waited', () => {
  it('does not enter a payment that was keyed in QuickBooks meanwhile: a person is asked', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model } = outstanding(office);
    const customer = await qboIdOf(office, 'client', String(model.clientId));
    payFifty(office, model.clientId, {
      amount: '50.00',
      reference: 'CHQ 88',
      ...on(model.id, '50.00'),
    });
    await parked(office, /\/payment\b/);
    office.clock.advance(75 * MINUTES);
    const [any] = office.company.ledger().documents.filter(({ entity }) => entity === 'Payment');
    office.company.create('Payment', {
      CustomerRef: { value: customer },
      TotalAmt: 50,
      TxnDate: '2026-03-02',
      PaymentRefNum: 'CHQ 88',
      DepositToAccountRef: office.company.read('Payment', any?.id ?? '').DepositToAccountRef,
      Line: [],
    });
    const run = await signedInAgain(office);
    expect(paymentsOf(office, customer, 5_000)).toHaveLength(1);
    expect(run.counts).toMatchObject({ done: 0, failed: 0, notAttempted: 0 });
    const { needs } = await office.ask['app.get']({});
    const answers = needs.flatMap(({ actions }) => actions);
    const offered = answers.flatMap((one) => (one.do === 'twin' ? [one.ruling] : []));
    expect(offered).toEqual(['same', 'apart']);
    // A person says that they are two: each gets its twin.
    const two = answers.find((one) => one.do === 'twin' && one.ruling === 'apart');
    if (two?.do !== 'twin' || two.other === null) throw new Error('nobody is asked');
    const { recordKey, other } = two;
    await office.ask['ruling.twin']({ recordKey, other, ruling: 'apart' });
    await office.drive();
    await good(office);
    expect(paymentsOf(office, customer, 5_000)).toHaveLength(2);
    const here = office.books.payments.all().filter(({ amount }) => amount === '50.00');
    expect(here).toHaveLength(2);
  });

  it('goes on without a new approval where nothing has changed', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model, lines } = outstanding(office);
    for (const number of ['90001', '90002']) {
      const { clientId } = model;
      office.books.invoices.create({ clientId, code: '0', number, date: '2026-03-02', lines });
    }
    await parked(office, /\/invoice\b/);
    office.clock.advance(75 * MINUTES);
    const run = await signedInAgain(office);
    expect(run).toMatchObject({ status: 'success', counts: { failed: 0, notAttempted: 0 } });
    expect(run.counts.done).toBe(run.counts.planned);
    expect(invoicesOf(office, '90001')).toHaveLength(1);
    expect(invoicesOf(office, '90002')).toHaveLength(1);
    await good(office);
  });

  it('is not sent once a limit has held it up for longer, but read and planned anew', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model, lines } = outstanding(office);
    const { clientId } = model;
    office.books.invoices.create({
      clientId,
      code: '0',
      number: '90001',
      date: '2026-03-02',
      lines,
    });
    const wait = { status: 429, headers: { 'retry-after': '180' } };
    office.sites.qbo.mishap({
      when: ({ method, url }) => method === 'POST' && /\/invoice\b/.test(url),
      instead: () => Response.json({}, wait),
    });
    const readsBefore = office.sites.tps.sent.length;
    expect((await office.sync()).counts).toMatchObject({ failed: 0, notAttempted: 0 });
    const lists = office.sites.tps.sent
      .slice(readsBefore)
      .filter(({ url }) => /\/invoices\?/.test(url));
    // For the plan, after the wait, and to verify.
    expect(lists.length).toBeGreaterThanOrEqual(3);
    expect(invoicesOf(office, '90001')).toHaveLength(1);
    await good(office);
  });

  it('says until when it waits where somebody else was refused for too many requests', async () => {
    const office = await prepared({ idleSignOut: false });
    await office.ask['run.preview']({ description: 'Held up' });
    office.sites.qbo.mishap({
      when: ({ url }) => /\/preferences\b/.test(url),
      instead: () => Response.json({}, { status: 429 }),
    });
    office.clock.advance(MINUTES);
    const heldAt = office.clock.now().getTime();
    const shown: Promise<RunRecord[]>[] = [];
    const { advance } = office.clock;
    office.clock.advance = (ms) => {
      shown.push(office.db.runs.where('status').equals('working').toArray());
      advance.call(office.clock, ms);
    };
    // A screen looks who is signed in; the budget is the company's, so the run has to wait, too.
    const pair = await office.db.pairs.toCollection().first();
    await office.desk.checkSystems(pair ?? null);
    expect((await office.drive()).status).toBe('success');
    const waits = (await Promise.all(shown))
      .flat()
      .map((run) => Date.parse(run.waitingUntil ?? ''));
    expect(Math.max(...waits.filter(Boolean)) - heldAt).toBe(60_000);
    await good(office);
  });

  it('shows what is left of it, not what was written before it waited', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model, lines } = outstanding(office);
    const { clientId } = model;
    const bill = { clientId, code: '0', number: '90001', date: '2026-03-02', lines };
    const { id } = office.books.invoices.create(bill);
    // It waits for its invoice, so that one is written and the other is not.
    const second = payFifty(office, clientId, on(id, '50.00'));
    const parkedRun = await parked(office, /\/payment\b/);
    expect(parkedRun.counts.done).toBe(1);
    office.clock.advance(75 * MINUTES);
    office.books.patch('payment', second.id, { description: 'Another text' });
    await signedInAgain(office);
    const { run } = await office.ask['app.get']({});
    expect(run).toMatchObject({ status: 'preview', reason: { id: 'run.otherPlan' } });
    const rows = await office.ask['run.plan']({ runId: run?.id ?? '' });
    expect(rows.filter(({ number }) => number === '90001').map(({ verb }) => verb)).not.toContain(
      'create',
    );
    expect(run?.plan?.changes).toBe(rows.length);
    expect(run?.counts.planned).toBe(rows.length + 1);
  });

  it('of three weeks ago neither creates what was voided since nor writes an old amount', async () => {
    const office = await prepared({ idleSignOut: false });
    const { model, lines } = outstanding(office);
    const { clientId } = model;
    const [first, second, third] = ['90001', '90002', '90003'].map((number) =>
      office.books.invoices.create({ clientId, code: '0', number, date: '2026-03-02', lines }),
    );
    if (!first || !second || !third) throw new Error('no invoices');
    await parked(office, /\/invoice\b/);
    office.clock.advance(21 * DAYS);
    office.books.invoices.void(first.id);
    const [line] = office.books.invoices.get(second.id).lines;
    if (!line) throw new Error('no line');
    const dearer = { ...line, quantity: '1', rate: '777.00', amount: '777.00' };
    const same = { clientId, code: '0', number: '90002', date: '2026-03-02' };
    office.books.invoices.update(second.id, { ...same, lines: [dearer] });
    const shown = await signedInAgain(office);
    // What is new is shown before it is written.
    expect(shown).toMatchObject({ status: 'preview', reason: { id: 'run.otherPlan' } });
    expect(invoicesOf(office, '90003')).toHaveLength(0);
    const confirmed = shown.brakes.map(({ id }) => id);
    await office.ask['run.apply']({ runId: shown.id, planHash: shown.planHash ?? '', confirmed });
    const run = await office.drive();
    expect(run.counts).toMatchObject({ done: run.counts.planned, failed: 0 });
    expect(invoicesOf(office, '90001')).toHaveLength(0);
    const [written] = invoicesOf(office, '90002');
    const { total } = office.books.invoices.get(second.id);
    expect(((written?.totalCents ?? 0) / 100).toFixed(2)).toBe(total);
    expect(invoicesOf(office, '90003')).toHaveLength(1);
    await good(office);
  });
});

describe('the lists that mappings choose from', () => {
  const read = ({ sites }: Office) =>
    sites.qbo.sent.filter(({ body }) => /FROM PaymentMethod\b/.test(body)).length;

  it('are read once by a plan that is approved at once, and again by one that waited', async () => {
    const office = await prepared();
    for (const [waitMs, times] of [
      [0, 1],
      [3 * 60_000, 2],
    ] as const) {
      const { model } = outstanding(office);
      office.books.patch('invoice', model.id, { description: `after ${waitMs}` });
      office.sites.qbo.sent.length = 0;
      await office.ask['run.preview']({ description: '' });
      const shown = await office.drive();
      office.clock.advance(waitMs);
      const confirmed = shown.brakes.map(({ id }) => id);
      await office.ask['run.apply']({ runId: shown.id, planHash: shown.planHash ?? '', confirmed });
      expect(await office.drive()).toMatchObject({ counts: { done: 1, failed: 0 } });
      expect(read(office)).toBe(times);
    }
  });
});
