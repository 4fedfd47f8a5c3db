import { wrongAccountType } from '../fault';
import { textAt } from '../json';
import type { Rec } from '../store/record';
import type { Store } from '../store/store';
import type { QboSwitches } from '../switches';

interface Found {
  version: number;
  readonly byQuery: Map<string, Rec | undefined>;
}
const caches = new WeakMap<Store, Found>();

function find(store: Store, query: string, fits: (rec: Rec) => boolean): Rec | undefined {
  const table = store.table('Account');
  let cache = caches.get(store);
  if (!cache || cache.version !== table.version) {
    cache = { version: table.version, byQuery: new Map() };
    caches.set(store, cache);
  }
  if (!cache.byQuery.has(query)) {
    let found: Rec | undefined;
    for (const rec of table.ascending()) {
      if (!rec.deleted && rec.active && fits(rec)) {
        found = rec;
        break;
      }
    }
    cache.byQuery.set(query, found);
  }
  return cache.byQuery.get(query);
}

const ofType =
  (type: string) =>
  (rec: Rec): boolean =>
    textAt(rec.body, 'AccountType') === type;
const ofSubType =
  (type: string) =>
  (rec: Rec): boolean =>
    textAt(rec.body, 'AccountSubType') === type;

function need(store: Store, name: string, fits: (rec: Rec) => boolean): Rec {
  const found = find(store, name, fits);
  if (!found) throw new Error(`the chart of accounts has no ${name}`);
  return found;
}

/** The account that invoices, credit memos and payments post receivables to. */
export const receivableAccount = (store: Store): Rec =>
  need(store, 'Accounts Receivable', ofType('Accounts Receivable'));
export const undepositedFunds = (store: Store): Rec =>
  need(store, 'UndepositedFunds', ofSubType('UndepositedFunds'));
export const defaultIncome = (store: Store): Rec => need(store, 'Income', ofType('Income'));

/** The income account that discounts lower. */
export const discountAccount = (store: Store): Rec =>
  find(store, 'DiscountsRefundsGiven', ofSubType('DiscountsRefundsGiven')) ?? defaultIncome(store);

/** Where the tax of a rate is owed: the agency's payable account. */
export function taxPayable(store: Store, rateId: string | undefined): Rec {
  const rate = rateId === undefined ? undefined : store.get('TaxRate', rateId);
  const agency = rate?.body.AgencyRef;
  const id =
    typeof agency === 'object' && agency !== null && 'value' in agency ? String(agency.value) : '';
  const ofAgency = find(
    store,
    `tax agency ${id}`,
    (rec) => textAt(rec.body, 'AccountAlias') === `agency ${id}`,
  );
  return (
    ofAgency ??
    find(store, 'GlobalTaxPayable', ofSubType('GlobalTaxPayable')) ??
    need(store, 'Other Current Liability', ofType('Other Current Liability'))
  );
}

export const accountType = (rec: Rec): string => textAt(rec.body, 'AccountType') ?? '';
export const isReceivable = (rec: Rec): boolean => accountType(rec) === 'Accounts Receivable';

/** Money may be received into Bank or Other Current Asset accounts only, else 6430. */
export function mustHoldMoney(
  rec: Rec,
  element: string,
  { refusalWords }: Pick<QboSwitches, 'refusalWords'>,
): void {
  const type = accountType(rec);
  if (type !== 'Bank' && type !== 'Other Current Asset') {
    throw wrongAccountType(element, refusalWords);
  }
}
