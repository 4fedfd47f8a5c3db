import type { Clock } from '../clock';
import { AdjustmentShelf } from './adjustments';
import { ClientShelf } from './clients';
import { InvoiceShelf } from './invoices';
import { readLedger, type TpsLedger } from './ledger';
import { PaymentShelf } from './payments';
import { notFound } from './problem';
import type { Deletion, Kind } from './records';
import { type Reference, referenceLists } from './reference';
import { type ArSummary, arSummary } from './summary';
import { ACTOR_DEFAULT, type KeptTables, TableStore, type WriteOptions } from './tables';
import type { AdjustmentView, ClientView, InvoiceView, PaymentView } from './views';

export interface BooksOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly country: 'CA' | 'US';
  /** Books of the same options: all that they hold is held by these too. */
  readonly like?: TpsBooks | undefined;
  /** What was kept of books of the same options. */
  readonly kept?: KeptBooks | undefined;
}

/** All that books hold, as plain data. */
export interface KeptBooks {
  readonly tables: KeptTables;
  readonly lists: Pick<Reference, SwitchedList>;
  readonly stamps: readonly {
    readonly list: SwitchedList;
    readonly id: number;
    readonly stamp: EntryStamp;
  }[];
  readonly openedAt: string;
}

/** The lists whose entries can be made inactive. */
export const SWITCHED_LISTS = ['workCodes', 'bankAccounts', 'paymentMethods'] as const;
export type SwitchedList = (typeof SWITCHED_LISTS)[number];

interface EntryStamp {
  readonly version: number;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
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
  /** When the reference lists were set up. */
  readonly openedAt: string;
  readonly #store: TableStore;
  readonly #lists;
  readonly #stamps: WeakMap<object, EntryStamp>;

  constructor(options: BooksOptions) {
    this.country = options.country;
    const { like, kept } = options;
    const made = like?.reference ?? referenceLists(options.country, options.seed);
    const lists = { ...made, ...kept?.lists };
    // An entry is replaced, never changed: its stamp holds wherever it stands.
    this.#stamps = like ? like.#stamps : new WeakMap();
    this.#lists = {
      workCodes: [...lists.workCodes],
      bankAccounts: [...lists.bankAccounts],
      paymentMethods: [...lists.paymentMethods],
    };
    this.reference = { ...lists, ...this.#lists };
    this.#store = new TableStore(options.clock, options.seed);
    if (like) this.#store.copyFrom(like.#store);
    if (kept) this.#restore(kept);
    this.openedAt = kept?.openedAt ?? like?.openedAt ?? this.#store.now();
    this.clients = new ClientShelf(this.#store);
    this.invoices = new InvoiceShelf(this.#store, this.reference);
    this.payments = new PaymentShelf(this.#store, this.reference);
    this.adjustments = new AdjustmentShelf(this.#store);
  }

  kept(): KeptBooks {
    const stamps = SWITCHED_LISTS.flatMap((list) =>
      this.#lists[list].flatMap((entry) => {
        const stamp = this.#stamps.get(entry);
        return stamp ? [{ list, id: entry.id, stamp }] : [];
      }),
    );
    return { tables: this.#store.kept(), lists: this.#lists, stamps, openedAt: this.openedAt };
  }

  #restore({ tables, stamps }: KeptBooks): void {
    this.#store.restore(tables);
    for (const { list, id, stamp } of stamps) {
      const entry = this.#lists[list].find((one) => one.id === id);
      if (entry) this.#stamps.set(entry, stamp);
    }
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

  /** Somebody makes an entry of a list inactive, or active again. */
  setActive(list: SwitchedList, id: number, active: boolean): object {
    if (list === 'workCodes') return this.#replaceEntry(this.#lists.workCodes, id, active);
    return this.#replaceEntry(this.#lists[list], id, active);
  }

  /** Version and last change of a list's entry. */
  stampOf(entry: object): EntryStamp {
    return this.#stamps.get(entry) ?? { version: 1, modifiedAt: this.openedAt, modifiedBy: 'TPS' };
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

  #replaceEntry<T extends { readonly id: number }>(list: T[], id: number, active: boolean): T {
    const at = list.findIndex((entry) => entry.id === id);
    const before = list[at];
    if (!before) throw notFound('entry of this list', id);
    const entry = { ...before, active };
    const version = this.stampOf(before).version + 1;
    this.#stamps.set(entry, { version, modifiedAt: this.now(), modifiedBy: ACTOR_DEFAULT });
    list[at] = entry;
    return entry;
  }

  #shelf(kind: Kind) {
    if (kind === 'client') return this.clients;
    if (kind === 'invoice') return this.invoices;
    return kind === 'payment' ? this.payments : this.adjustments;
  }
}
