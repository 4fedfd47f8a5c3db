import { z } from 'zod';
import { dateText, moneyNumber } from '../../http/fields';
import { head, moneyOrZero, optionalRefId, optionalText, ref } from './common';

/** One line. Which detail it has depends on `DetailType`; only the sales item's is read. */
const salesLine = z.looseObject({
  Amount: moneyOrZero,
  Description: optionalText,
  DetailType: z.string(),
  SalesItemLineDetail: z
    .looseObject({
      ItemRef: ref.nullish(),
      Qty: z.number().nullish(),
      UnitPrice: z.number().nullish(),
      TaxCodeRef: ref.nullish(),
    })
    .nullish(),
});
export type WireSalesLine = z.output<typeof salesLine>;

const taxLine = z.looseObject({
  Amount: moneyNumber,
  TaxLineDetail: z.looseObject({ TaxRateRef: ref }),
});

const taxDetail = z.looseObject({
  TxnTaxCodeRef: optionalRefId,
  TotalTax: moneyOrZero,
  TaxLine: z.array(taxLine).nullish(),
});

export const invoice = z.looseObject({
  ...head,
  DocNumber: optionalText,
  TxnDate: dateText,
  DueDate: dateText.nullish(),
  CustomerRef: ref,
  PrivateNote: optionalText,
  Line: z.array(salesLine),
  TxnTaxDetail: taxDetail.nullish(),
  GlobalTaxCalculation: optionalText,
  Deposit: moneyOrZero,
  TotalAmt: moneyNumber,
  Balance: moneyNumber,
  AllowOnlineCreditCardPayment: z.boolean().nullish().transform(Boolean),
  AllowOnlineACHPayment: z.boolean().nullish().transform(Boolean),
});
export type WireInvoice = z.output<typeof invoice>;

/** Only when it is asked for with `include=invoiceLink` (ej2/python-quickbooks). */
export const invoiceLink = z.looseObject({ InvoiceLink: optionalText });
