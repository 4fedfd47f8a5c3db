import { foreignCheck } from './foreign-document';

/** A journal entry with an A/R line changes a customer's balance without any TPS document. */
export const journalEntry = foreignCheck(
  'journalEntry',
  ['journalEntry'],
  'check.journalEntry',
  'cause.journalEntry',
);
