import { isRealLine } from '../../ledger/align-lines';
import { type Cents, cents, sumCents, ZERO } from '../../ledger/cents';
import { splitId } from '../../ledger/document-id';
import type { InvoiceDraft } from '../../ledger/drafts';
import type { Invoice, InvoiceKind, InvoiceLine, TaxAmount } from '../../ledger/entities';
import type { MappingTable, SpecialCode } from '../../ledger/mappings';
import { markerText } from '../../ledger/marker';
import type { References, TaxChoice } from '../../ledger/references';
import { isRefundId } from '../../ledger/refund';
import { refusedFor } from '../../ledger/refused-draft';
import { type Both, otherSide, type Side } from '../../ledger/side';
import { hasRoom } from '../../ledger/text-room';
import { TRAITS } from '../../ledger/traits';
import { type Phrase, phrase } from '../../wording/phrase';
import { clientThere, dateThere, memoThere } from './as-the-twin-has';

/** A record in the other side's terms, or the reason why it has no image there. */
export type Translation<D> = { readonly draft: D } | { readonly obstacle: Phrase };

export interface InvoiceTerms {
  readonly mappings: MappingTable;
  readonly references: Both<References>;
  /** Id of the twin of the invoice's client. */
  readonly clientId: string;
  /**
   * Both sides as they last agreed, for an edit: a line whose code did not change keeps the code
   * it came from, even where several work codes share one item.
   */
  readonly base: { readonly from: Invoice; readonly to: Invoice } | null;
  /** The client that stands for this one on the other side (`ownerOf`). */
  readonly ownerThere: (clientId: string) => string;
  /** QBO: let the client pay online; see the draft's field of that name. */
  readonly onlinePaymentEmail: string | null;
}

/** Prefix that a TPS document without an invoice code of its own carries in QBO. */
const NUMBER_PREFIX: Record<InvoiceKind, string> = {
  invoice: '',
  progress: '',
  financeCharge: 'FC-',
  openingBalance: 'OB-',
  adjustment: 'ADJ-',
};

/** Where the QBO item of a TPS document without work code is chosen. */
const SPECIAL: Partial<Record<InvoiceKind, SpecialCode>> = {
  financeCharge: 'financeCharge',
  openingBalance: 'openingBalance',
  adjustment: 'adjustmentIncrease',
};

/** An invoice of `invoice.side`, as a draft for the other side. */
export function translateInvoice(invoice: Invoice, terms: InvoiceTerms): Translation<InvoiceDraft> {
  const to = otherSide(invoice.side);
  if (invoice.oddity !== null) {
    return {
      obstacle: phrase('translate.oddInvoice', { number: invoice.number, oddity: invoice.oddity }),
    };
  }
  const invoiceKind = kindThere(invoice, terms);
  const number = numberThere(invoice, invoiceKind, terms);
  if (to === 'qbo' && number.length > TRAITS.qbo.numberMax) {
    return { obstacle: phrase('translate.numberTooLong', { number }) };
  }
  if (invoiceKind === 'adjustment' && TRAITS[to].hasAdjustments) return asIncrease(invoice, terms);
  if (number === '')
    return { obstacle: phrase('translate.noNumber', { totalCents: invoice.totalCents }) };
  const marker = markerText({ side: invoice.side, type: 'invoice', id: invoice.id });
  const memo = memoThere(invoice, terms.base);
  // A new document without its tag could not be looked up after an answer that never came.
  if (!hasRoom(memo, terms.base ? null : marker, to)) {
    return { obstacle: phrase('translate.memoTooLong', { number, system: to }) };
  }
  const lines: InvoiceLine[] = [];
  for (const [index, line] of realLines(invoice).entries()) {
    const translated = translateLine(invoice, line, index, to, terms);
    if ('obstacle' in translated) return translated;
    lines.push(translated.draft);
  }
  if (lines.length === 0) return { obstacle: phrase('translate.noLines', { number }) };
  const taxes = keptTaxes(invoice, terms) ?? translateTaxes(invoice, to, terms.references);
  if (!taxes) return { obstacle: phrase('translate.taxUnknown', { number }) };
  const draft: InvoiceDraft = {
    kind: 'invoice',
    clientId: clientThere(invoice, terms),
    invoiceKind,
    number,
    date: dateThere(invoice, terms.base),
    dueDate: terms.base?.from.dueDate === invoice.dueDate ? terms.base.to.dueDate : invoice.dueDate,
    memo,
    lines,
    taxes,
    totalCents: invoice.totalCents,
    onlinePaymentEmail: terms.onlinePaymentEmail,
    marker,
  };
  const refused = refusedFor(draft, to, terms.base?.to.number ?? null);
  if (refused === 'number') return { obstacle: phrase('translate.unnumberable', { number }) };
  if (refused) return { obstacle: phrase('translate.lineTooLong', { number }) };
  return { draft };
}

/**
 * The kind that the twin has or shall have. QBO knows invoices alone: there, one whose every line
 * is the product of adjustment increases is an adjustment (domain.md, read from right to left).
 */
function kindThere(invoice: Invoice, { base, mappings }: InvoiceTerms): InvoiceKind {
  if (invoice.side === 'tps') return invoice.invoiceKind;
  if (base) return base.to.invoiceKind;
  if (isRefundId(invoice.id)) return 'adjustment';
  const item = mappings.get('special', 'tps', 'adjustmentIncrease');
  const lines = realLines(invoice);
  const isIncrease =
    invoice.number.startsWith(NUMBER_PREFIX.adjustment) &&
    invoice.taxes.every((tax) => tax.amountCents === 0) &&
    lines.length > 0 &&
    lines.every((line) => line.codeId === item);
  return isIncrease ? 'adjustment' : 'invoice';
}

/** The number that an invoice has, or would have, in QBO. */
export function numberInQbo({ side, id, invoiceKind, number }: Invoice): string {
  if (side === 'qbo') return number;
  const prefix = NUMBER_PREFIX[invoiceKind];
  const own = invoiceKind === 'adjustment' ? splitId(id).ownId : number;
  return own.startsWith(prefix) || own === '' ? own : prefix + own;
}

/** The twin's number. One that nobody changed stays as the twin has it. */
function numberThere(invoice: Invoice, kind: InvoiceKind, { base }: InvoiceTerms): string {
  if (base && base.from.number === invoice.number) return base.to.number;
  const prefix = NUMBER_PREFIX[kind];
  if (invoice.side === 'tps') return numberInQbo(invoice);
  const added = prefix !== '' && !base?.to.number.startsWith(prefix);
  return added && invoice.number.startsWith(prefix)
    ? invoice.number.slice(prefix.length)
    : invoice.number;
}

/** TPS's adjustment increase: an amount and a text, without number, lines and tax. */
function asIncrease(invoice: Invoice, terms: InvoiceTerms): Translation<InvoiceDraft> {
  const { totalCents, id, side, number } = invoice;
  if (totalCents <= 0) return { obstacle: phrase('translate.increaseNotOwed', { number }) };
  if (taxTotal(invoice.taxes) !== 0) {
    return { obstacle: phrase('translate.increaseTaxed', { number }) };
  }
  return {
    draft: {
      kind: 'invoice',
      clientId: clientThere(invoice, terms),
      invoiceKind: 'adjustment',
      number: '',
      date: dateThere(invoice, terms.base),
      dueDate: null,
      memo: memoThere(invoice, terms.base),
      lines: [{ codeId: '', description: '', quantity: '1', amountCents: totalCents, taxKey: '' }],
      taxes: [],
      totalCents,
      onlinePaymentEmail: null,
      marker: markerText({ side, type: 'invoice', id }),
    },
  };
}

function translateLine(
  invoice: Invoice,
  line: InvoiceLine,
  index: number,
  to: Side,
  terms: InvoiceTerms,
): Translation<InvoiceLine> {
  const codeId = translateCode(invoice, line, index, terms);
  const special = invoice.side === 'tps' ? SPECIAL[invoice.invoiceKind] : undefined;
  if (codeId === null && special) {
    const values = { special, amountCents: line.amountCents };
    return { obstacle: phrase('translate.specialUnmapped', values) };
  }
  if (codeId === null) {
    const code = terms.references[invoice.side].codes.find((c) => c.id === line.codeId);
    return {
      obstacle: phrase(to === 'qbo' ? 'translate.workCodeUnmapped' : 'translate.itemUnmapped', {
        code: code?.path ?? code?.name ?? line.codeId,
        number: invoice.number,
        amountCents: line.amountCents,
      }),
    };
  }
  const taxKey =
    keptLine(line, index, terms, 'taxKey')?.taxKey ??
    terms.mappings.get('tax', invoice.side, line.taxKey);
  if (taxKey === null) {
    const choice = terms.references[invoice.side].taxChoices.find((c) => c.id === line.taxKey);
    return {
      obstacle: phrase('translate.taxUnmapped', {
        tax: choice?.name ?? line.taxKey,
        number: invoice.number,
      }),
    };
  }
  return {
    draft: {
      codeId,
      description: line.description,
      quantity: line.quantity,
      amountCents: line.amountCents,
      taxKey,
    },
  };
}

function translateCode(
  invoice: Invoice,
  line: InvoiceLine,
  index: number,
  terms: InvoiceTerms,
): string | null {
  const kept = keptLine(line, index, terms, 'codeId')?.codeId;
  if (kept) return kept;
  const special = invoice.side === 'tps' ? SPECIAL[invoice.invoiceKind] : undefined;
  if (special) return terms.mappings.get('special', 'tps', special);
  return terms.mappings.get('code', invoice.side, line.codeId);
}

/**
 * The line that this one came from, where the field did not change: only where both sides last had
 * the same lines in the same order, else the position says nothing.
 */
function keptLine(
  line: InvoiceLine,
  index: number,
  { base }: InvoiceTerms,
  field: 'codeId' | 'taxKey',
): InvoiceLine | null {
  if (!base) return null;
  const [from, to] = [realLines(base.from), realLines(base.to)];
  const alike =
    from.length === to.length && from.every((l, i) => l.amountCents === to[i]?.amountCents);
  if (!alike || from[index]?.[field] !== line[field]) return null;
  return to[index] ?? null;
}

/** Tax that nobody changed stays as the twin has it: its rate may be another one by now. */
function keptTaxes({ taxes }: Invoice, { base }: InvoiceTerms): readonly TaxAmount[] | null {
  return base && taxText(base.from.taxes) === taxText(taxes) ? base.to.taxes : null;
}

function taxText(taxes: readonly TaxAmount[]): string {
  const some = taxes.filter(({ amountCents }) => amountCents !== 0);
  return some
    .map(({ ref, amountCents }) => `${ref} ${amountCents}`)
    .sort()
    .join();
}

/** Lines with something on them; a description alone is not carried over. */
function realLines(invoice: Invoice): readonly InvoiceLine[] {
  return invoice.lines.filter(isRealLine);
}

/**
 * Carries the tax amounts over by rate: the rate of the other side with the same percentage. TPS
 * has at most three slots, so a QBO tax without a slot of its rate cannot be expressed.
 */
function translateTaxes(
  invoice: Invoice,
  to: Side,
  references: Both<References>,
): TaxAmount[] | null {
  const from = references[invoice.side];
  const sums = new Map<string, Cents>();
  for (const tax of invoice.taxes) {
    if (tax.amountCents === 0) continue;
    const rate = from.taxRates.find((r) => r.id === tax.ref);
    const twin =
      rate &&
      references[to].taxRates.find((r) => Number(r.ratePercent) === Number(rate.ratePercent));
    if (!twin) return null;
    sums.set(twin.id, cents((sums.get(twin.id) ?? ZERO) + tax.amountCents));
  }
  return [...sums].map(([ref, amountCents]) => ({ ref, amountCents }));
}

/** Tax of a draft or an invoice in total. */
export function taxTotal(taxes: readonly TaxAmount[]): Cents {
  return sumCents(taxes.map((tax) => tax.amountCents));
}

/** A choice's rates added up, as per cent text, for the mapping table ("14.975"). */
export function choiceRate(choice: TaxChoice, references: References): string {
  const thousandths = choice.rateIds.reduce((sum, id) => {
    const rate = references.taxRates.find((r) => r.id === id);
    return sum + Math.round(Number(rate?.ratePercent ?? '0') * 1000);
  }, 0);
  return String(thousandths / 1000);
}
