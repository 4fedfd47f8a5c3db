/** Documents that move A/R in QBO and that TPS has no image for. */
import { z } from 'zod';
import { dateText, moneyNumber } from '../../http/fields';
import { head, linkedTxn, moneyOrZero, optionalText, ref } from './common';

const common = { ...head, TxnDate: dateText, DocNumber: optionalText, PrivateNote: optionalText };

export const creditMemo = z.looseObject({
  ...common,
  CustomerRef: ref,
  TotalAmt: moneyNumber,
  RemainingCredit: moneyNumber,
  TxnTaxDetail: z.looseObject({ TotalTax: moneyOrZero }).nullish(),
});
export type WireCreditMemo = z.output<typeof creditMemo>;

/** `Entity` is spelled with `type`/`value` on deposits and `Type`/`EntityRef` on journal entries. */
export const journalEntry = z.looseObject({
  ...common,
  Line: z.array(
    z.looseObject({
      Amount: moneyOrZero,
      DetailType: z.string(),
      JournalEntryLineDetail: z
        .looseObject({
          PostingType: z.enum(['Debit', 'Credit']),
          AccountRef: ref,
          Entity: z.looseObject({ Type: optionalText, EntityRef: ref.nullish() }).nullish(),
        })
        .nullish(),
    }),
  ),
});
export type WireJournalEntry = z.output<typeof journalEntry>;

export const deposit = z.looseObject({
  ...common,
  Line: z.array(
    z.looseObject({
      Amount: moneyOrZero,
      LinkedTxn: z.array(linkedTxn).nullish(),
      DepositLineDetail: z
        .looseObject({
          AccountRef: ref.nullish(),
          Entity: z.looseObject({ type: optionalText, value: optionalText }).nullish(),
        })
        .nullish(),
    }),
  ),
});
export type WireDeposit = z.output<typeof deposit>;

export const purchase = z.looseObject({
  ...common,
  PaymentType: z.string(),
  /** A credit on a card: turns the sign. */
  Credit: z.boolean().nullish(),
  EntityRef: z.looseObject({ value: z.string(), type: optionalText }).nullish(),
  Line: z.array(
    z.looseObject({
      Amount: moneyOrZero,
      DetailType: z.string(),
      AccountBasedExpenseLineDetail: z
        .looseObject({ AccountRef: ref, CustomerRef: ref.nullish() })
        .nullish(),
      ItemBasedExpenseLineDetail: z
        .looseObject({ ItemRef: ref, CustomerRef: ref.nullish() })
        .nullish(),
    }),
  ),
});
export type WirePurchase = z.output<typeof purchase>;
