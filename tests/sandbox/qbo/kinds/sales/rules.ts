import type { EntityRules } from '../../book/book';
import { type Json, type JsonObject, objectAt, objectsAt, textAt } from '../../json';
import type { Rec } from '../../store/record';
import { type SalesForm, salesBody } from './draft';
import { salesFacts } from './facts';
import { presentSales } from './present';

/** Recorded: minimul/qbo_api void/invoice.yml; the note keeps its text after "Voided". */
export function voidedNote(body: JsonObject, word: string): string {
  const note = textAt(body, 'PrivateNote');
  return note === undefined || note === '' ? word : `${word} - ${note}`;
}

/** Quantities and prices become 0 (recorded: ExQuickBooks void_sales_receipt.json). */
function zeroLine(line: JsonObject): JsonObject {
  const type = textAt(line, 'DetailType') ?? '';
  const detail = objectAt(line, type) ?? {};
  const zeroed: Record<string, Json | undefined> = { ...detail };
  if ('Qty' in detail) zeroed.Qty = 0;
  if ('UnitPrice' in detail) zeroed.UnitPrice = 0;
  if ('TaxInclusiveAmt' in detail) zeroed.TaxInclusiveAmt = 0;
  if (type === 'GroupLineDetail') zeroed.Line = objectsAt(detail, 'Line').map(zeroLine);
  const gross = 'TaxInclusiveAmt' in line ? { TaxInclusiveAmt: 0 } : {};
  return { ...line, ...gross, Amount: 0, [type]: zeroed };
}

function voidedSales(rec: Rec, word: string): JsonObject {
  const { TaxLine: _lines, ...tax } = objectAt(rec.body, 'TxnTaxDetail') ?? {};
  return {
    ...rec.body,
    PrivateNote: voidedNote(rec.body, word),
    Line: objectsAt(rec.body, 'Line').map(zeroLine),
    TxnTaxDetail: { ...tax, TotalTax: 0 },
  };
}

/** Invoice, CreditMemo, SalesReceipt and RefundReceipt. */
export function salesRules(form: SalesForm): EntityRules {
  const direction = form === 'CreditMemo' || form === 'RefundReceipt' ? -1 : 1;
  return {
    draft: (book, input, context) => {
      const body = salesBody(book, form, input, context);
      return { body, facts: salesFacts(book, body, direction) };
    },
    facts: (book, body) => salesFacts(book, body, direction),
    present: (book, rec) => presentSales(book, rec),
    voided: voidedSales,
  };
}
