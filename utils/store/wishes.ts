import { rowKey, sideKey } from '../ledger/record-key';
import type { ClientWish } from '../sync/scene';
import type { WishRow } from './rows';

export function wishRow(
  pairId: string,
  side: 'tps' | 'qbo',
  clientId: string,
  wish: ClientWish,
): WishRow {
  return { key: rowKey(pairId, sideKey(side, clientId)), pairId, side, clientId, wish };
}
