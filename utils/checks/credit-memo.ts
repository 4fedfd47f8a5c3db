import { foreignCheck } from './foreign-document';

/** TPS has no credit memo, so one in QBO makes the two receivables differ. */
export const creditMemo = foreignCheck(
  'creditMemo',
  ['creditMemo'],
  'check.creditMemo',
  'cause.creditMemo',
);
