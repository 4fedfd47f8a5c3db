import { describe, expect, it } from 'vitest';
import { duplicatesIn, writesSeen } from './ledgers';
import type { Office } from './office';
import { copyOf, officeSetUp } from './prepared';
import { entriesOf } from './world/drive';

const syncedOffice = (seed = 1): Promise<Office> =>
  copyOf(`main job ${seed}`, async () => {
    const office = await officeSetUp({ seed, clients: 8, findings: 'none' });
    const run = await office.sync();
    expect(run.status).toBe('success');
    return office;
  });

/** An open invoice that stands on both sides. */
async function twinInvoice(office: Office) {
  const links = await office.db.links.toArray();
  for (const link of links) {
    const { qbo, tps } = link.base;
    if (link.type !== 'invoice' || qbo.kind !== 'invoice' || tps.kind !== 'invoice') continue;
    const now = office.company.ledger().documents.find((d) => d.id === link.qboId);
    const here = office.books
      .ledger()
      .documents.find((d) => d.type === 'invoice' && String(d.id) === link.tpsId);
    if (!now || now.voided || now.deleted || !here || tps.invoiceKind !== 'invoice') continue;
    if (now.balanceCents === now.totalCents && here.balanceCents === here.totalCents) {
      return { link, tps, qbo };
    }
  }
  throw new Error('no untouched invoice on both sides');
}

describe('main job, in process', () => {
  for (const seed of [1, 2, 3]) {
    it(`explains every cent, and a second run writes nothing (seed ${seed})`, async () => {
      const office = await officeSetUp({ seed, clients: 30, findings: 'all' });
      const first = await office.sync();
      expect(first.counts.failed).toBe(0);
      expect(first.counts.done).toBe(first.counts.planned);
      expect(first.counts.planned).toBeGreaterThan(10);
      expect(first.tieOut?.unexplainedCents).toBe(0);
      expect(first.tieOut?.tpsCents).toBe(office.books.ledger().arTotalCents);
      expect(first.tieOut?.qboCents).toBe(office.company.ledger().arTotalCents);
      expect(duplicatesIn(office)).toEqual([]);
      for (const site of [office.sites.tps, office.sites.qbo]) site.sent.length = 0;
      const second = await office.sync();
      expect(second.counts.planned).toBe(0);
      expect(writesSeen(office)).toEqual([]);
    });
  }

  it('is the same for a US company', async () => {
    const office = await officeSetUp({ seed: 4, clients: 12, country: 'US', findings: 'none' });
    const run = await office.sync();
    expect(run.counts.failed).toBe(0);
    expect(run.counts.done).toBeGreaterThan(0);
    expect(run.tieOut?.unexplainedCents).toBe(0);
  });

  it('without findings both receivables are equal', async () => {
    const office = await syncedOffice();
    const { tieOut } = (await office.db.runs.toArray())[0] ?? {};
    expect(tieOut?.named).toEqual([]);
  });

  it('carries a new invoice and an edit from TPS, and an online payment from QuickBooks', async () => {
    const office = await syncedOffice();
    const { link, tps, qbo } = await twinInvoice(office);
    const before = office.books.read('invoice', Number(tps.id));
    if (!('lines' in before)) throw new Error('not an invoice');
    const [line] = before.lines;
    office.books.invoices.create({
      clientId: before.clientId,
      code: '0',
      number: '90001',
      date: '2026-03-02',
      dueDate: '2026-04-01',
      description: 'New work',
      lines: [{ ...line, id: undefined, amount: '140.00', quantity: '1', rate: '140.00' }],
    });
    office.books.patch('invoice', Number(tps.id), { description: 'Edited in TPS' });
    office.company.payOnline(qbo.id, 1000);
    const run = await office.sync();
    expect(run.counts).toMatchObject({ planned: 4, done: 4, failed: 0 });
    const created = office.company.ledger().documents.find((d) => d.docNumber === '90001');
    expect(created?.privateNote).toMatch(/^New work \[TPS#\w{7} invoice \d+\]$/);
    const edited = office.company.ledger().documents.find((d) => d.id === link.qboId);
    expect(edited?.privateNote).toContain('Edited in TPS');
    const paid = office.books
      .ledger()
      .documents.find((d) => d.type === 'invoice' && String(d.id) === link.tpsId);
    expect(paid?.balanceCents).toBe(tps.totalCents - 1000);
    expect(run.tieOut?.unexplainedCents).toBe(0);
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('voids what was voided or deleted', async () => {
    const office = await syncedOffice();
    const { link } = await twinInvoice(office);
    office.books.invoices.void(Number(link.tpsId));
    const voided = await office.sync();
    expect(voided.counts).toMatchObject({ planned: 1, done: 1 });
    expect(office.company.ledger().documents.find((d) => d.id === link.qboId)?.voided).toBe(true);
    const next = await twinInvoice(office);
    const rec = office.company.read('Invoice', next.link.qboId);
    office.company.remove('Invoice', { Id: next.link.qboId, SyncToken: rec.SyncToken ?? '0' });
    const removed = await office.sync();
    expect(removed.counts).toMatchObject({ planned: 1, done: 1 });
    expect(office.books.invoices.get(Number(next.link.tpsId)).status).toBe('void');
    expect((await office.sync()).counts.planned).toBe(0);
  });

  it('holds what was changed on both sides, and overwrites neither', async () => {
    const office = await syncedOffice();
    const { link } = await twinInvoice(office);
    office.books.patch('invoice', Number(link.tpsId), { description: 'TPS says' });
    const rec = office.company.read('Invoice', link.qboId);
    office.company.update('Invoice', {
      Id: link.qboId,
      SyncToken: rec.SyncToken ?? '0',
      sparse: true,
      PrivateNote: 'QBO says',
    });
    const run = await office.sync();
    expect(run.counts.planned).toBe(0);
    expect(run.holds.map((hold) => hold.what.id)).toContain('conflict.bothChanged');
    expect(office.company.read('Invoice', link.qboId).PrivateNote).toBe('QBO says');
    const { needs } = await office.ask['app.get']({});
    expect(needs.map((need) => need.kind)).toContain('conflict');
  });

  it('never passes on an empty listing', async () => {
    const office = await syncedOffice();
    await office.db.pairs.toCollection().modify((pair) => {
      pair.watermarks.tps = null;
    });
    office.sites.tps.mishap({
      when: ({ url }) => url.includes('/invoices?'),
      instead: () =>
        Response.json({
          items: [],
          page: 1,
          pageSize: 200,
          total: 0,
          serverTime: '2026-03-02T15:00:00Z',
        }),
      times: 5,
    });
    const run = await office.sync();
    expect(run.status).toBe('paused');
    expect(run.reason?.id).toBe('pull.empty');
    expect(run.counts.planned).toBe(0);
    office.sites.tps.clearMishaps();
    await office.ask['run.resume']({ runId: run.id, turn: run.turn ?? 0 });
    expect(await office.drive()).toMatchObject({ status: 'success', counts: { planned: 0 } });
  });

  it('excludes a client with a reason, and takes it back', async () => {
    const office = await syncedOffice();
    const { link, tps } = await twinInvoice(office);
    await office.ask['client.exclude']({ side: 'tps', clientId: tps.clientId, reason: 'legal' });
    office.books.patch('invoice', Number(link.tpsId), { description: 'not to be carried' });
    const run = await office.sync();
    expect(run.counts.planned).toBe(0);
    await office.ask['client.include']({ side: 'tps', clientId: tps.clientId });
    expect((await office.sync()).counts).toMatchObject({ planned: 1, done: 1 });
  });

  it('lets a held document be fixed and tried again, or removed and restored', async () => {
    const office = await syncedOffice();
    const { tps, qbo } = await twinInvoice(office);
    office.company.create('Invoice', {
      CustomerRef: { value: qbo.clientId },
      DocNumber: '2026-7',
      TxnDate: '2026-03-02',
      GlobalTaxCalculation: 'TaxExcluded',
      Line: [
        {
          Amount: 10,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {
            ItemRef: { value: qbo.lines[0]?.codeId ?? '1' },
            TaxCodeRef: { value: qbo.lines[0]?.taxKey ?? '1' },
          },
        },
      ],
    });
    const run = await office.sync();
    expect(run.holds.map(({ what }) => what.id)).toEqual(['translate.unnumberable']);
    const [entry] = (await entriesOf(office, run.id)).filter((e) => e.canRetry);
    if (!entry) throw new Error('nothing to retry');
    await office.ask['entry.ignore']({ entryId: entry.id, reason: 'billed elsewhere' });
    const quiet = await office.sync();
    expect(quiet.counts.planned).toBe(0);
    expect(quiet.tieOut?.unexplainedCents).toBe(0);
    await office.ask['entry.restore']({ entryId: entry.id });
    const made = office.company.ledger().documents.find((d) => d.docNumber === '2026-7');
    const rec = office.company.read('Invoice', made?.id ?? '');
    office.company.update('Invoice', {
      Id: made?.id ?? '',
      SyncToken: rec.SyncToken ?? '0',
      sparse: true,
      DocNumber: '20267',
    });
    office.clock.advance(60_000);
    await office.ask['entry.retry']({ entryIds: [] });
    const retried = await office.drive();
    expect(retried.counts).toMatchObject({ planned: 1, done: 1 });
    const twin = office.books.ledger().documents.find((d) => d.number === '20267');
    expect(twin?.clientId).toBe(Number(tps.clientId));
  });
});
