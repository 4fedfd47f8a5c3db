/** Reads what a set of changes names without showing it. */
import { inParallel } from '../../wire/in-parallel';
import { parseRow } from '../../wire/parse-row';
import { type ArEntity, ENTITY_SUBJECT } from '../entities';
import { quoted } from '../query';
import type { QboTransport } from '../transport';
import { journalEntry, type WireJournalEntry } from '../wire/foreign';
import { invoice, type WireInvoice } from '../wire/invoice';
import { payment, type WirePayment } from '../wire/payment';
import type { Missing } from './follow-up';
import { readEntities } from './pages';

const IDS_PER_QUERY = 100;
const PARALLEL_MAX = 4;

export interface More {
  readonly invoices: readonly WireInvoice[];
  readonly payments: readonly WirePayment[];
  readonly journalEntries: readonly WireJournalEntry[];
}

export async function readMore(transport: QboTransport, missing: Missing): Promise<More> {
  const rows = async <T>(
    entity: ArEntity,
    schema: Parameters<typeof parseRow<T>>[0],
    conditions: readonly string[],
  ): Promise<T[]> => {
    const answers = await inParallel(conditions, PARALLEL_MAX, async (where) => {
      const all = await readEntities(transport, [entity], () => {}, { [entity]: where });
      return [...all.values()].flatMap(({ rows, asked }) =>
        rows.map((row) => parseRow(schema, row, ENTITY_SUBJECT[entity], asked)),
      );
    });
    return answers.flat();
  };
  const ofCustomers = missing.paymentCustomerIds.map((id) => `CustomerRef = ${quoted(id)}`);
  return {
    invoices: await rows('Invoice', invoice, byId(missing.invoiceIds)),
    payments: await rows('Payment', payment, [...byId(missing.paymentIds), ...ofCustomers]),
    journalEntries: await rows('JournalEntry', journalEntry, byId(missing.entryIds)),
  };
}

/** Conditions that name these ids, in as few queries as can be. */
export function byId(ids: readonly string[]): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < ids.length; at += IDS_PER_QUERY) {
    const chunk = ids.slice(at, at + IDS_PER_QUERY).map(quoted);
    chunks.push(`Id IN (${chunk.join(',')})`);
  }
  return chunks;
}
