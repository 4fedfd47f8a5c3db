/**
 * Is it one piece of money, entered by two people? Same client and amount are the condition, told
 * by the shelf a document stands on; here is the evidence. An equal reference is enough alone, of
 * the rest two pieces are needed.
 */

/** Further apart, two documents of one client and amount are two. */
export const SAME_MONEY_DAYS_MAX = 45;
/** A cheque is keyed with its own date in one book, with that of the deposit in the other. */
export const CLOSE_DAYS_MAX = 10;

/** What a document says that another one of the same money would say as well. */
export interface Traits {
  /** Days since 1970. */
  readonly day: number;
  /** By `referenceKey`; '' where it proves nothing. */
  readonly reference: string;
  /** By `textKey`. */
  readonly texts: ReadonlySet<string>;
  /** The invoices that it is applied to, both books by the same ids. */
  readonly settles: ReadonlySet<string>;
}

/**
 * A reference without what people write differently: `CHQ 0088`, `chq#88` and `88` are one. Empty
 * without a digit: `cash` or `e-transfer` stands on many.
 */
export function referenceKey(reference: string): string {
  const bare = reference
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s#]/g, '')
    .replace(/^(?:CHEQUE|CHÈQUE|CHECK|CHQ|CHK|CK)[.:-]?(?=.*\d)/, '')
    .replace(/^0+(?=.)/, '');
  return /\d/.test(bare) ? bare : '';
}

/** A text without what people type differently. */
export function textKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

export function daysBetween(a: Traits, b: Traits): number {
  return Math.abs(a.day - b.day);
}

export function hasEqualReference(a: Traits, b: Traits): boolean {
  return a.reference !== '' && a.reference === b.reference;
}

/** Enough to ask a person about two documents of the same client and amount. */
export function isEvident(a: Traits, b: Traits): boolean {
  if (daysBetween(a, b) > SAME_MONEY_DAYS_MAX) return false;
  if (hasEqualReference(a, b)) return true;
  const pieces = [
    daysBetween(a, b) <= CLOSE_DAYS_MAX,
    share(a.settles, b.settles),
    share(a.texts, b.texts),
  ];
  return pieces.filter(Boolean).length >= 2;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (one !== '' && b.has(one)) return true;
  return false;
}
