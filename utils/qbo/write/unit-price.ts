import Big from 'big.js';
import type { Cents } from '../../ledger/cents';

/** More decimals than this are no price. */
const PRICE_DECIMALS_MAX = 5;

/**
 * Qty and UnitPrice of a line, or null when no price times the quantity is exactly the amount: QBO
 * refuses a line whose three numbers disagree (6070).
 */
export function unitPrice(
  quantity: string,
  amountCents: Cents,
): { Qty: number; UnitPrice: number } | null {
  if (!/^-?\d+(\.\d+)?$/.test(quantity)) return null;
  const qty = new Big(quantity);
  if (qty.eq(0)) return null;
  const amount = new Big(amountCents).div(100);
  const price = amount.div(qty).round(PRICE_DECIMALS_MAX, Big.roundHalfUp);
  if (!price.times(qty).eq(amount)) return null;
  return { Qty: qty.toNumber(), UnitPrice: price.toNumber() };
}
