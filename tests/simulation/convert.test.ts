/** What TPS has no image of becomes an adjustment on both sides: credit memos and A/R journal entries. */
import { describe, expect, it } from 'vitest';
import {
  adjustmentFor,
  applied,
  apply,
  creditMemo,
  entry,
  openInvoice,
  previewed,
  shownUndo,
  standing,
  synced,
  tied,
} from './converting';
import { picture } from './ledgers';
import { officeSetUp } from './prepared';

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
    const [flag] = await office.ask['flags.get']({
      realm: null,
      subjects: [{ type: 'creditmemo', id }],
    });
    expect(flag?.actions[0]).toEqual({ do: 'convert', foreignType: 'creditMemo', id });
    const shown = await previewed(office, 'creditMemo', id);
    expect(standing(office, 'CreditMemo')).toEqual([id]);
    expect(shown.groups.map(({ to, verb, type }) => `${to} ${verb} ${type}`)).toEqual([
      'tps create adjustment',
      ...(amount > 0 ? ['qbo delete payment'] : []),
      'qbo delete foreign',
    ]);
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
    expect(made?.description).toMatch(/^Credit memo \d+: Goodwill \[QBO#\w{7} credit \d+\]$/);
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
    const there = office.company.ledger().documents;
    office.clock.advance(60_000);
    await office.ask['foreign.take']({ foreignType: 'journalEntry', id });
    const run = await office.drive();
    expect(run).toMatchObject({ status: 'success', counts: { planned: 1, done: 1 } });
    expect(office.company.ledger().documents).toEqual(there);
    const made = office.books.adjustments.all().at(-1);
    expect(made).toMatchObject({ direction: 'decrease', amount: '60.00' });
    expect(made?.description).toMatch(new RegExp(`^Year-end file \\[QBO#\\w{7} journal ${id}\\]$`));
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
    await office.ask['foreign.take']({ foreignType: 'journalEntry', id });
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
    const office = await officeSetUp({ seed: 5, clients: 5, findings: 'none' });
    const links = (await office.db.links.toArray()).filter(({ type }) => type === 'client');
    const { id } = creditMemo(office, { CustomerRef: { value: links[0]?.qboId ?? '' } });
    await office.ask['setup.get']({ reload: true });
    const shown = await previewed(office, 'creditMemo', id);
    expect(shown.brakes.map((brake) => brake.id)).toContain('backup');
    expect(await applied(office, shown)).toMatchObject({ counts: { done: 2 } });
    expect((await office.db.pairs.toArray()).map(({ cutoff }) => cutoff)).toEqual([null]);
    await tied(office);
  });

  it('that was cut off after the adjustment, of an entry that is then taken as it is', async () => {
    const office = await synced();
    const id = entry(office, await openInvoice(office), 'Credit', 'Income');
    await office.sync();
    const shown = await previewed(office, 'journalEntry', id);
    await office.db.runs.update(shown.id, { status: 'applying', stage: 'apply' });
    office.sites.qbo.mishap({
      when: ({ url }) => url.includes('/journalentry?'),
      instead: () => new Response('', { status: 401 }),
      times: Number.POSITIVE_INFINITY,
    });
    await office.drive();
    office.sites.qbo.clearMishaps();
    await office.ask['run.cancel']({ runId: shown.id });
    expect(adjustmentFor(office, id)).toBeDefined();
    expect(standing(office, 'JournalEntry')).toContain(id);
    const count = office.books.adjustments.all().length;
    office.clock.advance(60_000);
    await office.ask['foreign.take']({ foreignType: 'journalEntry', id });
    await office.drive();
    // One adjustment, one entry: nobody wrote the credit a second time.
    expect(office.books.adjustments.all()).toHaveLength(count);
    const run = await office.sync();
    expect(office.company.ledger().arTotalCents).toBe(office.books.ledger().arTotalCents);
    expect(run.tieOut).toMatchObject({ named: [], unexplainedCents: 0 });
  });

  it('is undone in TPS; the original is told to be entered again', async () => {
    const office = await synced();
    const { id } = creditMemo(office, await openInvoice(office));
    await office.sync();
    const run = await applied(office, await previewed(office, 'creditMemo', id));
    office.clock.advance(60_000);
    const undo = await shownUndo(office, run);
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
    const undo = await shownUndo(office, run);
    expect(undo.cannot?.map(({ why }) => why.id).sort()).toEqual([
      'undo.carriedSince',
      'undo.converted',
    ]);
  });
});
