import { openFor, unappliedCents } from './book/open';
import type { QboCompany } from './company';
import { amount } from './decimal';
import type { EntityName } from './entity-name';
import { booleanAt, type JsonObject, objectAt, objectsAt, textAt } from './json';
import type { Rec } from './store/record';

const NOTE = 'Created by QB Online to link credits to charges.';

/**
 * What the service links by itself after a create, when Preferences.SalesFormsPrefs say so:
 * AutoApplyCredit uses credit memos for invoices, AutoApplyPayments spends payments (recorded
 * for a credit memo: airbytehq/airbyte CreditMemo 73; the others are inferred from it).
 */
export function applyByItself(company: QboCompany, rec: Rec): void {
  const prefs = objectAt(company.internals.preferences(), 'SalesFormsPrefs');
  const wants = (key: string): boolean => booleanAt(prefs, key) === true;
  if (rec.entity === 'Payment' && wants('AutoApplyPayments')) spend(company, rec);
  if (!wants('AutoApplyCredit')) return;
  if (rec.entity === 'CreditMemo') join(company, openOf(company, rec, 'Invoice'), [rec]);
  if (rec.entity === 'Invoice') join(company, [rec], openOf(company, rec, 'CreditMemo'));
}

/** Documents of the same customer that are open, the oldest first. */
function openOf(company: QboCompany, rec: Rec, entity: EntityName): readonly Rec[] {
  const book = company.internals;
  const customerId = rec.facts?.customerId ?? '';
  const table = book.store.table(entity);
  return [...table.byCustomer.get(customerId)]
    .flatMap((id) => table.get(id) ?? [])
    .filter((one) => openFor(book, one, customerId) !== 0)
    .sort((a, b) =>
      date(a) === date(b) ? Number(a.id) - Number(b.id) : date(a) < date(b) ? -1 : 1,
    );
}

const date = (rec: Rec): string => rec.facts?.date ?? '';

/** Lines that take `cents` from the documents, one after the other. */
function linesFor(company: QboCompany, documents: readonly Rec[], cents: number): JsonObject[] {
  let left = cents;
  return documents.flatMap((rec) => {
    const open = openFor(company.internals, rec, rec.facts?.customerId ?? '');
    const part = Math.min(left, Math.abs(open));
    if (part <= 0) return [];
    left -= part;
    return [{ Amount: amount(part), LinkedTxn: [{ TxnId: rec.id, TxnType: rec.entity }] }];
  });
}

const sumOpen = (company: QboCompany, documents: readonly Rec[]): number =>
  documents.reduce(
    (sum, rec) => sum + Math.abs(openFor(company.internals, rec, rec.facts?.customerId ?? '')),
    0,
  );

/** A payment of 0.00 that links credits to charges, as far as both go. */
function join(company: QboCompany, charges: readonly Rec[], credits: readonly Rec[]): void {
  const cents = Math.min(sumOpen(company, charges), sumOpen(company, credits));
  const customerId = (charges[0] ?? credits[0])?.facts?.customerId;
  if (cents === 0 || !customerId) return;
  company.create('Payment', {
    CustomerRef: { value: customerId },
    TotalAmt: 0,
    PrivateNote: NOTE,
    Line: [...linesFor(company, charges, cents), ...linesFor(company, credits, cents)],
  });
}

/** What a payment holds unapplied goes to the oldest open invoices. */
function spend(company: QboCompany, payment: Rec): void {
  const lines = linesFor(company, openOf(company, payment, 'Invoice'), unappliedCents(payment));
  if (lines.length === 0) return;
  const now = company.read('Payment', payment.id);
  company.update('Payment', {
    Id: payment.id,
    SyncToken: textAt(now, 'SyncToken') ?? '0',
    sparse: true,
    Line: [...objectsAt(now, 'Line'), ...lines],
  });
}
