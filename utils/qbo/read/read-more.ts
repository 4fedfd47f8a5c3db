/** Reads what a set of changes names without showing it. */

import { inParallel } from '../../http/in-parallel';
import { parseRow, readRow } from '../../http/parse-row';
import type { Foreign } from '../../ledger/entities';
import { type ArEntity, ENTITY_SUBJECT } from '../entities';
import { quoted } from '../query';
import type { QboTransport } from '../request';
import { journalEntry, type WireJournalEntry } from '../schemas/foreign';
import { invoice, type WireInvoice } from '../schemas/invoice';
import { payment, type WirePayment } from '../schemas/payment';
import type { Missing } from './follow-up';
import { readEntities } from './pages';
import { unreadRows } from './unread';

const IDS_PER_QUERY = 100;
const PARALLEL_MAX = 4;

export interface More {
  readonly invoices: readonly WireInvoice[];
  readonly payments: readonly WirePayment[];
  readonly journalEntries: readonly WireJournalEntry[];
  readonly unread: readonly Foreign[];
}

export async function readMore(transport: QboTransport, missing: Missing): Promise<More> {
  const unread: Foreign[] = [];
  const rows = async <T>(
    entity: ArEntity,
    schema: Parameters<typeof parseRow<T>>[0],
    conditions: readonly string[],
  ): Promise<T[]> => {
    const answers = await inParallel(conditions, PARALLEL_MAX, async (where) => {
      const all = await readEntities(transport, [entity], () => {}, { [entity]: where });
      return [...all.values()].flatMap(({ rows, asked }) =>
        rows.flatMap((row): T[] => {
          const result = readRow(schema, row);
          if ('read' in result) return [result.read];
          const found = unreadRows(entity, row, result);
          if (found.length === 0) parseRow(schema, row, ENTITY_SUBJECT[entity], asked);
          unread.push(...found);
          return [];
        }),
      );
    });
    return answers.flat();
  };
  return {
    invoices: await rows('Invoice', invoice, byId(missing.invoiceIds)),
    payments: await rows('Payment', payment, [
      ...byId(missing.paymentIds),
      ...oneOf('CustomerRef', missing.paymentCustomerIds),
    ]),
    journalEntries: await rows('JournalEntry', journalEntry, byId(missing.entryIds)),
    unread,
  };
}

/** Conditions that name these ids, in as few queries as can be. */
export function byId(ids: readonly string[]): string[] {
  return oneOf('Id', ids);
}

function oneOf(field: 'Id' | 'CustomerRef', ids: readonly string[]): string[] {
  const each = [...new Set(ids)];
  const count = Math.ceil(each.length / IDS_PER_QUERY);
  const chunks = Array.from({ length: count }, (_, at) =>
    each.slice(at * IDS_PER_QUERY, (at + 1) * IDS_PER_QUERY),
  );
  return chunks.map((chunk) => `${field} IN (${chunk.map(quoted).join(',')})`);
}
