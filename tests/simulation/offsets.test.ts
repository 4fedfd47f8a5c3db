/** Two wrongs that make a right total are said all the same. */
import { describe, expect, it } from 'vitest';
import { type JsonObject, objectAt, objectsAt, omit } from '../sandbox/qbo/json';
import { editInQbo, good, outstanding, prepared, qboIdOf } from './firm-day';
import type { Office } from './office';

const NUMBERS = ['90001', '90002'] as const;

/** Two invoices of one client that differ in their first line alone. */
async function twoInvoices(office: Office): Promise<number[]> {
  const { model, lines } = outstanding(office);
  const [first] = lines;
  const bill = (number: string, amount: string) =>
    office.books.invoices.create({
      clientId: model.clientId,
      code: '0',
      number,
      date: '2026-03-02',
      lines: [{ ...first, quantity: '1', rate: amount, amount }],
    }).id;
  const ids = [bill(NUMBERS[0], '100.00'), bill(NUMBERS[1], '300.00')];
  await good(office);
  return ids;
}

/** Somebody gives an invoice in QuickBooks another amount on its only line. */
function reprice(office: Office, id: string, Amount: number) {
  const [line] = objectsAt(office.company.read('Invoice', id), 'Line');
  if (!line) throw new Error('no line');
  const detail: JsonObject = omit(
    objectAt(line, 'SalesItemLineDetail') ?? {},
    new Set(['Qty', 'UnitPrice']),
  );
  editInQbo(office, 'Invoice', id, {
    Line: [{ ...omit(line, new Set(['LineNum'])), Amount, SalesItemLineDetail: detail }],
  });
}

describe('two invoices of one client, one as much too high as the other is too low', () => {
  it('are held as conflicts, and the tie-out names both though the totals agree', async () => {
    const office = await prepared();
    const [small = 0, large = 0] = await twoInvoices(office);
    reprice(office, await qboIdOf(office, 'invoice', String(small)), 300);
    reprice(office, await qboIdOf(office, 'invoice', String(large)), 100);
    for (const [id, amount] of [
      [small, '150.00'],
      [large, '250.00'],
    ] as const) {
      const [line] = office.books.invoices.get(id).lines;
      office.books.patch('invoice', id, { lines: [{ ...line, amount, rate: amount }] });
    }
    const run = await office.sync();
    expect(run.tieOut).toMatchObject({ unexplainedCents: 0, clientsUnexplainedCents: 0 });
    expect(run.tieOut?.tpsCents).toBe(run.tieOut?.qboCents);
    expect(run.tieOut?.offsets).toMatchObject(
      NUMBERS.map((number) => ({ type: 'invoice', number })),
    );
    const [up, down] = run.tieOut?.offsets ?? [];
    expect(up?.differenceCents).toBeLessThan(0);
    expect(down?.differenceCents).toBe(-(up?.differenceCents ?? 0));
    expect(run.status).toBe('warning');
    expect(run.reason?.id).toBe('run.nothingButOffsets');
  });
});
