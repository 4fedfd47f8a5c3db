/**
 * Items that post to A/R. On a cheque or an expense such an item is a refund to the customer, though
 * no line of it names the account: it goes to the item's expense account (Intuit: Item).
 */
import { parseRow } from '../../http/parse-row';
import type { QboTransport } from '../request';
import type { WirePurchase } from '../schemas/foreign';
import { itemAccounts } from '../schemas/lists';
import type { LedgerAccounts } from './ledger-accounts';
import { readEntities } from './pages';
import { byId } from './read-more';

/** The accounts with those items. Items are asked for only where a line is for a customer. */
export async function withItemsOf(
  transport: QboTransport,
  purchases: readonly WirePurchase[],
  accounts: LedgerAccounts,
): Promise<LedgerAccounts> {
  const ids = new Set(purchases.flatMap(itemsForCustomers));
  const receivableItemIds = new Set<string>();
  for (const where of byId([...ids])) {
    // Also those that are not used any more.
    const Item = `${where} AND Active IN (true,false)`;
    const all = await readEntities(transport, ['Item'], () => {}, { Item });
    for (const { rows, asked } of all.values()) {
      for (const row of rows) {
        const item = parseRow(itemAccounts, row, 'item', asked);
        const account = item.ExpenseAccountRef ?? item.IncomeAccountRef;
        if (account && accounts.receivableIds.has(account.value)) receivableItemIds.add(item.Id);
      }
    }
  }
  return { ...accounts, receivableItemIds };
}

function itemsForCustomers({ EntityRef, Line }: WirePurchase): string[] {
  const isCustomer = EntityRef?.type.toLowerCase() === 'customer';
  return Line.flatMap(({ ItemBasedExpenseLineDetail: detail }) =>
    detail && (isCustomer || detail.CustomerRef) ? [detail.ItemRef.value] : [],
  );
}
