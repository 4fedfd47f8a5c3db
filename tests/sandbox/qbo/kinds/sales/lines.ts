import type { Book } from '../../book/book';
import { refTo, resolve, resolveAt } from '../../book/refs';
import { amount, centsOf, decimalOf, multiply, toCents } from '../../decimal';
import { QboFault, requiredParameter } from '../../fault';
import { compact, type JsonObject, objectAt, objectsAt, refAt, textAt } from '../../json';

/** The item that a line without ItemRef gets ("Services"). */
const DEFAULT_ITEM = '1';

/** Shipping and tips are no products that somebody made (fixtures of others' clients). */
const BUILT_IN: ReadonlySet<string> = new Set(['SHIPPING_ITEM_ID', 'GRATUITY_ITEM_ID']);

/** What a line adds to the document's total; discounts lower it. */
export function lineCents(line: JsonObject): number {
  const cents = centsOf(line.Amount) ?? 0;
  switch (textAt(line, 'DetailType')) {
    case 'DiscountLineDetail':
      return -cents;
    case 'SalesItemLineDetail':
    case 'GroupLineDetail':
      return cents;
    default:
      return 0;
  }
}

/** Sum of the lines before discounts: the amount of the subtotal line. */
export function subTotalCents(lines: readonly JsonObject[]): number {
  let cents = 0;
  for (const line of lines) {
    if (textAt(line, 'DetailType') !== 'DiscountLineDetail') cents += lineCents(line);
  }
  return cents;
}

/** The sales item lines, those inside groups too. */
export function itemLines(lines: readonly JsonObject[]): readonly JsonObject[] {
  return lines.flatMap((line) => {
    const type = textAt(line, 'DetailType');
    if (type === 'SalesItemLineDetail') return [line];
    return type === 'GroupLineDetail' ? objectsAt(objectAt(line, 'GroupLineDetail'), 'Line') : [];
  });
}

function amountOf(line: JsonObject, detail: JsonObject): number {
  const sent = centsOf(line.Amount);
  const price = decimalOf(detail.UnitPrice);
  const quantity = decimalOf(detail.Qty);
  // Zero for both is what a client sends that has neither (ej2/python-quickbooks).
  const isPriced = price?.digits !== 0n || quantity?.digits !== 0n;
  const product = price && quantity && isPriced ? toCents(multiply(price, quantity)) : undefined;
  if (sent === undefined) throw requiredParameter('Line.Amount');
  if (product !== undefined && product !== sent) {
    throw new QboFault(
      '6070',
      'Amount calculation incorrect in the request',
      'Amount calculation incorrect in the request : Amount is not equal to UnitPrice * Qty. Supplied value:' +
        String(line.Amount),
      '',
    );
  }
  return sent;
}

function salesItem(book: Book, line: JsonObject): JsonObject {
  const detail = objectAt(line, 'SalesItemLineDetail');
  if (!detail) throw requiredParameter('SalesItemLineDetail');
  const cents = amountOf(line, detail);
  if (refAt(detail, 'ItemRef') === undefined && book.switches.missingItem === 'refused') {
    throw requiredParameter('ItemRef');
  }
  const itemId = refAt(detail, 'ItemRef') ?? DEFAULT_ITEM;
  const item = BUILT_IN.has(itemId) ? null : resolve(book, 'Item', itemId, 'ItemRef');
  const account = resolveAt(book, detail, 'ItemAccountRef', 'Account');
  const taxCode = refAt(detail, 'TaxCodeRef') ?? (book.country === 'US' ? 'NON' : undefined);
  return {
    Amount: amount(cents),
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: compact({
      ...detail,
      ItemRef: item ? refTo(item) : { value: itemId },
      UnitPrice: detail.UnitPrice,
      Qty: detail.Qty,
      ItemAccountRef: account && refTo(account),
      TaxCodeRef: taxCode === undefined ? undefined : { value: taxCode },
    }),
  };
}

function discount(book: Book, line: JsonObject, subTotal: number): JsonObject {
  const detail = objectAt(line, 'DiscountLineDetail') ?? {};
  const account = resolveAt(book, detail, 'DiscountAccountRef', 'Account');
  const percent = detail.PercentBased === true ? decimalOf(detail.DiscountPercent) : undefined;
  const cents = percent
    ? toCents(
        multiply({ digits: BigInt(subTotal), scale: 2 }, { ...percent, scale: percent.scale + 2 }),
      )
    : centsOf(line.Amount);
  if (cents === undefined) throw requiredParameter('Line.Amount');
  return {
    Amount: amount(cents),
    DetailType: 'DiscountLineDetail',
    DiscountLineDetail: compact({ ...detail, DiscountAccountRef: account && refTo(account) }),
  };
}

function group(book: Book, line: JsonObject, ids: LineIds): JsonObject {
  const detail = objectAt(line, 'GroupLineDetail') ?? {};
  const inner = objectsAt(detail, 'Line').map((one) => ids.give(one, salesItem(book, one)));
  return {
    Amount: amount(inner.reduce((sum, one) => sum + lineCents(one), 0)),
    DetailType: 'GroupLineDetail',
    GroupLineDetail: { ...detail, Line: inner },
  };
}

/** Gives lines the ids they had, or new ones that the document never used. */
class LineIds {
  private last: number;
  private number = 0;
  constructor(
    sent: readonly JsonObject[],
    private readonly before: readonly JsonObject[],
  ) {
    const ids = [...sent.filter((line) => this.knew(line)), ...before];
    this.last = Math.max(0, ...ids.map((line) => Number(textAt(line, 'Id') ?? '0')));
  }

  give(sent: JsonObject, line: JsonObject): JsonObject {
    this.number += 1;
    let id = textAt(sent, 'Id');
    if (id === undefined || !this.knew(sent)) {
      this.last += 1;
      id = String(this.last);
    }
    const description = textAt(sent, 'Description');
    // Billed time and expenses stay tied to their line while it says so.
    const { LinkedTxn } = sent;
    return compact({ Id: id, LineNum: this.number, Description: description, LinkedTxn, ...line });
  }

  private knew(sent: JsonObject): boolean {
    const id = textAt(sent, 'Id');
    return id !== undefined && this.before.some((line) => textAt(line, 'Id') === id);
  }
}

/** The lines of a sales form, completed; the server's own subtotal line is left out. */
export function salesLines(
  book: Book,
  input: JsonObject,
  before: readonly JsonObject[],
): readonly JsonObject[] {
  const sent = objectsAt(input, 'Line').filter(
    (line) => textAt(line, 'DetailType') !== 'SubTotalLineDetail',
  );
  if (sent.length === 0) throw requiredParameter('Line');
  const ids = new LineIds(sent, before);
  const out: JsonObject[] = [];
  for (const line of sent) {
    switch (textAt(line, 'DetailType')) {
      case undefined:
        throw requiredParameter('Line.DetailType');
      case 'SalesItemLineDetail':
        out.push(ids.give(line, salesItem(book, line)));
        break;
      case 'DiscountLineDetail':
        out.push(ids.give(line, discount(book, line, subTotalCents(out))));
        break;
      case 'GroupLineDetail':
        out.push(ids.give(line, group(book, line, ids)));
        break;
      case 'DescriptionOnly':
        out.push(ids.give(line, descriptionOnly(line)));
        break;
      default:
        throw unknownDetail(textAt(line, 'DetailType') ?? '');
    }
  }
  return out;
}

function descriptionOnly(line: JsonObject): JsonObject {
  const detail = objectAt(line, 'DescriptionLineDetail') ?? {};
  return { Amount: 0, DetailType: 'DescriptionOnly', DescriptionLineDetail: detail };
}

/** Text from ej2/python-quickbooks issue 145. */
export function unknownDetail(type: string): QboFault {
  return new QboFault(
    '2010',
    'Request has invalid or unsupported property',
    `Property Name:Can not deserialize value of type com.intuit.schema.finance.v3.LineDetailTypeEnum from String "${type}": value not one of declared Enum instance names specified is unsupported or invalid`,
    'Line.DetailType',
  );
}
