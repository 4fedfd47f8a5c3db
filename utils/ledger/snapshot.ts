import type { Cents } from './cents';
import type { Client, Foreign, Invoice, LedgerRecord, Payment } from './entities';
import type { Books, References } from './references';
import type { Side } from './side';

/** One side's books at one moment, indexed by id. */
export interface Snapshot {
  readonly side: Side;
  readonly books: Books;
  readonly references: References;
  readonly clients: ReadonlyMap<string, Client>;
  readonly invoices: ReadonlyMap<string, Invoice>;
  readonly payments: ReadonlyMap<string, Payment>;
  readonly foreign: readonly Foreign[];
  /** A/R as the system itself reports it, not as we add it up. */
  readonly arCents: Cents;
}

/** Sorts records into a snapshot. */
export function snapshotOf(
  head: Pick<Snapshot, 'side' | 'books' | 'references' | 'arCents'>,
  records: Iterable<LedgerRecord>,
): Snapshot {
  const clients = new Map<string, Client>();
  const invoices = new Map<string, Invoice>();
  const payments = new Map<string, Payment>();
  const foreign: Foreign[] = [];
  for (const record of records) {
    switch (record.kind) {
      case 'client':
        clients.set(record.id, record);
        break;
      case 'invoice':
        invoices.set(record.id, record);
        break;
      case 'payment':
        payments.set(record.id, record);
        break;
      case 'foreign':
        foreign.push(record);
        break;
    }
  }
  return { ...head, clients, invoices, payments, foreign };
}
