import { changeApplications } from './applications';
import { applicationsBody, paymentBody } from './bodies';
import { checkClientTakesDocuments, checkSameId } from './clients';
import type { Draft } from './draft';
import { memoized } from './memo';
import { parseBody } from './parse';
import { notFound, ruleBroken } from './problem';
import type { Application, PaymentRecord, Unstamped } from './records';
import type { Named, Reference } from './reference';
import type { TableStore, WriteOptions } from './tables';
import { type PaymentView, paymentView } from './views';

const listedView = memoized(paymentView);

/** Payments and prepayments, and where they are applied. */
export class PaymentShelf {
  readonly #store: TableStore;
  readonly #reference: Reference;

  constructor(store: TableStore, reference: Reference) {
    this.#store = store;
    this.#reference = reference;
  }

  all(): PaymentView[] {
    return [...this.#store.tables.payment.values()].map(listedView);
  }

  get(id: number): PaymentView {
    return paymentView(this.#record(id));
  }

  create(body: unknown, options?: WriteOptions): PaymentView {
    const id = this.#store.write((draft) => {
      const newId = draft.newId('payment');
      draft.put('payment', this.#build(draft, newId, body, []));
      return newId;
    }, options);
    return this.get(id);
  }

  /** Replaces the payment. Applications that are not sent stay as they are. */
  update(id: number, body: unknown, options: WriteOptions = {}): PaymentView {
    checkSameId('payment', id, body);
    return this.#change(id, options, (before, draft) =>
      this.#build(draft, id, body, before.applications),
    );
  }

  /** *Detach / Attach*: only where the money is applied. */
  setApplications(id: number, body: unknown, options: WriteOptions = {}): PaymentView {
    const { applications } = parseBody(applicationsBody, body);
    return this.#change(id, options, (before, draft) => {
      const { clientId, amountCents } = before;
      this.#apply(draft, clientId, amountCents, before.applications, applications);
      return { ...before, applications };
    });
  }

  /** Takes the payment off its documents; the amount stays readable. */
  void(id: number, options: WriteOptions = {}): PaymentView {
    return this.#change(id, options, (before, draft) => {
      this.#apply(draft, before.clientId, before.amountCents, before.applications, []);
      return { ...before, applications: [], isVoid: true };
    });
  }

  remove(id: number, options: WriteOptions = {}): void {
    const before = this.#record(id);
    this.#store.checkVersion('payment', id, options.ifMatch);
    this.#store.write((draft) => {
      checkClientTakesDocuments(draft, before.clientId);
      this.#apply(draft, before.clientId, before.amountCents, before.applications, []);
      draft.remove('payment', id);
    }, options);
  }

  #record(id: number): PaymentRecord {
    const record = this.#store.tables.payment.get(id);
    if (!record) throw notFound('payment', id);
    return record;
  }

  #change(
    id: number,
    options: WriteOptions,
    rules: (before: PaymentRecord, draft: Draft) => Unstamped<PaymentRecord>,
  ): PaymentView {
    const before = this.#record(id);
    this.#store.checkVersion('payment', id, options.ifMatch);
    if (before.isVoid) throw ruleBroken('status', 'The payment is void.');
    this.#store.write((draft) => {
      checkClientTakesDocuments(draft, before.clientId);
      draft.put('payment', rules(before, draft));
    }, options);
    return this.get(id);
  }

  #build(
    draft: Draft,
    id: number,
    body: unknown,
    before: readonly Application[],
  ): Unstamped<PaymentRecord> {
    const parsed = parseBody(paymentBody, body);
    const { clientId, bankAccountId, paymentMethodId, amount } = parsed;
    checkClientTakesDocuments(draft, clientId);
    checkListed('bankAccountId', bankAccountId, this.#reference.bankAccounts);
    if (paymentMethodId !== null) {
      checkListed('paymentMethodId', paymentMethodId, this.#reference.paymentMethods);
    }
    const applications = parsed.applications ?? before;
    this.#apply(draft, clientId, amount, before, applications);
    return {
      id,
      clientId,
      date: parsed.date,
      bankAccountId,
      paymentMethodId,
      reference: parsed.reference,
      description: parsed.description,
      amountCents: amount,
      applications,
      isVoid: false,
    };
  }

  #apply(
    draft: Draft,
    clientId: number,
    amountCents: number,
    before: readonly Application[],
    after: readonly Application[],
  ): void {
    const targets = 'invoices and increases';
    changeApplications(draft, { clientId, amountCents, before, after, targets });
  }
}

function checkListed(field: string, id: number, list: readonly Named[]): void {
  const found = list.find((entry) => entry.id === id);
  if (!found) throw ruleBroken(field, `There is no entry ${id} in this list.`);
  if (!found.active) throw ruleBroken(field, `${found.name} is inactive.`);
}
