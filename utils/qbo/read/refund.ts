import { parseRow } from '../../http/parse-row';
import type { Invoice } from '../../ledger/entities';
import { isRefund, type RefundType, refundOf } from '../../ledger/refund';
import type { QboTransport } from '../request';
import { purchase } from '../schemas/foreign';
import { openRows, purchaseEffects } from './foreign';
import { inner } from './identify';
import { ledgerAccounts } from './ledger-accounts';
import { getOrNull } from './one';
import { withItemsOf } from './receivable-items';

/**
 * A cheque or an expense as it is now; null when it is gone, or gives no one customer money back
 * (any more). All of it counts as open: what payments took of it is not asked.
 */
export async function readRefund(
  transport: QboTransport,
  type: RefundType,
  id: string,
): Promise<Invoice | null> {
  const path = `purchase/${encodeURIComponent(id)}`;
  const reply = await getOrNull(transport, { path, subject: { type: 'expense', label: id } });
  if (!reply) return null;
  const wire = parseRow(purchase, inner(reply, 'Purchase'), 'expense', reply.asked);
  const accounts = await withItemsOf(transport, [wire], await ledgerAccounts(transport));
  const { receivableIds, receivableItemIds } = accounts;
  const [row, ...others] = openRows(purchaseEffects(wire, receivableIds, receivableItemIds), []);
  const isIt = row && others.length === 0 && isRefund(row) && row.foreignType === type;
  return isIt ? refundOf(row) : null;
}
