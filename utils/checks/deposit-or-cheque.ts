import { foreignCheck } from './foreign-document';

/** A deposit, cheque or expense booked on A/R changes a customer's balance the same way. */
export const depositOrCheque = foreignCheck(
  'depositOrCheque',
  ['deposit', 'cheque', 'expense'],
  'check.depositOrCheque',
  'cause.depositOrCheque',
);
