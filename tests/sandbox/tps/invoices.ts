import { type InvoiceBody, invoiceBody, paymentLinkBody } from './bodies';
import { checkClientTakesDocuments, checkSameId } from './clients';
import type { Draft } from './draft';
import { buildLines, computeTaxes, settleTaxes } from './invoice-lines';
import { memoized } from './memo';
import { formatCents, sumCents } from './money';
import { addDays, parseBody } from './parse';
import { notFound, ruleBroken, TpsProblem } from './problem';
import type { InvoiceRecord, Unstamped } from './records';
import type { Reference } from './reference';
import { numberKey, type TableStore, type WriteOptions } from './tables';
import { type InvoiceView, invoiceView } from './views';

const listedView = memoized(invoiceView);

const TERM_DAYS = 30;

/** Invoices, opening balances and finance charges: whatever raises the A/R with lines and taxes. */
export class InvoiceShelf {
  readonly #store: TableStore;
  readonly #reference: Reference;

  constructor(store: TableStore, reference: Reference) {
    this.#store = store;
    this.#reference = reference;
  }

  all(): InvoiceView[] {
    return [...this.#store.tables.invoice.values()].map(listedView);
  }

  get(id: number): InvoiceView {
    return invoiceView(this.#record(id));
  }

  create(body: unknown, options?: WriteOptions): InvoiceView {
    const parsed = parseBody(invoiceBody, body);
    const id = this.#store.write((draft) => {
      const newId = draft.newId('invoice');
      draft.put('invoice', this.#build(draft, newId, parsed, null));
      return newId;
    }, options);
    return this.get(id);
  }

  /** Replaces the invoice. What is applied to it stays, and must still fit. */
  update(id: number, body: unknown, options: WriteOptions = {}): InvoiceView {
    checkSameId('invoice', id, body);
    const parsed = parseBody(invoiceBody, body);
    return this.#change(id, options, (before, draft) => this.#build(draft, id, parsed, before));
  }

  /** Keeps number, lines and amounts; the balance becomes 0.00. */
  void(id: number, options: WriteOptions = {}): InvoiceView {
    return this.#change(id, options, (before) => {
      checkNothingApplied(before);
      return { ...before, isVoid: true };
    });
  }

  /** Removes the invoice; its number becomes free. */
  remove(id: number, options: WriteOptions = {}): void {
    const before = this.#record(id);
    this.#store.checkVersion('invoice', id, options.ifMatch);
    this.#store.write((draft) => {
      checkClientTakesDocuments(draft, before.clientId);
      checkNothingApplied(before);
      draft.remove('invoice', id);
    }, options);
  }

  setPaymentLink(id: number, body: unknown, options: WriteOptions = {}): InvoiceView {
    const { paymentLink } = parseBody(paymentLinkBody, body);
    return this.#change(id, options, (before) => ({ ...before, paymentLink }));
  }

  #record(id: number): InvoiceRecord {
    const record = this.#store.tables.invoice.get(id);
    if (!record) throw notFound('invoice', id);
    return record;
  }

  #change(
    id: number,
    options: WriteOptions,
    rules: (before: InvoiceRecord, draft: Draft) => Unstamped<InvoiceRecord>,
  ): InvoiceView {
    const before = this.#record(id);
    this.#store.checkVersion('invoice', id, options.ifMatch);
    if (before.isVoid) throw ruleBroken('status', 'The invoice is void.');
    this.#store.write((draft) => {
      checkClientTakesDocuments(draft, before.clientId);
      draft.put('invoice', rules(before, draft));
    }, options);
    return this.get(id);
  }

  #build(
    draft: Draft,
    id: number,
    body: InvoiceBody,
    before: InvoiceRecord | null,
  ): Unstamped<InvoiceRecord> {
    checkClientTakesDocuments(draft, body.clientId);
    const { code, date } = body;
    const number = body.number ?? before?.number ?? this.#nextNumber(code);
    this.#checkNumberFree(code, number, before?.id ?? null);
    const dueDate = body.dueDate ?? addDays(date, TERM_DAYS);
    if (dueDate < date) throw ruleBroken('dueDate', 'The due date is before the date.');
    const lines = buildLines(body.lines, before?.lines ?? [], this.#reference);
    const taxesCents = settleTaxes(body.taxes, computeTaxes(lines, this.#reference));
    const subtotalCents = sumCents(lines.map((line) => line.amountCents));
    const totalCents = subtotalCents + sumCents(taxesCents);
    checkSum('subtotal', body.subtotal, subtotalCents);
    checkSum('total', body.total, totalCents);
    if (totalCents < 0) throw ruleBroken('total', 'The total is below 0.00.');
    const appliedCents = before?.appliedCents ?? 0;
    if (totalCents < appliedCents) {
      const applied = formatCents(appliedCents);
      throw ruleBroken('total', `${applied} is applied to this invoice: detach it first.`);
    }
    if (before && before.clientId !== body.clientId && appliedCents !== 0) {
      throw ruleBroken('clientId', 'Payments of another client are applied to this invoice.');
    }
    return {
      id,
      clientId: body.clientId,
      engagementId: body.engagementId,
      code,
      number,
      kind: body.kind,
      date,
      dueDate,
      templateId: this.#templateId(body.templateId ?? before?.templateId),
      description: body.description,
      lines,
      taxesCents,
      totalCents,
      appliedCents,
      isVoid: false,
      paymentLink:
        body.paymentLink === undefined ? (before?.paymentLink ?? null) : body.paymentLink,
    };
  }

  #templateId(wanted: number | undefined): number {
    const templates = this.#reference.invoiceTemplates;
    const found = templates.find((template) => wanted === undefined || template.id === wanted);
    if (!found) throw ruleBroken('templateId', `There is no invoice template ${wanted}.`);
    return found.id;
  }

  #checkNumberFree(code: string, number: string, ownId: number | null): void {
    const holder = this.#store.invoiceIdByNumber.get(numberKey(code, number));
    if (holder === undefined || holder === ownId) return;
    const detail = `The invoice ${code}-${number} exists already (id ${holder}).`;
    throw new TpsProblem('duplicate-number', detail, { number: [detail] });
  }

  /** The next number of this code's sequence. */
  #nextNumber(code: string): string {
    let highest = 0;
    for (const invoice of this.#store.tables.invoice.values()) {
      if (invoice.code.toLowerCase() !== code.toLowerCase()) continue;
      if (/^\d+$/.test(invoice.number)) highest = Math.max(highest, Number(invoice.number));
    }
    return String(highest + 1);
  }
}

function checkNothingApplied(invoice: InvoiceRecord): void {
  if (invoice.appliedCents === 0) return;
  const applied = formatCents(invoice.appliedCents);
  throw ruleBroken('balance', `${applied} is applied to this invoice: detach it first.`);
}

function checkSum(field: string, sentCents: number | undefined, computedCents: number): void {
  if (sentCents === undefined || sentCents === computedCents) return;
  const [sent, computed] = [formatCents(sentCents), formatCents(computedCents)];
  throw ruleBroken(field, `The ${field} is ${sent}, lines and taxes give ${computed}.`);
}
