import type { Clock } from '../clock';
import { seed } from './baseline/seed';
import { undepositedFunds } from './book/accounts';
import type { Book, Country, WriteOptions } from './book/book';
import { openFor, unappliedCents } from './book/open';
import { changes } from './cdc';
import { amount } from './decimal';
import type { EntityName } from './entity-name';
import { businessError } from './fault';
import { booleanAt, type JsonObject, objectAt, textAt } from './json';
import { rulesOf } from './kinds';
import { type Ledger, ledgerOf } from './ledger';
import { dayIn, pacificSeconds } from './pacific';
import { runQuery } from './query/run';
import type { Rec } from './store/record';
import { Store } from './store/store';
import type { QboSwitches } from './switches';
import { create, existing, remove, update, voidDocument } from './write/operations';

export type { WriteOptions } from './book/book';

/** The system user that books payments made online by customers. */
export const PAYMENTS_USER = 'QuickBooks Payments';

const CURRENCIES: Readonly<Record<Country, JsonObject>> = {
  CA: { value: 'CAD', name: 'Canadian Dollar' },
  US: { value: 'USD', name: 'United States Dollar' },
};

/** One company file: a synchronous QBO v3 service without HTTP. Failed calls change nothing. */
export class QboCompany {
  private store = new Store();
  private readonly hidden = new Set<string>();
  private inBatch = false;
  private lastMs = 0;
  private readonly book: Book;

  constructor(
    readonly realm: string,
    readonly name: string,
    readonly country: Country,
    private readonly clock: Clock,
    private readonly switches: QboSwitches,
  ) {
    const self = this;
    this.book = {
      get store() {
        return self.store;
      },
      switches,
      country,
      currency: CURRENCIES[country],
      hidden: this.hidden,
      nowMs: () => this.nowMs(),
      today: () => this.today(),
      preferences: () => this.store.get('Preferences', '1')?.body ?? {},
    };
  }

  /** The server's instant; never goes back. */
  nowMs(): number {
    this.lastMs = Math.max(this.lastMs, this.clock.now().getTime());
    return this.lastMs;
  }

  /** Fills the company with the lists and settings of an accounting firm. */
  seedBaseline(): void {
    seed((entity, body, options) => this.create(entity, body, options), this.country, this.name);
  }

  /** Forgets everything, for loading another company's data. */
  reset(): void {
    this.store = new Store();
  }

  create(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() => {
      const hide = this.inBatch ? (key: string) => this.hidden.add(key) : undefined;
      const rec = create(this.book, entity, body, options, hide);
      if (rec.entity === 'CreditMemo') this.autoApplyCredit(rec);
      return this.present(this.store.get(entity, rec.id) ?? rec, true);
    });
  }

  read(entity: EntityName, id: string): JsonObject {
    return this.present(existing(this.book, entity, id), true);
  }

  /** Full update, or sparse when the body says `sparse: true`. */
  update(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() =>
      this.present(update(this.book, entity, body, options), true),
    );
  }

  /** Deletes; answers `{domain, status: "Deleted", Id}`. */
  remove(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() => {
      const rec = remove(this.book, entity, body, options);
      return { domain: 'QBO', status: 'Deleted', Id: rec.id };
    });
  }

  void(entity: EntityName, body: JsonObject, options: WriteOptions = {}): JsonObject {
    return this.store.atomically(() =>
      this.present(voidDocument(this.book, entity, body, options), true),
    );
  }

  /** The content of `QueryResponse`. */
  query(text: string): JsonObject {
    return runQuery(this.book, text, (rec) => this.present(rec, false));
  }

  /** `{CDCResponse: […]}`; `changedSince` is an ISO instant. */
  cdc(entities: readonly string[], changedSince: string): JsonObject {
    return changes(this.book, entities, changedSince, (rec) => this.present(rec, false));
  }

  ledger(): Ledger {
    return ledgerOf(this.book);
  }

  /** Makes objects that `act` creates invisible to itself, as in one batch request. */
  asBatch<T>(act: () => T): T {
    this.inBatch = true;
    try {
      return act();
    } finally {
      this.inBatch = false;
      this.hidden.clear();
    }
  }

  /** A customer pays an invoice online: whole, or `cents` of it. Answers the Payment. */
  payOnline(invoiceId: string, cents?: number): JsonObject {
    const invoice = existing(this.book, 'Invoice', invoiceId);
    const customerId = invoice.facts?.customerId ?? '';
    const paid = cents ?? openFor(this.book, invoice, customerId);
    if (paid <= 0) throw businessError('This invoice has no open balance.');
    const method = this.query("select Id from PaymentMethod where Name = 'QuickBooks Payments'");
    const methodId = textAt(objectAt({ first: firstRow(method, 'PaymentMethod') }, 'first'), 'Id');
    const sent: JsonObject = {
      CustomerRef: { value: customerId },
      TotalAmt: amount(paid),
      DepositToAccountRef: { value: undepositedFunds(this.store).id },
      ...(methodId === undefined ? {} : { PaymentMethodRef: { value: methodId } }),
      PrivateNote: 'Paid online via QuickBooks Payments',
      Line: [{ Amount: amount(paid), LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }],
    };
    return this.create('Payment', sent, { user: PAYMENTS_USER });
  }

  /** Creates a project under a customer, which the plain API does not offer. */
  createProject(parentId: string, name: string): JsonObject {
    const made = this.create('Customer', {
      DisplayName: name,
      Job: true,
      BillWithParent: true,
      ParentRef: { value: parentId },
    });
    const rec = existing(this.book, 'Customer', textAt(made, 'Id') ?? '');
    this.store.put({ ...rec, body: { ...rec.body, IsProject: true } });
    return this.read('Customer', rec.id);
  }

  /** The raw books, for loading samples. */
  get internals(): Book {
    return this.book;
  }

  present(rec: Rec, readById: boolean): JsonObject {
    const envelope = {
      domain: 'QBO',
      sparse: false,
      Id: rec.id,
      SyncToken: String(rec.syncToken),
      MetaData: {
        CreateTime: pacificSeconds(rec.createdMs),
        LastUpdatedTime: pacificSeconds(rec.updatedMs),
      },
    };
    const body = { ...envelope, ...rec.body };
    return rulesOf(rec.entity).present(this.book, { ...rec, body }, readById);
  }

  private today(): string {
    const company = this.country === 'CA' ? 'America/Toronto' : 'America/New_York';
    const zone = this.switches.today === 'pacific' ? 'America/Los_Angeles' : company;
    return dayIn(zone, this.nowMs());
  }

  /** Preferences.SalesFormsPrefs.AutoApplyCredit: a new credit pays the oldest open invoices. */
  private autoApplyCredit(memo: Rec): void {
    const prefs = objectAt(this.book.preferences(), 'SalesFormsPrefs');
    const customerId = memo.facts?.customerId;
    if (booleanAt(prefs, 'AutoApplyCredit') !== true || !customerId) return;
    let left = memo.facts?.totalCents ?? 0;
    const table = this.store.table('Invoice');
    const invoices = [...table.byCustomer.get(customerId)]
      .flatMap((id) => table.get(id) ?? [])
      .sort((a, b) => ((a.facts?.date ?? '') < (b.facts?.date ?? '') ? -1 : 1));
    const lines: JsonObject[] = [];
    for (const invoice of invoices) {
      const cents = Math.min(left, openFor(this.book, invoice, customerId));
      if (cents <= 0) continue;
      left -= cents;
      const link = { TxnId: invoice.id, TxnType: 'Invoice' };
      lines.push({ Amount: amount(cents), LinkedTxn: [link] });
    }
    const used = (memo.facts?.totalCents ?? 0) - left;
    if (used === 0) return;
    const credit = { TxnId: memo.id, TxnType: 'CreditMemo' };
    lines.push({ Amount: amount(used), LinkedTxn: [credit] });
    this.create('Payment', {
      CustomerRef: { value: customerId },
      TotalAmt: 0,
      PrivateNote: 'Created by QB Online to link credits to charges.',
      Line: lines,
    });
  }
}

function firstRow(response: JsonObject, entity: string): JsonObject {
  const rows = response[entity];
  const first = Array.isArray(rows) ? rows[0] : undefined;
  return typeof first === 'object' && first !== null ? first : {};
}

/** Re-exported for control calls of tests. */
export { unappliedCents };
