import { decimalOf } from '../decimal';
import { businessError, requiredParameter } from '../fault';
import { isArray, isObject, type Json, type JsonObject, objectAt, objectsAt, refAt } from '../json';
import type { Book } from './book';

const AMOUNTS: ReadonlySet<string> = new Set(['Amount', 'TotalAmt', 'TotalTax']);

/** Amounts as a client sent them: cents, and tax lines with their rates. */
export function mustBeAmounts(book: Book, sent: JsonObject): void {
  if (book.switches.threeDecimals === 'refused') mustBeCents(sent);
  if (book.switches.taxLineWithoutRate === 'computed') return;
  for (const line of objectsAt(objectAt(sent, 'TxnTaxDetail'), 'TaxLine')) {
    if (refAt(objectAt(line, 'TaxLineDetail'), 'TaxRateRef') === undefined) {
      throw requiredParameter('TaxRateRef');
    }
  }
}

function mustBeCents(value: Json | undefined): void {
  if (isArray(value)) value.forEach(mustBeCents);
  if (!isObject(value)) return;
  for (const [key, one] of Object.entries(value)) {
    const decimal = AMOUNTS.has(key) ? decimalOf(one) : undefined;
    if (decimal && decimal.scale > 2 && decimal.digits % 10n ** BigInt(decimal.scale - 2) !== 0n) {
      throw businessError(`The amount ${one} has more than two decimals.`);
    }
    mustBeCents(one);
  }
}
