/** Invoices of the same number and total, and the fingerprint of what is open. */
import { phrase } from '../wording/phrase';
import type { Books } from './book-index';
import type { Evidence } from './evidence';
import type { Profile } from './profile';

/** Below a proposal: both systems count from about the same number, and many fees are round. */
const INVOICE_POINTS = 28;
const INVOICES_POINTS = 60;
const OPEN_AMOUNTS_POINTS = 25;
const OPEN_AMOUNT_POINTS = 12;
/** What is open in common adds little to invoices in common, or where others owe the same. */
const OPEN_AMOUNTS_TOO_POINTS = 5;

export function addInvoices(evidence: Evidence, tps: Profile, qbo: Profile, books: Books): void {
  let count = 0;
  for (const invoice of tps.invoices) if (qbo.invoices.has(invoice)) count++;
  if (count > 0) {
    evidence.invoices = count > 1;
    const points = count > 1 ? INVOICES_POINTS : INVOICE_POINTS;
    evidence.add(points, phrase('match.invoices', { count }));
  }
  const open = tps.openAmounts;
  if (open === '' || open !== qbo.openAmounts) return;
  const isShared = books.tps.isShared('o', open) || books.qbo.isShared('o', open);
  const ownPoints = open.includes('+') ? OPEN_AMOUNTS_POINTS : OPEN_AMOUNT_POINTS;
  const points = count > 0 || isShared ? OPEN_AMOUNTS_TOO_POINTS : ownPoints;
  evidence.add(points, phrase('match.openAmounts'));
}
