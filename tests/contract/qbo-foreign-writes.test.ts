/** What a conversion reads and deletes in QBO: credit memos and journal entries on A/R. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, textAt } from '../sandbox/qbo/json';
import { ACCOUNT, arAccountId, enterJournal, type QboOffice, qboOffice } from './scene/qbo-office';
import { failure } from './scene/records';
import { cutInHalf, type Sent } from './scene/site-fetch';

type Type = 'creditMemo' | 'journalEntry';
const ENTITY = { creditMemo: 'CreditMemo', journalEntry: 'JournalEntry' } as const;

let office: QboOffice;

beforeEach(async () => {
  office = await qboOffice();
});

const idOf = (made: JsonObject): string => textAt(made, 'Id') ?? '';
const readForeign = async (type: Type, id: string) =>
  (await office.scene.port.readForeign?.(type, id)) ?? [];
const removeForeign = async (type: Type, id: string, version: string) =>
  office.scene.port.removeForeign?.(type, id, version);
const standing = (type: Type) =>
  office.company
    .ledger()
    .documents.filter((doc) => doc.entity === ENTITY[type] && !doc.deleted)
    .map(({ id }) => id);

/** 40.00 and its tax (TPS/TVQ). */
function enterMemo(): string {
  const made = office.company.create('CreditMemo', {
    CustomerRef: { value: office.clientId },
    TxnDate: '2026-02-25',
    DocNumber: '1026',
    PrivateNote: 'Goodwill',
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [
      {
        Amount: 40,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef: { value: '3' }, TaxCodeRef: { value: '7' } },
      },
    ],
  });
  return idOf(made);
}

function enter(type: Type): string {
  if (type === 'creditMemo') return enterMemo();
  const { badDebt: accountId } = ACCOUNT;
  const more = { PrivateNote: 'Year-end file', DocNumber: 'AJE 3' };
  return idOf(enterJournal(office, { postingType: 'Credit', amount: 40, accountId, more }));
}

/** 25.00 of the credit, on the first invoice. */
function apply(type: Type, id: string): string {
  const link = (TxnId: string, TxnType: string) => ({
    Amount: 25,
    LinkedTxn: [{ TxnId, TxnType }],
  });
  const made = office.company.create('Payment', {
    CustomerRef: { value: office.clientId },
    TotalAmt: 0,
    Line: [link(office.invoiceIds[0], 'Invoice'), link(id, ENTITY[type])],
  });
  return idOf(made);
}

describe('a document that is read to be converted', () => {
  it('is a credit memo with its tax, its text and what is left of it', async () => {
    const id = enterMemo();
    apply('creditMemo', id);
    const total = office.company.ledger().documents.find((doc) => doc.id === id)?.totalCents ?? 0;
    expect(await readForeign('creditMemo', id)).toEqual([
      expect.objectContaining({
        kind: 'foreign',
        foreignType: 'creditMemo',
        id,
        number: '1026',
        date: '2026-02-25',
        clientId: office.clientId,
        totalCents: total,
        taxCents: total - 4_000,
        openCents: 2_500 - total,
        memo: 'Goodwill',
      }),
    ]);
    expect(total).toBe(4_599);
  });

  it.each([
    ['Debit', 40_00],
    ['Credit', -40_00],
  ] as const)('is a journal entry in %s', async (postingType, openCents) => {
    const more = { PrivateNote: 'Year-end file', DocNumber: 'AJE 3' };
    const accountId = ACCOUNT.badDebt;
    const id = idOf(enterJournal(office, { postingType, amount: 40, accountId, more }));
    const [row, ...others] = await readForeign('journalEntry', id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id, number: 'AJE 3', openCents, totalCents: 40_00, taxCents: 0 });
    expect(row?.memo).toBe('Year-end file');
  });

  it('is a row for each customer', async () => {
    office.scene.standIn.switches.journalArLines = 'many';
    const other = idOf(office.company.create('Customer', { DisplayName: 'Other' }));
    const line = (PostingType: string, value: string) => ({
      Amount: 40,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: {
        PostingType,
        AccountRef: { value: arAccountId(office.company) },
        Entity: { Type: 'Customer', EntityRef: { value } },
      },
    });
    const Line = [line('Debit', office.clientId), line('Credit', other)];
    const id = idOf(office.company.create('JournalEntry', { TxnDate: '2026-02-25', Line }));
    const rows = await readForeign('journalEntry', id);
    expect(rows.map(({ clientId, openCents }) => [clientId, openCents])).toEqual([
      [office.clientId, 40_00],
      [other, -40_00],
    ]);
  });

  it('is nothing when it was deleted', async () => {
    const id = enterMemo();
    office.company.remove('CreditMemo', { Id: id, SyncToken: '0' });
    expect(await readForeign('creditMemo', id)).toEqual([]);
    expect(await readForeign('journalEntry', '9999')).toEqual([]);
  });
});

describe.each<Type>(['creditMemo', 'journalEntry'])('a %s that was converted', (type) => {
  it('is deleted, and owes or lowers nothing any more', async () => {
    const id = enter(type);
    const before = office.owedCents();
    const [row] = await readForeign(type, id);
    expect(await removeForeign(type, id, row?.version ?? '')).toBeUndefined();
    expect(standing(type)).toEqual([]);
    expect(office.owedCents()).toBe(before + (row?.totalCents ?? 0));
    expect(await readForeign(type, id)).toEqual([]);
  });

  it('stays when it changed since it was read', async () => {
    const id = enter(type);
    const [row] = await readForeign(type, id);
    const now = office.company.read(ENTITY[type], id);
    office.company.update(ENTITY[type], { ...now, PrivateNote: 'Another text' });
    await failure(removeForeign(type, id, row?.version ?? ''), 'changedMeanwhile');
    expect(standing(type)).toEqual([id]);
  });

  it('stays when QBO holds on to what it is applied to', async () => {
    office.scene.standIn.switches.removeLinked = 'refuse';
    const id = enter(type);
    const payment = apply(type, id);
    const [row] = await readForeign(type, id);
    await failure(removeForeign(type, id, row?.version ?? ''), 'refused');
    const { SyncToken = '0' } = office.company.read('Payment', payment);
    office.company.remove('Payment', { Id: payment, SyncToken });
    const [free] = await readForeign(type, id);
    await removeForeign(type, id, free?.version ?? '');
    expect(standing(type)).toEqual([]);
  });

  it('is of unknown outcome when the answer is lost, and a look then shows it gone', async () => {
    const id = enter(type);
    const [row] = await readForeign(type, id);
    office.scene.site.mishap({
      when: ({ url }: Sent) => url.includes('operation=delete'),
      after: cutInHalf,
    });
    await failure(removeForeign(type, id, row?.version ?? ''), 'outcomeUnknown');
    expect(await readForeign(type, id)).toEqual([]);
  });
});
