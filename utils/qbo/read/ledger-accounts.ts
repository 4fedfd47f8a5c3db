import { parseRow } from '../../http/parse-row';
import type { QboTransport } from '../request';
import { account } from '../schemas/lists';
import { readEntities } from './pages';

/** Types of accounts whose balance is a year's profit or loss (Intuit: Account.AccountType). */
export const PROFIT_AND_LOSS_TYPES: ReadonlySet<string> = new Set([
  'Income',
  'Other Income',
  'Expense',
  'Other Expense',
  'Cost of Goods Sold',
]);

const RECEIVABLE = 'Accounts Receivable';

/** The accounts that decide what a document on A/R is; the inactive ones too. */
export interface LedgerAccounts {
  readonly receivableIds: ReadonlySet<string>;
  readonly profitAndLossIds: ReadonlySet<string>;
  /** Of `receivableIds` those that can be written to. */
  readonly activeReceivableIds: readonly string[];
  /** Items that post to one of `receivableIds`, among those that were asked for. */
  readonly receivableItemIds: ReadonlySet<string>;
}

export async function ledgerAccounts(transport: QboTransport): Promise<LedgerAccounts> {
  const types = [RECEIVABLE, ...PROFIT_AND_LOSS_TYPES].map((type) => `'${type}'`).join(',');
  const where = { Account: `AccountType IN (${types})` };
  const all = await readEntities(transport, ['Account'], () => {}, where);
  const rows = [...all.values()].flatMap(({ rows, asked }) =>
    rows.map((row) => parseRow(account, row, 'account', asked)),
  );
  const receivable = rows.filter((row) => row.AccountType === RECEIVABLE);
  return {
    receivableIds: new Set(receivable.map((row) => row.Id)),
    profitAndLossIds: new Set(
      rows.filter((row) => PROFIT_AND_LOSS_TYPES.has(row.AccountType)).map((row) => row.Id),
    ),
    activeReceivableIds: receivable.filter((row) => row.Active).map((row) => row.Id),
    receivableItemIds: new Set(),
  };
}
