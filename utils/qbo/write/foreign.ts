/** Takes away a document on A/R that an adjustment in TPS has replaced. */
import type { ConvertibleType } from '../../ledger/entities';
import { FOREIGN_ENTITY } from '../read/foreign-now';
import type { QboTransport } from '../request';
import { deleteOne } from './send';

/**
 * Deletes it. QBO voids neither a credit memo (intuit/QuickBooks-V3-PHP-SDK#133) nor a journal
 * entry. A version that moved on is refused by QBO itself (5010).
 */
export async function removeForeign(
  transport: QboTransport,
  type: ConvertibleType,
  id: string,
  version: string,
): Promise<void> {
  const of = { Id: id, SyncToken: version };
  await deleteOne(transport, FOREIGN_ENTITY[type], of, { type, label: id });
}
