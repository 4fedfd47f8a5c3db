import { changeApplications } from './applications';
import { adjustmentBody } from './bodies';
import { checkClientTakesDocuments, checkSameId } from './clients';
import type { Draft } from './draft';
import { memoized } from './memo';
import { formatCents } from './money';
import { parseBody } from './parse';
import { notFound, ruleBroken } from './problem';
import type { AdjustmentRecord, Application, Unstamped } from './records';
import type { TableStore, WriteOptions } from './tables';
import { type AdjustmentView, adjustmentView } from './views';

const listedView = memoized(adjustmentView);

/** A/R adjustments. An increase is owed like an invoice; a decrease is applied like a payment. */
export class AdjustmentShelf {
  readonly #store: TableStore;

  constructor(store: TableStore) {
    this.#store = store;
  }

  all(): AdjustmentView[] {
    return [...this.#store.tables.adjustment.values()].map(listedView);
  }

  get(id: number): AdjustmentView {
    return adjustmentView(this.#record(id));
  }

  create(body: unknown, options?: WriteOptions): AdjustmentView {
    const id = this.#store.write((draft) => {
      const newId = draft.newId('adjustment');
      draft.put('adjustment', this.#build(draft, newId, body, null));
      return newId;
    }, options);
    return this.get(id);
  }

  /** Replaces the adjustment. Applications that are not sent stay as they are. */
  update(id: number, body: unknown, options: WriteOptions = {}): AdjustmentView {
    checkSameId('adjustment', id, body);
    return this.#change(id, options, (before, draft) => this.#build(draft, id, body, before));
  }

  void(id: number, options: WriteOptions = {}): AdjustmentView {
    return this.#change(id, options, (before, draft) => {
      this.#release(draft, before);
      return { ...before, applications: [], isVoid: true };
    });
  }

  remove(id: number, options: WriteOptions = {}): void {
    const before = this.#record(id);
    this.#store.checkVersion('adjustment', id, options.ifMatch);
    this.#store.write((draft) => {
      checkClientTakesDocuments(draft, before.clientId);
      this.#release(draft, before);
      draft.remove('adjustment', id);
    }, options);
  }

  #record(id: number): AdjustmentRecord {
    const record = this.#store.tables.adjustment.get(id);
    if (!record) throw notFound('adjustment', id);
    return record;
  }

  #change(
    id: number,
    options: WriteOptions,
    rules: (before: AdjustmentRecord, draft: Draft) => Unstamped<AdjustmentRecord>,
  ): AdjustmentView {
    const before = this.#record(id);
    this.#store.checkVersion('adjustment', id, options.ifMatch);
    if (before.isVoid) throw ruleBroken('status', 'The adjustment is void.');
    this.#store.write((draft) => {
      checkClientTakesDocuments(draft, before.clientId);
      draft.put('adjustment', rules(before, draft));
    }, options);
    return this.get(id);
  }

  /** Before a void or a removal: nothing may be paid of it, and what it pays is given back. */
  #release(draft: Draft, before: AdjustmentRecord): void {
    if (before.appliedCents !== 0) {
      const applied = formatCents(before.appliedCents);
      throw ruleBroken('balance', `${applied} is applied to this increase: detach it first.`);
    }
    apply(draft, before.clientId, before.amountCents, before.applications, []);
  }

  #build(
    draft: Draft,
    id: number,
    body: unknown,
    before: AdjustmentRecord | null,
  ): Unstamped<AdjustmentRecord> {
    const parsed = parseBody(adjustmentBody, body);
    const { clientId, direction, amount } = parsed;
    checkClientTakesDocuments(draft, clientId);
    if (before && before.direction !== direction) {
      throw ruleBroken('direction', 'The direction of an adjustment cannot change.');
    }
    const appliedCents = before?.appliedCents ?? 0;
    if (amount < appliedCents) throw ruleBroken('amount', 'More is applied than this amount.');
    if (before && before.clientId !== clientId && appliedCents !== 0) {
      throw ruleBroken('clientId', 'Payments of another client are applied to this adjustment.');
    }
    const applications = parsed.applications ?? before?.applications ?? [];
    if (direction === 'increase' && applications.length > 0) {
      throw ruleBroken('applications', 'Only a decrease is applied to invoices.');
    }
    apply(draft, clientId, amount, before?.applications ?? [], applications);
    return {
      id,
      clientId,
      engagementId: parsed.engagementId,
      direction,
      date: parsed.date,
      description: parsed.description,
      amountCents: amount,
      applications,
      appliedCents,
      isVoid: false,
    };
  }
}

function apply(
  draft: Draft,
  clientId: number,
  amountCents: number,
  before: readonly Application[],
  after: readonly Application[],
): void {
  changeApplications(draft, { clientId, amountCents, before, after, targets: 'invoices' });
}
