/** Every rule, in the order in which its findings are told. */
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
