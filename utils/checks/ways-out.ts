/**
 * What can be done about a finding. Panel, flags and the health report all take it from here, so
 * that they cannot offer different things about the same record.
 */
import type { Finding } from './finding';
import type { Rule } from './rules';

export type WayOut =
  /** QuickBooks: the customer becomes active. */
  | 'activate'
  /** A sub-customer or project: its parent stands for it, it is a client of its own, or top-level. */
  | 'rollUp'
  | 'own'
  | 'topLevel'
  /** TPS gets an adjustment that equals the document, which stays as it is. */
  | 'take'
  /** An adjustment in TPS replaces the document. */
  | 'convert'
  /** The client is left out of the sync. */
  | 'exclude';

const WAYS_OUT: Readonly<Record<Rule, readonly WayOut[]>> = {
  currencyOfBooks: [],
  customNumbers: [],
  unread: ['exclude'],
  creditMemo: ['convert', 'exclude'],
  journalEntry: ['take', 'convert', 'exclude'],
  depositOrCheque: ['take', 'exclude'],
  subCustomer: ['rollUp', 'own', 'topLevel', 'exclude'],
  foreignCurrency: ['exclude'],
  inactiveCustomer: ['activate', 'exclude'],
  deletedClient: ['exclude'],
};

/** Best first. QuickBooks makes no project top-level, and a deposit has no twin that it could get. */
export function waysOut({
  rule,
  what,
  subject,
}: Pick<Finding, 'rule' | 'what' | 'subject'>): WayOut[] {
  const ways = WAYS_OUT[rule] ?? ['exclude'];
  return ways.filter(
    (way) =>
      !(way === 'topLevel' && what.id === 'check.project') &&
      !(way === 'take' && subject?.kind === 'deposit'),
  );
}
