import { splitId } from '../ledger/document-id';
import type { ForeignType, RecordKind } from '../ledger/entities';
import { TRAITS } from '../ledger/traits';

const FOREIGN_PAGE: Readonly<Record<ForeignType, string>> = {
  creditMemo: 'creditmemo',
  journalEntry: 'journal',
  deposit: 'deposit',
  expense: 'expense',
  cheque: 'check',
  // Its finding names the record itself.
  unread: 'customers',
};

/**
 * The page of QBO's web app that shows a record (routes: ledger_sync `dashboard_url_helper.rb`).
 * A foreign record's type is in its id, `creditMemo:73`, since a number alone does not tell.
 */
export function qboPage(kind: RecordKind, id: string): string {
  const app = (page: string): string => `${TRAITS.qbo.origin}/app/${page}`;
  switch (kind) {
    case 'client':
      return app(`customerdetail?nameId=${encodeURIComponent(id)}`);
    case 'invoice': {
      const { list, ownId } = splitId(id);
      const page = list === 'cheque' || list === 'expense' ? FOREIGN_PAGE[list] : 'invoice';
      return app(`${page}?txnId=${encodeURIComponent(ownId)}`);
    }
    case 'payment': {
      const { list, ownId } = splitId(id);
      const page = list === 'journal' ? FOREIGN_PAGE.journalEntry : 'recvpayment';
      return app(`${page}?txnId=${encodeURIComponent(ownId)}`);
    }
    case 'foreign': {
      const at = id.indexOf(':');
      const own = id.slice(at + 1);
      return app(`${foreignPage(id.slice(0, Math.max(0, at)))}?txnId=${encodeURIComponent(own)}`);
    }
  }
}

function foreignPage(type: string): string {
  for (const [name, page] of Object.entries(FOREIGN_PAGE)) if (name === type) return page;
  return FOREIGN_PAGE.journalEntry;
}
