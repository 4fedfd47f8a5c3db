import { splitId } from '../ledger/document-id';
import type { Invoice, InvoiceKind } from '../ledger/entities';

/** Put before the number of a TPS document that is no invoice there (domain.md); a test compares. */
export const PREFIX: Record<InvoiceKind, string> = {
  invoice: '',
  progress: '',
  financeCharge: 'FC-',
  openingBalance: 'OB-',
  adjustment: 'ADJ-',
};

/** The number that a document of TPS gets in QuickBooks: `SD-1042`, `ADJ-12`. */
export function numberInQbo({ invoiceKind, number, id }: Invoice): string {
  return PREFIX[invoiceKind] + (invoiceKind === 'adjustment' ? splitId(id).ownId : number);
}
