/** What TPS has no image of becomes an adjustment on both sides: credit memos and A/R journal entries. */
import { describe, expect, it } from 'vitest';
import { applyStage } from '../../utils/runner/apply-stage';
import type { RunRecord } from '../../utils/store/database';
import { type JsonObject, objectsAt, textAt } from '../sandbox/qbo/json';
import { duplicatesIn, picture } from './ledgers';
import { type Office, openOffice } from './office';

type Type = 'creditMemo' | 'journalEntry';

async function synced(): Promise<Office> {
  const office = await openOffice({ seed: 5, clients: 5, findings: 'none' });
  await office.setUp();
  await tied(office);
  return office;
}

/** A run that ends in order, ties out and leaves nothing to do. */
async function tied(office: Office): Promise<void> {
  const run = await office.sync();
  expect(run.counts).toMatchObject({ failed: 0, skipped: 0 });
  expect(run.tieOut?.named).toEqual([]);
  expect(run.tieOut?.unexplainedCents).toBe(0);
  expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
  expect(duplicatesIn(office)).toEqual([]);
  expect((await office.sync()).counts.planned).toBe(0);
  expect((await office.ask['app.get']({})).needs).toEqual([]);
}

/** An open invoice on both sides, of at least 100.00. */
async function openInvoice(office: Office) {
  for (const link of await office.db.links.toArray()) {
    if (link.type !== 'invoice' || link.tpsId.startsWith('A')) continue;
    const invoice = office.books.invoices.get(Number(link.tpsId));
    if (Number(invoice.balance) < 100) continue;
    const there = office.company.read('Invoice', link.qboId);
    return { tpsId: Number(link.tpsId), qboId: link.qboId, CustomerRef: there.CustomerRef };
  }
  throw new Error('nothing open');
}

type Open = Awaited<ReturnType<typeof openInvoice>>;

/** A credit memo of 40.00 and its tax. */
function creditMemo({ company }: Office, { CustomerRef }: Pick<Open, 'CustomerRef'>) {
  const idOf = (entity: string, where: string) => {
    const rows = company.query(`select * from ${entity} where ${where}`);
    return { value: textAt(objectsAt(rows, entity)[0], 'Id') ?? '' };
  };
  const ItemRef = idOf('Item', "Type = 'Service'");
  const TaxCodeRef = idOf('TaxCode', "Name = 'GST/QST QC - 9.975'");
  const made = company.create('CreditMemo', {
    CustomerRef,
    TxnDate: '2026-03-02',
    PrivateNote: 'Goodwill',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [
      {
        Amount: 40,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef, TaxCodeRef },
      },
    ],
  } as JsonObject);
  const totalCents = Math.round(Number(made.TotalAmt) * 100);
  return { id: textAt(made, 'Id') ?? '', totalCents };
}

/** An entry of 60.00 on the customer, against the first account of that type. */
function entry({ company }: Office, { CustomerRef }: Open, ar: 'Debit' | 'Credit', type: string) {
  const accountOf = (of: string) => {
    const rows = company.query(`select * from Account where AccountType = '${of}'`);
    return { value: textAt(objectsAt(rows, 'Account')[0], 'Id') ?? '' };
  };
  const line = (PostingType: string, AccountRef: { value: string }, rest = {}) => ({
    Amount: 60,
    DetailType: 'JournalEntryLineDetail',
    JournalEntryLineDetail: { PostingType, AccountRef, ...rest },
  });
  const Entity = { Type: 'Customer', EntityRef: CustomerRef };
  const made = company.create('JournalEntry', {
    TxnDate: '2026-03-02',
    PrivateNote: 'Year-end file',
    Line: [
      line(ar, accountOf('Accounts Receivable'), { Entity }),
      line(ar === 'Debit' ? 'Credit' : 'Debit', accountOf(type)),
    ],
  } as JsonObject);
  return textAt(made, 'Id') ?? '';
}

/** A payment of 0.00 that applies the credit to the invoice. */
function apply({ company }: Office, open: Open, TxnType: string, TxnId: string, Amount: number) {
  company.create('Payment', {
    CustomerRef: open.CustomerRef,
    TotalAmt: 0,
    TxnDate: '2026-03-02',
    Line: [
      { Amount, LinkedTxn: [{ TxnId: open.qboId, TxnType: 'Invoice' }] },
      { Amount, LinkedTxn: [{ TxnId, TxnType }] },
    ],
  } as JsonObject);
}

/** Asked for and shown, after a sync that found the document in the way. */
async function previewed(office: Office, foreignType: Type, id: string): Promise<RunRecord> {
  office.clock.advance(60_000);
  await office.ask['foreign.convert']({ foreignType, id });
  const run = await office.drive();
  expect(run.status).toBe('preview');
  return run;
}

/** Applies what is shown, and gives that run as it ended. */
async function applied(office: Office, run: RunRecord): Promise<RunRecord> {
  const confirmed = run.brakes.map((brake) => brake.id);
  await office.ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
  await office.drive();
  const ended = await office.db.runs.get(run.id);
  if (!ended) throw new Error('no run');
  return ended;
}

const standing = (office: Office, entity: string) =>
  office.company
    .ledger()
    .documents.filter((doc) => doc.entity === entity && !doc.deleted)
    .map(({ id }) => id);

/** The TPS adjustment that names this document. */
function adjustmentFor(office: Office, id: string) {
  return office.books.adjustments
    .all()
    .find(({ description }) => description.includes(`[QBO credit ${id}]`));
}

describe('a credit memo', () => {
  it.each([
    ['not applied', 0],
    ['partly applied', 0.5],
    ['wholly applied', 1],
  ] as const)('that is %s becomes an adjustment decrease', async (_, share) => {
    const office = await synced();
    const open = await openInvoice(office);
    const { id, totalCents } = creditMemo(office, open);
    const amount = Math.round(totalCents * share) / 100;
    if (amount > 0) apply(office, open, 'CreditMemo', id, amount);
    const before = { tps: office.books.ledger().arTotalCents };
    expect((await office.sync()).findings.map(({ rule }) => rule)).toEqual(['creditMemo']);
    const shown = await previewed(office, 'creditMemo', id);
    expect(standing(office, 'CreditMemo')).toEqual([id]);
    const run = await applied(office, shown);
    expect(run).toMatchObject({ status: 'success', counts: { planned: amount > 0 ? 3 : 2 } });
    expect(run.tieOut?.named.map(({ cause }) => cause.id)).toEqual(['cause.converted']);
    expect(standing(office, 'CreditMemo')).toEqual([]);
    const made = adjustmentFor(office, id);
    expect(made).toMatchObject({
      direction: 'decrease',
      amount: (totalCents / 100).toFixed(2),
      date: '2026-03-02',
    });
    expect(made?.description).toMatch(/^Credit memo \d+: Goodwill \[QBO credit \d+\]$/);
    expect(made?.applications.map((a) => [a.documentId, Number(a.amount)])).toEqual(
      amount > 0 ? [[open.tpsId, amount]] : [],
    );
    expect(office.books.ledger().arTotalCents).toBe(before.tps - totalCents);
    // The other half waits at its preview.
    const follow = (await office.db.runs.toArray()).find(({ status }) => status === 'preview');
    expect(follow?.groups).toMatchObject([{ to: 'qbo', verb: 'create', type: 'adjustment' }]);
    await tied(office);
  });
});

describe('a journal entry on A/R', () => {
  it('in debit becomes an adjustment increase', async () => {
    const office = await synced();
    const id = entry(office, await openInvoice(office), 'Debit', 'Income');
    await office.sync();
    const run = await applied(office, await previewed(office, 'journalEntry', id));
    expect(run).toMatchObject({ status: 'success', counts: { planned: 2, done: 2 } });
    expect(standing(office, 'JournalEntry')).not.toContain(id);
    expect(adjustmentFor(office, id)).toMatchObject({ direction: 'increase', amount: '60.00' });
    expect(adjustmentFor(office, id)?.description).toContain('Journal entry');
    await tied(office);
  });

  it('in credit, against an account of the balance sheet, becomes a decrease', async () => {
    const office = await synced();
    const open = await openInvoice(office);
    const id = entry(office, open, 'Credit', 'Other Current Asset');
    apply(office, open, 'JournalEntry', id, 60);
    await office.sync();
    const run = await applied(office, await previewed(office, 'journalEntry', id));
    expect(run).toMatchObject({ status: 'success', counts: { planned: 3, done: 3 } });
    expect(standing(office, 'JournalEntry')).not.toContain(id);
    expect(adjustmentFor(office, id)).toMatchObject({ direction: 'decrease', amount: '60.00' });
    await tied(office);
  });

  it('that credits one customer may be taken as it is: QuickBooks keeps it', async () => {
    const office = await synced();
    const open = await openInvoice(office);
    const id = entry(office, open, 'Credit', 'Income');
    apply(office, open, 'JournalEntry', id, 35);
    await office.sync();
    const [need] = (await office.ask['app.get']({})).needs;
    expect(need?.actions.map((action) => action.do).slice(0, 2)).toEqual(['take', 'convert']);
    const there = picture(office);
    office.clock.advance(60_000);
    await office.ask['foreign.take']({ id });
    const run = await office.drive();
    expect(run).toMatchObject({ status: 'success', counts: { planned: 1, done: 1 } });
    expect(picture(office)).toMatchObject({ qbo: (there as { qbo: unknown }).qbo });
    const made = office.books.adjustments.all().at(-1);
    expect(made).toMatchObject({ direction: 'decrease', amount: '60.00' });
    expect(made?.description).toBe(`Year-end file [QBO journal ${id}]`);
    expect(made?.applications.map((a) => [a.documentId, Number(a.amount)])).toEqual([
      [open.tpsId, 35],
    ]);
    await tied(office);
    // Another browser of the firm sees the same.
    for (const table of office.db.tables) await table.clear();
    await office.setUp();
    const elsewhere = await office.sync();
    expect(elsewhere.findings).toEqual([]);
    expect(elsewhere.holds.filter(({ type }) => type === 'payment')).toEqual([]);
    expect(office.books.adjustments.all().at(-1)?.id).toBe(made?.id);
  });

  it('that was taken is asked about again when it changed before', async () => {
    const office = await synced();
    const id = entry(office, await openInvoice(office), 'Credit', 'Income');
    await office.sync();
    await office.ask['foreign.take']({ id });
    const entryNow = office.company.read('JournalEntry', id);
    office.company.update('JournalEntry', { ...entryNow, PrivateNote: 'Another text' });
    office.clock.advance(60_000);
    expect(await office.drive()).toMatchObject({ counts: { planned: 0 } });
    expect((await office.sync()).findings.map(({ rule }) => rule)).toEqual(['journalEntry']);
  });
});

describe('a conversion', () => {
  it('of a document that was converted already is refused', async () => {
    const office = await synced();
    const { id } = creditMemo(office, await openInvoice(office));
    await office.sync();
    await applied(office, await previewed(office, 'creditMemo', id));
    const again = office.ask['foreign.convert']({ foreignType: 'creditMemo', id });
    await expect(again).rejects.toMatchObject({ what: { id: 'convert.gone' } });
    await tied(office);
  });

  it('that cannot be ends before anything is written, with the reason', async () => {
    const office = await synced();
    const open = await openInvoice(office);
    const { id, totalCents } = creditMemo(office, open);
    await office.sync();
    apply(office, open, 'CreditMemo', id, totalCents / 100);
    const { balance } = office.books.invoices.get(open.tpsId);
    const [model] = office.books.payments.all();
    office.books.payments.create({
      clientId: office.books.invoices.get(open.tpsId).clientId,
      date: '2026-03-02',
      bankAccountId: model?.bankAccountId,
      amount: balance,
      applications: [{ documentType: 'invoice', documentId: open.tpsId, amount: balance }],
    });
    const before = picture(office);
    office.clock.advance(60_000);
    await office.ask['foreign.convert']({ foreignType: 'creditMemo', id });
    const run = await office.drive();
    expect(run).toMatchObject({ status: 'failed', reason: { id: 'convert.noRoom' } });
    expect(picture(office)).toEqual(before);
  });

  it('leaves the original where somebody changed it after the preview', async () => {
    const office = await synced();
    const open = await openInvoice(office);
    const { id, totalCents } = creditMemo(office, open);
    await office.sync();
    const shown = await previewed(office, 'creditMemo', id);
    await office.db.runs.update(shown.id, { status: 'applying', stage: 'apply' });
    apply(office, open, 'CreditMemo', id, totalCents / 100);
    await office.drive();
    const run = await office.db.runs.get(shown.id);
    expect(run).toMatchObject({ status: 'failed', counts: { done: 0, failed: 1, skipped: 1 } });
    expect(standing(office, 'CreditMemo')).toEqual([id]);
    expect(adjustmentFor(office, id)).toBeUndefined();
    // Trying again begins with the whole conversion, as the books are now.
    const entry = (await office.db.entries.where('runId').equals(shown.id).toArray())[0];
    office.clock.advance(60_000);
    await office.ask['entry.retry']({ entryIds: [entry?.id ?? ''] });
    const retry = await applied(office, await office.drive());
    expect(retry).toMatchObject({ status: 'success', counts: { done: 3 } });
    await tied(office);
  });

  it('finds each write again whose answer was lost', async () => {
    const office = await synced();
    const open = await openInvoice(office);
    const { id } = creditMemo(office, open);
    apply(office, open, 'CreditMemo', id, 25);
    await office.sync();
    const shown = await previewed(office, 'creditMemo', id);
    const lost: string[] = [];
    for (const [site, path] of [
      [office.sites.tps, '/adjustments'],
      [office.sites.qbo, '/payment'],
      [office.sites.qbo, '/creditmemo'],
    ] as const) {
      site.mishap({
        when: ({ method, url }) => method === 'POST' && new URL(url).pathname.endsWith(path),
        after: () => {
          lost.push(path);
          throw new TypeError('Failed to fetch');
        },
      });
    }
    const run = await applied(office, shown);
    expect(lost).toEqual(['/adjustments', '/payment', '/creditmemo']);
    expect(run).toMatchObject({ status: 'success', counts: { done: 3 } });
    await tied(office);
  });

  it('of one of two documents leaves the client waiting for the other', async () => {
    const office = await synced();
    const open = await openInvoice(office);
    const first = creditMemo(office, open).id;
    const second = entry(office, open, 'Debit', 'Income');
    await office.sync();
    await applied(office, await previewed(office, 'creditMemo', first));
    const between = await office.sync();
    expect(between).toMatchObject({ counts: { planned: 0 }, tieOut: { unexplainedCents: 0 } });
    await applied(office, await previewed(office, 'journalEntry', second));
    await tied(office);
  });

  it('before the first sync draws no line between what is past and what is ours', async () => {
    const office = await openOffice({ seed: 5, clients: 5, findings: 'none' });
    await office.setUp();
    const links = (await office.db.links.toArray()).filter(({ type }) => type === 'client');
    const { id } = creditMemo(office, { CustomerRef: { value: links[0]?.qboId ?? '' } });
    await office.ask['setup.get']({ reload: true });
    const shown = await previewed(office, 'creditMemo', id);
    expect(shown.brakes.map((brake) => brake.id)).toContain('backup');
    expect(await applied(office, shown)).toMatchObject({ counts: { done: 2 } });
    expect((await office.db.pairs.toArray()).map(({ cutoff }) => cutoff)).toEqual([null]);
    await tied(office);
  });

  it('is undone in TPS; the original is told to be entered again', async () => {
    const office = await synced();
    const { id } = creditMemo(office, await openInvoice(office));
    await office.sync();
    const run = await applied(office, await previewed(office, 'creditMemo', id));
    office.clock.advance(60_000);
    await office.ask['run.undo']({ runId: run.id, description: '' });
    const undo = await office.drive();
    expect(undo.cannot?.map(({ why }) => why.id)).toEqual(['undo.converted']);
    expect(await applied(office, undo)).toMatchObject({ counts: { planned: 1, done: 1 } });
    expect(adjustmentFor(office, id)).toBeUndefined();
    await tied(office);
  });

  it('is not undone while its adjustment stands in QuickBooks as well', async () => {
    const office = await synced();
    const { id } = creditMemo(office, await openInvoice(office));
    await office.sync();
    const run = await applied(office, await previewed(office, 'creditMemo', id));
    await tied(office);
    office.clock.advance(60_000);
    await office.ask['run.undo']({ runId: run.id, description: '' });
    const undo = await office.drive();
    expect(undo.cannot?.map(({ why }) => why.id).sort()).toEqual([
      'undo.carriedSince',
      'undo.converted',
    ]);
  });
});

class Killed extends Error {}

/** A conversion that was approved, just before its first effect: partly applied, so of three steps. */
async function approved(type: Type): Promise<{ office: Office; runId: string }> {
  const office = await openOffice({ seed: 5, clients: 3, findings: 'none' });
  await office.setUp();
  await office.sync();
  office.switches.removeLinked = 'refuse';
  const open = await openInvoice(office);
  const id =
    type === 'creditMemo' ? creditMemo(office, open).id : entry(office, open, 'Debit', 'Income');
  if (type === 'creditMemo') apply(office, open, 'CreditMemo', id, 25);
  await office.sync();
  const { id: runId } = await previewed(office, type, id);
  // As the runner leaves it when the approved plan was found unchanged.
  await office.db.runs.update(runId, { status: 'applying', stage: 'apply' });
  return { office, runId };
}

/** Applies; the n-th effect and every later one throws, as a killed worker does nothing more. */
async function applyUntil(
  office: Office,
  runId: string,
  n: number,
  struck: 'every request' | 'writes',
): Promise<number> {
  let effects = 0;
  const strike = () => {
    effects += 1;
    if (effects > n) throw new Killed('killed');
  };
  for (const site of [office.sites.tps, office.sites.qbo]) {
    site.mishap({
      when: ({ method }) => struck === 'every request' || method !== 'GET',
      times: Number.POSITIVE_INFINITY,
      before: strike,
      after: (response) => {
        strike();
        return response;
      },
    });
  }
  const pair = await office.db.pairs.toCollection().first();
  const run = await office.db.runs.get(runId);
  if (!pair || !run) throw new Error('no run');
  await applyStage(office.desk.runnerDeps(pair), run).catch((error: unknown) => {
    if (effects <= n) throw error;
  });
  office.sites.tps.clearMishaps();
  office.sites.qbo.clearMishaps();
  return effects;
}

describe.each([
  ['creditMemo', 'every request', 10],
  ['journalEntry', 'writes', 3],
] as const)('a worker killed while it converts a %s, at %s', (type, struck, least) => {
  it('ends like an uninterrupted one, whatever the moment', { timeout: 180_000 }, async () => {
    const whole = await approved(type);
    const effects = await applyUntil(whole.office, whole.runId, Number.POSITIVE_INFINITY, struck);
    await whole.office.drive();
    const expected = picture(whole.office);
    expect(effects).toBeGreaterThan(least);
    for (let at = 0; at < effects; at++) {
      const { office, runId } = await approved(type);
      await applyUntil(office, runId, at, struck);
      office.clock.advance(60_000);
      await office.drive();
      const run = await office.db.runs.get(runId);
      expect(run?.status, `killed at effect ${at}`).toBe('success');
      expect(run?.counts.done, `killed at effect ${at}`).toBe(run?.counts.planned);
      expect(picture(office), `killed at effect ${at}`).toEqual(expected);
      const next = await office.sync();
      expect(next, `killed at effect ${at}`).toMatchObject({ status: 'success' });
      expect(next.tieOut?.named, `killed at effect ${at}`).toEqual([]);
    }
  });
});
