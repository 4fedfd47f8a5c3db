/** Where a record can be looked at in its own system. */

import type { Finding } from '../checks/finding';
import { splitId } from '../ledger/document-id';
import { recordNamed } from '../ledger/record-key';
import type { Side } from '../ledger/side';
import { TRAITS } from '../ledger/traits';

const QBO_ROUTES: Record<string, string> = {
  client: 'customerdetail?nameId=',
  invoice: 'invoice?txnId=',
  payment: 'recvpayment?txnId=',
  creditMemo: 'creditmemo?txnId=',
  journalEntry: 'journal?txnId=',
  deposit: 'deposit?txnId=',
  expense: 'expense?txnId=',
  cheque: 'check?txnId=',
};

const TPS_ROUTES: Record<string, string> = {
  client: 'clients',
  invoice: 'invoices',
  payment: 'payments',
  adjustment: 'adjustments',
};

const OWN = {
  adjustment: 'adjustment',
  journal: 'journalEntry',
  cheque: 'cheque',
  expense: 'expense',
} as const;

export function pageOf(side: Side, kind: string, id: string): { side: Side; url: string } | null {
  const { list, ownId } = kind === 'client' ? { list: 'plain' as const, ownId: id } : splitId(id);
  // What was converted is gone: it has no page.
  if (list === 'credit') return null;
  const own = { ...OWN, plain: kind }[list];
  const route = side === 'qbo' ? QBO_ROUTES[own] : TPS_ROUTES[own];
  if (route === undefined) return null;
  const part = encodeURIComponent(ownId);
  const page = side === 'qbo' ? `app/${route}${part}` : `${route}/${part}`;
  return { side, url: `${TRAITS[side].origin}/${page}` };
}

export function pageOfFinding({ subject }: Finding) {
  return subject && pageOf(subject.side, subject.kind, subject.id);
}

/** `qbo:invoice:187` */
export function pageOfRecord(recordKey: string) {
  const named = recordNamed(recordKey);
  return named && pageOf(named.side, named.kind, named.id);
}

/** May this address be opened for somebody? Only pages of the two systems. */
export function isSystemPage(side: Side, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === TRAITS[side].origin;
}
