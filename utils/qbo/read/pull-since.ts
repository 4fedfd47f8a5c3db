import type { LedgerRecord, RecordKind } from '../../ledger/entities';
import type { Pull } from '../../runner/port';
import { PortError } from '../../runner/port-error';
import { inParallel } from '../../wire/in-parallel';
import { parseRow } from '../../wire/parse-row';
import type { ArEntity } from '../entities';
import { quoted, select } from '../query';
import type { QboTransport } from '../transport';
import { invoice } from '../wire/invoice';
import { payment } from '../wire/payment';
import { arAccounts } from './ar-accounts';
import { arEffects, type BooksRows, parseBooks, recordsOf } from './books-rows';
import { changesSince } from './changes';
import { followUp } from './follow-up';
import { creditMemoRow } from './foreign';
import { invoiceOf } from './invoice';
import { readEntities } from './pages';
import { paymentOf } from './payment';
import { pullAll } from './pull-all';

/** Read again what was committed around the watermark. */
const OVERLAP_MS = 5 * 60_000;
/** CDC looks back 30 days; one day is left for clocks and zones. */
const AGE_MS_MAX = 29 * 24 * 3_600_000;
/** An answer with this many objects was cut off (Intuit: 1000; it says so nowhere in the answer). */
const CDC_OBJECTS_MAX = 1000;

const KIND: Readonly<Record<ArEntity, RecordKind>> = {
  Customer: 'client',
  Invoice: 'invoice',
  Payment: 'payment',
  CreditMemo: 'foreign',
  JournalEntry: 'foreign',
  Deposit: 'foreign',
  Purchase: 'foreign',
};

/**
 * What changed since a watermark, or everything where changes alone would not be the truth: the
 * watermark is too old, CDC refuses or overflows, or a change took something away without saying
 * from what.
 */
export async function pullSince(
  transport: QboTransport,
  watermark: string,
  nowMs: number,
  onRead: (count: number) => void,
): Promise<Pull> {
  const sinceMs = Date.parse(watermark) - OVERLAP_MS;
  if (Number.isNaN(sinceMs) || nowMs - sinceMs > AGE_MS_MAX) return pullAll(transport, onRead);
  const changes = await changesOrNull(transport, new Date(sinceMs).toISOString());
  if (!changes || changes.count >= CDC_OBJECTS_MAX) return pullAll(transport, onRead);
  onRead(changes.count);
  const rows = parseBooks(changes.raw, changes.asked);
  const accountIds = new Set((await arAccounts(transport)).map(({ id }) => id));
  const touchesAr = arEffects(rows, accountIds).length > 0;
  const next = followUp({ rows, deleted: changes.deleted, touchesAr });
  if (next.full) return pullAll(transport, onRead);
  const more = await readMore(transport, next);
  return {
    records: newest([...recordsOf(rows, accountIds), ...more]),
    deleted: [
      ...changes.deleted.map(({ entity, id }) => ({ kind: KIND[entity], id })),
      ...withoutEffect(rows).map((id) => ({ kind: 'foreign' as const, id })),
    ],
    full: false,
    watermark: changes.serverTime,
  };
}

/** Null when QBO refuses the question (a fault): then everything is read. Other failures pass. */
async function changesOrNull(transport: QboTransport, sinceIso: string) {
  try {
    return await changesSince(transport, sinceIso);
  } catch (error) {
    if (error instanceof PortError && error.kind === 'refused') return null;
    throw error;
  }
}

/** Changed documents that have no A/R effect now; they may have had one before. */
function withoutEffect(rows: BooksRows): readonly string[] {
  const voided = rows.creditMemos.filter((row) => creditMemoRow(row) === null);
  return [...rows.journalEntries, ...rows.deposits, ...rows.purchases, ...voided].map((r) => r.Id);
}

const IDS_PER_QUERY = 100;

interface More {
  readonly invoiceIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly paymentCustomerIds: readonly string[];
}

async function readMore(transport: QboTransport, more: More): Promise<LedgerRecord[]> {
  const byId = (ids: readonly string[]): string[] => {
    const chunks: string[] = [];
    for (let at = 0; at < ids.length; at += IDS_PER_QUERY) {
      chunks.push(
        `Id IN (${ids
          .slice(at, at + IDS_PER_QUERY)
          .map(quoted)
          .join(',')})`,
      );
    }
    return chunks;
  };
  const invoices = await inParallel(byId(more.invoiceIds), 4, async (where) => {
    const reply = await select(transport, 'Invoice', where);
    return reply.rows.map((row) => invoiceOf(parseRow(invoice, row, 'invoice', reply.asked)));
  });
  const customers = more.paymentCustomerIds.map((id) => `CustomerRef = ${quoted(id)}`);
  const payments = await inParallel([...byId(more.paymentIds), ...customers], 4, async (where) => {
    const all = await readEntities(transport, ['Payment'], () => {}, { Payment: where });
    return [...all.values()].flatMap(({ rows, asked }) =>
      rows.map((row) => paymentOf(parseRow(payment, row, 'payment', asked))),
    );
  });
  return [...invoices.flat(), ...payments.flat()];
}

/** One record of each; the later reading wins. Foreign rows are one per customer. */
function newest(records: readonly LedgerRecord[]): LedgerRecord[] {
  const byKey = new Map<string, LedgerRecord>();
  for (const record of records) {
    const client = record.kind === 'foreign' ? record.clientId : '';
    byKey.set(`${record.kind} ${record.id} ${client}`, record);
  }
  return [...byKey.values()];
}
