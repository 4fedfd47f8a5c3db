import type { MappingTable } from '../ledger/mappings';

/**
 * The QBO account that adjustment decreases go against; null while none is chosen. An account that
 * a bank of TPS is mapped to takes in money: what goes there is a payment, never a write-off.
 */
export function decreaseAccount(mappings: MappingTable): string | null {
  const account = mappings.get('special', 'tps', 'adjustmentDecrease');
  return account === null || mappings.get('bank', 'qbo', account) !== null ? null : account;
}
