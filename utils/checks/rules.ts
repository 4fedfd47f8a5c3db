/** Every rule, and what is known of it before it looks at anything. */

/** In the order in which their findings are told. */
export const RULES = [
  'currencyOfBooks',
  'customNumbers',
  'unread',
  'creditMemo',
  'journalEntry',
  'depositOrCheque',
  'subCustomer',
  'foreignCurrency',
  'inactiveCustomer',
  'deletedClient',
] as const;
export type Rule = (typeof RULES)[number];

/** Every group of the health report, in the order in which it is told among groups of one severity. */
export const HEALTH_GROUPS = [
  'numbering',
  'currency',
  'unread',
  'creditMemos',
  'journalEntries',
  'depositsAndCheques',
  'subCustomers',
  'projects',
  'inactiveCustomers',
  'deletedClients',
  'duplicateNames',
  'closedPeriod',
  'taxCodes',
  'collisions',
  'numbers',
] as const;
export type HealthGroupId = (typeof HEALTH_GROUPS)[number];

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

export interface RuleFacts {
  /** What can be done about its findings, best first. */
  readonly waysOut: readonly WayOut[];
  /** The groups of the health report that tell of it. */
  readonly groups: readonly HealthGroupId[];
  /** Does one of these groups make items of its own of it? Else each finding is one. */
  readonly ownItems: boolean;
}

export const FACTS: Readonly<Record<Rule, RuleFacts>> = {
  currencyOfBooks: { waysOut: [], groups: ['currency'], ownItems: true },
  customNumbers: { waysOut: [], groups: ['numbering'], ownItems: true },
  unread: { waysOut: ['exclude'], groups: ['unread'], ownItems: true },
  creditMemo: { waysOut: ['convert', 'exclude'], groups: ['creditMemos'], ownItems: true },
  journalEntry: {
    waysOut: ['take', 'convert', 'exclude'],
    groups: ['journalEntries'],
    ownItems: true,
  },
  depositOrCheque: { waysOut: ['take', 'exclude'], groups: ['depositsAndCheques'], ownItems: true },
  subCustomer: {
    waysOut: ['rollUp', 'own', 'topLevel', 'exclude'],
    groups: ['subCustomers', 'projects'],
    ownItems: true,
  },
  foreignCurrency: { waysOut: ['exclude'], groups: ['currency'], ownItems: false },
  inactiveCustomer: {
    waysOut: ['activate', 'exclude'],
    groups: ['inactiveCustomers'],
    ownItems: true,
  },
  deletedClient: { waysOut: ['exclude'], groups: ['deletedClients'], ownItems: true },
};
