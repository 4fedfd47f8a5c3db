/** An edit of an invoice, on top of the invoice as it is now: what the ledger does not know stays. */

import { alignLines, isRealLine, sameLine } from '../../ledger/align-lines';
import { sumCents, wireNumber } from '../../ledger/cents';
import type { InvoiceDraft } from '../../ledger/drafts';
import type { Invoice, InvoiceLine } from '../../ledger/entities';
import { invoiceOf, lineOf } from '../read/invoice';
import type { WireInvoice, WireSalesLine } from '../schemas/invoice';
import { wireInvoice, wireLine } from './invoice';

type Json = Readonly<Record<string, unknown>>;

/**
 * The fields to be sent with Id, SyncToken and `sparse`. Lines are sent only where one of them or
 * the tax differs: each then goes along whole, by its Id, with service date, class and links, and
 * the lines of a text alone stay behind the line that they follow.
 */
export function changedInvoice(before: WireInvoice, draft: InvoiceDraft): Json {
  const { Line: _, TxnTaxDetail, GlobalTaxCalculation, ...head } = wireInvoice(draft);
  const was = invoiceOf(before);
  const wanted = draft.lines.filter(isRealLine);
  if (hasSameLines(was, wanted) && taxOf(was) === taxOf(draft)) return head;
  return {
    ...head,
    Line: linesOnTop(before, wanted),
    TxnTaxDetail,
    ...(GlobalTaxCalculation === undefined ? {} : { GlobalTaxCalculation }),
  };
}

function hasSameLines({ lines }: Invoice, wanted: readonly InvoiceLine[]): boolean {
  const real = lines.filter(isRealLine);
  return (
    real.length === wanted.length &&
    wanted.every((line, index) => {
      const old = real[index];
      return old !== undefined && sameLine(old, line);
    })
  );
}

function taxOf({ taxes }: Pick<InvoiceDraft, 'taxes'>): number {
  return sumCents(taxes.map(({ amountCents }) => amountCents));
}

interface Old {
  readonly raw: WireSalesLine;
  readonly line: InvoiceLine;
  /** Lines of a text alone that follow it. */
  readonly texts: WireSalesLine[];
}

function linesOnTop(before: WireInvoice, wanted: readonly InvoiceLine[]): Json[] {
  const taxCodeId = before.TxnTaxDetail?.TxnTaxCodeRef ?? '';
  const first: WireSalesLine[] = [];
  const old: Old[] = [];
  for (const raw of before.Line) {
    const [line] = lineOf(raw, taxCodeId);
    if (!line) continue;
    if (isRealLine(line)) old.push({ raw, line, texts: [] });
    else (old.at(-1)?.texts ?? first).push(raw);
  }
  const places = alignLines(
    old.map(({ line }) => line),
    wanted,
  );
  const kept = new Set(places);
  const orphans = old.flatMap(({ texts }, index) => (kept.has(index) ? [] : texts));
  const lines = wanted.flatMap((line, index) => {
    const place = places[index] ?? null;
    const was = place === null ? undefined : old[place];
    return was ? [onTop(was, line), ...was.texts.map(asItWas)] : [wireLine(line)];
  });
  return [...first.map(asItWas), ...lines, ...orphans.map(asItWas)];
}

function onTop({ raw, line: was }: Old, line: InvoiceLine): Json {
  if (sameLine(was, line)) return asItWas(raw);
  const { Amount, Description, DetailType, SalesItemLineDetail } = wireLine(line);
  const { Qty, UnitPrice, ...detail } = raw.SalesItemLineDetail ?? {};
  const price = was.amountCents === line.amountCents ? { Qty, UnitPrice } : {};
  return {
    ...asItWas(raw),
    Amount,
    ...(Description === undefined && raw.Description === ''
      ? {}
      : { Description: Description ?? '' }),
    DetailType,
    SalesItemLineDetail: { ...detail, ...withoutEmpty(price), ...asJson(SalesItemLineDetail) },
  };
}

/** QBO numbers the lines anew, in the order in which they are sent. */
function asItWas({ LineNum: _, ...raw }: WireSalesLine): Json {
  return withoutEmpty({ ...raw, Amount: amountOf(raw), Description: raw.Description || null });
}

function amountOf({ Amount }: Pick<WireSalesLine, 'Amount'>): number | undefined {
  return Amount === null || Amount === undefined ? undefined : wireNumber(Amount);
}

function withoutEmpty(json: Json): Json {
  return Object.fromEntries(
    Object.entries(json).filter(([, value]) => value !== undefined && value !== null),
  );
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
