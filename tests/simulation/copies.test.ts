/** QuickBooks' *Copy* takes the memo and our tag along; people type tags and take them out. */

import { describe, expect, it } from 'vitest';
import { answerTwin, carried, editInQbo, good, prepared, qboIdOf } from './firm-day';
import { duplicatesIn } from './ledgers';
import type { Office } from './office';
import type { Ran } from './world/drive';

const ids = (run: Ran) => run.holds.map(({ what }) => what.id);

/** *Copy* of an invoice in QuickBooks, saved with `change`. */
function copyInQbo({ company }: Office, id: string, change: object): string {
  const { CustomerRef, Line, PrivateNote, TxnDate, DueDate } = company.read('Invoice', id);
  const lines = (Array.isArray(Line) ? Line : []).filter(
    (line) => line.DetailType !== 'SubTotalLineDetail',
  );
  const made = company.create('Invoice', {
    CustomerRef: CustomerRef ?? null,
    PrivateNote: PrivateNote ?? '',
    TxnDate: TxnDate ?? '',
    DueDate: DueDate ?? '',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: lines.map(({ Id: _, LineNum: __, ...line }) => line),
    ...change,
  });
  return String(made.Id);
}

async function anotherClient({ db }: Office, qboId: string): Promise<{ tps: string; qbo: string }> {
  const links = await db.links.toArray();
  const own = links.find((link) => link.type === 'invoice' && link.qboId === qboId)?.base.qbo;
  const other = links.find(
    ({ type, qboId: id }) => type === 'client' && own?.kind === 'invoice' && id !== own.clientId,
  );
  return { tps: other?.tpsId ?? '', qbo: other?.qboId ?? '' };
}

const inTps = ({ books }: Office, number: string) =>
  books.invoices.all().filter((invoice) => invoice.number === number);

/** Deletes (or voids) an invoice in QuickBooks. */
function takeAway({ company }: Office, how: 'remove' | 'void', id: string): void {
  company[how]('Invoice', { Id: id, SyncToken: company.read('Invoice', id).SyncToken ?? '0' });
}

async function loseDatabase(office: Office): Promise<void> {
  for (const table of office.db.tables) await table.clear();
  await office.setUp();
}

describe('a copy of a synced invoice, with our tag in its memo', () => {
  it('is carried as the new document that it is, for another client and for the same', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const other = await anotherClient(office, qboId);
    copyInQbo(office, qboId, { CustomerRef: { value: other.qbo }, DocNumber: '88001' });
    copyInQbo(office, qboId, { DocNumber: '88002' });
    const run = await good(office);
    expect(run.holds).toEqual([]);
    expect(inTps(office, '88001').map(({ clientId }) => String(clientId))).toEqual([other.tps]);
    expect(inTps(office, '88002')).toHaveLength(1);
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
  });

  it.each(['remove', 'void'] as const)(
    'does not take the place of its original: %s',
    async (how) => {
      const office = await prepared();
      const { id, qboId } = await carried(office);
      const other = await anotherClient(office, qboId);
      const copies = [
        copyInQbo(office, qboId, { CustomerRef: { value: other.qbo }, DocNumber: '88001' }),
        copyInQbo(office, qboId, { DocNumber: '88002' }),
      ];
      takeAway(office, how, qboId);
      await good(office);
      // The end of the original is carried, and each copy is a document of its own.
      const original = office.books.invoices.all().find((invoice) => invoice.id === id);
      expect(original?.status ?? 'gone').toMatch(how === 'void' ? /void/ : /gone|void/);
      expect(inTps(office, '88001')).toHaveLength(1);
      expect(inTps(office, '88002')).toHaveLength(1);
      for (const copy of copies) expect(office.company.read('Invoice', copy).Balance).not.toBe(0);
      expect(duplicatesIn(office)).toEqual([]);
    },
  );

  it('is asked about in a new browser, where the original is linked again', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const copy = copyInQbo(office, qboId, { DocNumber: '88001' });
    await loseDatabase(office);
    const run = await office.sync();
    expect(ids(run)).toEqual(['conflict.copyOf']);
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    expect(inTps(office, '88001')).toEqual([]);
    await answerTwin(office, 'apart');
    expect(inTps(office, '88001')).toHaveLength(1);
    await good(office);
    expect(office.company.read('Invoice', copy).DocNumber).toBe('88001');
  });

  it('and its own twin are told from the original in a new browser after both were carried', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const copy = copyInQbo(office, qboId, { DocNumber: '88001' });
    await good(office);
    const [twin] = inTps(office, '88001');
    await loseDatabase(office);
    await good(office);
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    expect(await qboIdOf(office, 'invoice', String(twin?.id))).toBe(copy);
  });

  it('whose original is gone is asked about in a new browser, and carried once a person says so', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    copyInQbo(office, qboId, { DocNumber: '88001' });
    takeAway(office, 'remove', qboId);
    office.books.invoices.remove(id);
    await loseDatabase(office);
    expect(ids(await office.sync())).toEqual(['conflict.markedTwinGone']);
    await answerTwin(office, 'apart');
    await good(office);
    expect(inTps(office, '88001')).toHaveLength(1);
  });
});

describe('a tag that a person typed', () => {
  it('links nothing that client, number and amount do not bear out, and no policy overwrites it', async () => {
    const office = await prepared();
    const pair = await office.db.pairs.toCollection().first();
    await office.db.pairs.update(pair?.id ?? '', { policies: { invoice: 'tps' } });
    const { id, qboId } = await carried(office);
    const other = await anotherClient(office, qboId);
    await office.db.links.filter((l) => l.type === 'invoice' && l.qboId === qboId).delete();
    takeAway(office, 'remove', qboId);
    const [model] = office.company.ledger().documents.filter((d) => d.entity === 'Invoice');
    const typed = copyInQbo(office, model?.id ?? '', {
      CustomerRef: { value: other.qbo },
      DocNumber: '70001',
      PrivateNote: `see [TPS invoice ${id}]`,
    });
    const before = office.company.read('Invoice', typed);
    expect(ids(await office.sync())).toContain('conflict.tagDiffers');
    expect(office.company.read('Invoice', typed)).toEqual(before);
    await answerTwin(office, 'apart');
    await good(office);
    expect(inTps(office, '70001')).toHaveLength(1);
    expect(office.company.read('Invoice', typed).DocNumber).toBe('70001');
  });
});

describe('a tag that a person took out', () => {
  it('is not needed: the two stay linked, and are found again by number and amount', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    editInQbo(office, 'Invoice', qboId, { PrivateNote: 'for the auditor' });
    await office.sync();
    await loseDatabase(office);
    await office.sync();
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
    expect(duplicatesIn(office)).toEqual([]);
  });
});

describe('the tag of another firm that keeps its books in the same company', () => {
  it('is asked about, links nothing, and is replaced once a person says that it is ours', async () => {
    const office = await prepared();
    const { id, qboId } = await carried(office);
    const theirs = copyInQbo(office, qboId, {
      DocNumber: '88001',
      PrivateNote: `Theirs [TPS#zzzzzzz invoice ${id}]`,
    });
    expect(ids(await office.sync())).toEqual(['conflict.otherFirm']);
    expect(inTps(office, '88001')).toEqual([]);
    await answerTwin(office, 'apart');
    // A company with another firm's tag takes a typed word first.
    const { run } = await office.ask['app.get']({});
    expect(run?.plan?.brakes.map(({ id }) => id)).toContain('claimed');
    await office.sync();
    expect(inTps(office, '88001')).toHaveLength(1);
    await office.sync();
    expect(office.company.read('Invoice', theirs).PrivateNote).toMatch(
      /^Theirs \[TPS#(?!zzzzzzz)\w{7} invoice \d+\]$/,
    );
    await good(office);
    expect(await qboIdOf(office, 'invoice', String(id))).toBe(qboId);
  });

  it('on a customer pairs nobody', async () => {
    const office = await prepared();
    const made = office.books.clients.create({ code: 'OURS1', name: 'Ours & Fils' });
    office.company.create('Customer', {
      DisplayName: 'Theirs Ltd',
      Notes: `[TPS#zzzzzzz client ${made.id}]`,
    });
    await office.sync();
    expect(await qboIdOf(office, 'client', String(made.id))).toBe('');
  });
});
