/**
 * Version 1 knew TPS's adjustments as records of their own, and nothing of bookings and payment
 * links. The mirror is a cache: it is emptied and read anew. Links say what both sides last agreed
 * on, which nobody else knows: they are kept, with what version 2 wants besides.
 */
import type { Transaction } from 'dexie';

type Row = Record<string, unknown>;

export async function toVersion2(transaction: Transaction): Promise<void> {
  const lastAdjustment = new Map<string, number>();
  await transaction.table('mirror').each((row: Row) => {
    if (row.kind !== 'adjustment') return;
    const pairId = String(row.pairId);
    lastAdjustment.set(pairId, Math.max(lastAdjustment.get(pairId) ?? 0, Number(row.id)));
  });
  await transaction.table('mirror').clear();
  await transaction
    .table('pairs')
    .toCollection()
    .modify((pair: Row) => {
      pair.watermarks = { tps: null, qbo: null };
      // The lists are read with the books, and have new members.
      pair.references = { tps: null, qbo: null };
      const inTps = rowIn(rowIn(pair.cutoff)?.tps);
      if (inTps) inTps.adjustment = String(lastAdjustment.get(String(pair.id)) ?? 0);
    });
  await transaction
    .table('links')
    .toCollection()
    .modify((link: Row) => {
      const base = rowIn(link.base);
      for (const record of [rowIn(base?.tps), rowIn(base?.qbo)]) if (record) addNewFields(record);
    });
}

function rowIn(value: unknown): Row | null {
  return isRow(value) ? value : null;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

function addNewFields(record: Row): void {
  if (record.kind === 'payment') record.booking ??= 'receipt';
  if (record.kind !== 'invoice') return;
  record.templateId ??= '';
  record.paymentLink ??= null;
  record.payableOnline ??= false;
}
