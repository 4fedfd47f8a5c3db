import { splitId } from '../ledger/document-id';
import type { Linkable } from '../ledger/link';

/** What people call a record: an adjustment is one for them, whatever it is booked as. */
export function shownType(record: Linkable): 'client' | 'invoice' | 'payment' | 'adjustment' {
  if (record.kind === 'client') return 'client';
  return splitId(record.id).list === 'plain' ? record.kind : 'adjustment';
}
