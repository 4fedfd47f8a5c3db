import { z } from 'zod';
import { dateText, moneyNumber } from '../../http/fields';
import { head, linkedTxn, moneyOrZero, optionalRefId, optionalText, ref } from './common';

export const payment = z.looseObject({
  ...head,
  TxnDate: dateText,
  CustomerRef: ref,
  DepositToAccountRef: optionalRefId,
  PaymentMethodRef: optionalRefId,
  PaymentRefNum: optionalText,
  PrivateNote: optionalText,
  TotalAmt: moneyNumber,
  UnappliedAmt: moneyOrZero,
  /** On the payment as a whole: the bank deposit that it lies in. */
  LinkedTxn: z.array(linkedTxn).nullish(),
  Line: z
    .array(z.looseObject({ Amount: moneyNumber, LinkedTxn: z.array(linkedTxn).nullish() }))
    .nullish(),
});
export type WirePayment = z.output<typeof payment>;
