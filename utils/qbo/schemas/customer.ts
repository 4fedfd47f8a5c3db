import { z } from 'zod';
import { moneyNumber } from '../../http/fields';
import { ZERO } from '../../ledger/cents';
import { head, optionalText, ref } from './common';

const address = z.looseObject({
  Line1: optionalText,
  Line2: optionalText,
  City: optionalText,
  CountrySubDivisionCode: optionalText,
  PostalCode: optionalText,
  Country: optionalText,
});

/** `Balance` is the customer's own, `BalanceWithJobs` with sub-customers (recorded: fyle, qbo_api). */
export const customer = z.looseObject({
  ...head,
  DisplayName: z.string(),
  GivenName: optionalText,
  FamilyName: optionalText,
  PrintOnCheckName: optionalText,
  PrimaryEmailAddr: z.looseObject({ Address: optionalText }).nullish(),
  PrimaryPhone: z.looseObject({ FreeFormNumber: optionalText }).nullish(),
  BillAddr: address.nullish(),
  Notes: optionalText,
  Active: z.boolean().default(true),
  Job: z.boolean().default(false),
  IsProject: z.boolean().default(false),
  ParentRef: ref.nullish(),
  CurrencyRef: ref.nullish(),
  Balance: moneyNumber.default(() => ZERO),
  BalanceWithJobs: moneyNumber.default(() => ZERO),
});
export type WireCustomer = z.output<typeof customer>;
