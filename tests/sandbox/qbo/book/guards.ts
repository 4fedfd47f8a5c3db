import { decimalOf, toCents } from '../decimal';
import {
  alreadyDeposited,
  businessError,
  invalidEnumeration,
  periodClosed,
  QboFault,
  requiredParameter,
  tooLong,
} from '../fault';
import { type JsonObject, objectAt, textAt } from '../json';
import { isDay } from '../pacific';
import { keyOf, type Rec } from '../store/record';
import type { Book, WriteContext } from './book';

/** 6210 when `day` lies in the closed period of Preferences.AccountingInfoPrefs.BookCloseDate. */
export function mustBeOpenPeriod(book: Book, day: string): void {
  const closed = textAt(objectAt(book.preferences(), 'AccountingInfoPrefs'), 'BookCloseDate');
  if (closed !== undefined && day <= closed) throw periodClosed();
}

/** 6540 for payments and receipts that a deposit holds. */
export function mustNotBeDeposited(book: Book, rec: Rec): void {
  if (book.store.depositWith(keyOf(rec.entity, rec.id)) !== undefined) throw alreadyDeposited();
}

/** Nobody here has seen the words; that it is refused at all is not certain. */
export function mustNotBeReconciled(book: Book, rec: Rec): void {
  if (!rec.reconciled || book.switches.reconciled === 'editable') return;
  throw businessError('This transaction has been reconciled and cannot be changed.');
}

/** Some properties a sparse update must send too (laf-rge/quickbooks-mcp, verified there). */
export function mustRepeat(context: WriteContext, key: string): void {
  if (context.sparse && !(key in context.sent)) throw requiredParameter(key);
}

export function mustFit(from: JsonObject, key: string, max: number): void {
  const text = textAt(from, key);
  if (text !== undefined && text.length > max) throw tooLong(key, max, text.length);
}

export function mustBeOneOf(from: JsonObject, key: string, values: readonly string[]): void {
  const text = textAt(from, key);
  if (text !== undefined && !values.includes(text)) throw invalidEnumeration(key, text);
}

/** The amount under `key` in cents; absent is 2020. */
export function requiredCents(from: JsonObject, key: string, element = key): number {
  const value = decimalOf(from[key]);
  if (value === undefined) throw requiredParameter(element);
  return toCents(value);
}

/** 6000 for totals below zero. Text from public issue threads. */
export function mustNotBeNegative(cents: number): void {
  if (cents < 0) throw businessError('Enter a transaction amount that is 0 or greater.');
}

/** The transaction day of a request: today when absent, 2010 when it is no day. */
export function txnDate(book: Book, from: JsonObject): string {
  const day = textAt(from, 'TxnDate');
  if (day === undefined) return book.today();
  const plain = day.slice(0, 10);
  if (isDay(plain)) return plain;
  throw new QboFault(
    '2010',
    'Request has invalid or unsupported property',
    `Property Name:TxnDate Value:${day} specified is unsupported or invalid`,
    'TxnDate',
  );
}

/** Intuit: BillEmail holds 800 characters; nobody says how many addresses. */
const EMAILS_MAX = 30;

/** 2210 for an address without @ and dot, and for more than `max` separated by commas. */
export function mustBeEmail(from: JsonObject, key: string, max = EMAILS_MAX): void {
  const address = textAt(objectAt(from, key), 'Address');
  if (address === undefined || address === '') return;
  const all = address.split(',');
  for (const one of all) {
    if (all.length > max || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one.trim())) {
      throw new QboFault(
        '2210',
        'Invalid Email Address format',
        'Email Address does not conform to the syntax rules of RFC 822',
        key,
      );
    }
  }
}
