import type { Cents } from './cents';
import type { ClientOn, ForeignOn, InvoiceOn, LedgerRecordOn, PaymentOn } from './entities';
import type { Books, References } from './references';
import type { Side } from './side';

/** One side's books at one moment, indexed by id. */
export interface SnapshotOn<S extends Side> {
  readonly side: S;
  readonly books: Books;
  readonly references: References;
  readonly clients: ReadonlyMap<string, ClientOn<S>>;
  readonly invoices: ReadonlyMap<string, InvoiceOn<S>>;
  readonly payments: ReadonlyMap<string, PaymentOn<S>>;
  readonly foreign: readonly ForeignOn<S>[];
  /** A/R as the system itself reports it, not as we add it up. */
  readonly arCents: Cents;
}

export type Snapshot = SnapshotOn<Side>;

/** Both books at one moment. */
export type Snapshots = { readonly [S in Side]: SnapshotOn<S> };

/** Sorts records into a snapshot. */
export function snapshotOf<S extends Side>(
  head: Pick<SnapshotOn<S>, 'side' | 'books' | 'references' | 'arCents'>,
  records: Iterable<LedgerRecordOn<S>>,
): SnapshotOn<S> {
  const clients = new Map<string, ClientOn<S>>();
  const invoices = new Map<string, InvoiceOn<S>>();
  const payments = new Map<string, PaymentOn<S>>();
  const foreign: ForeignOn<S>[] = [];
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
