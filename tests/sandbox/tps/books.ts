import type { Clock } from '../clock';
import { AdjustmentShelf } from './adjustments';
import { ClientShelf } from './clients';
import { InvoiceShelf } from './invoices';
import { readLedger, type TpsLedger } from './ledger';
import { PaymentShelf } from './payments';
import type { Deletion, Kind } from './records';
import { type Reference, referenceLists } from './reference';
import { type ArSummary, arSummary } from './summary';
import { TableStore, type WriteOptions } from './tables';
import type { AdjustmentView, ClientView, InvoiceView, PaymentView } from './views';

export interface BooksOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly country: 'CA' | 'US';
}

/**
 * One firm's books: what the API, the generator and tests work on. Bodies and results are those of
 * the wire. Every method is synchronous and throws a `TpsProblem`; one that throws changed nothing.
 *
 * @example
 * const client = books.clients.create({ code: 'TREM01', name: 'Tremblay & Fils' });
 * books.patch('client', client.id, { email: 'sylvie@tremblay.example' });
 */
export class TpsBooks {
  readonly reference: Reference;
  readonly clients: ClientShelf;
  readonly invoices: InvoiceShelf;
  readonly payments: PaymentShelf;
  readonly adjustments: AdjustmentShelf;
  readonly country: 'CA' | 'US';
  /** When the reference lists were set up: they do not change afterwards. */
  readonly openedAt: string;
  readonly #store: TableStore;

  constructor(options: BooksOptions) {
    this.country = options.country;
    this.reference = referenceLists(options.country, options.seed);
    this.#store = new TableStore(options.clock, options.seed);
    this.openedAt = this.#store.now();
    this.clients = new ClientShelf(this.#store);
    this.invoices = new InvoiceShelf(this.#store, this.reference);
    this.payments = new PaymentShelf(this.#store, this.reference);
    this.adjustments = new AdjustmentShelf(this.#store);
  }

  now(): string {
    return this.#store.now();
  }

  ledger(): TpsLedger {
    return readLedger(this.#store);
  }

  arSummary(asOf: string): ArSummary {
    return arSummary(this.#store, asOf);
  }

  /** Documents removed and clients deleted at or after `since`, oldest first. */
  deletions(since: string): readonly Deletion[] {
    return this.#store.deletions.filter((deletion) => deletion.deletedAt >= since);
  }

  /** Balances of every account underneath; their sum is zero. */
  trialBalance(): ReadonlyMap<string, number> {
    return this.#store.journal.trialBalance();
  }

  read(kind: Kind, id: number): ClientView | InvoiceView | PaymentView | AdjustmentView {
    return this.#shelf(kind).get(id);
  }

  /**
   * Changes only the named properties, as a person does in a form. Where lines change, the amounts
   * that follow from them are computed anew.
   */
  patch(kind: Kind, id: number, change: Readonly<Record<string, unknown>>, options?: WriteOptions) {
    const before: Record<string, unknown> = { ...this.read(kind, id) };
    if ('lines' in change) for (const sum of ['taxes', 'subtotal', 'total']) delete before[sum];
    return this.#shelf(kind).update(id, { ...before, ...change }, options);
  }

  #shelf(kind: Kind) {
    if (kind === 'client') return this.clients;
    if (kind === 'invoice') return this.invoices;
    return kind === 'payment' ? this.payments : this.adjustments;
  }
}
