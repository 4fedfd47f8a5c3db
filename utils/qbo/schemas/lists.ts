/** Lists that mappings choose from, and the settings of the company. */
import { z } from 'zod';
import { dateText, moneyNumber } from '../../http/fields';
import { optionalText, ref } from './common';

const active = z.boolean().default(true);

export const item = z.looseObject({
  Id: z.string().min(1),
  Name: z.string(),
  FullyQualifiedName: optionalText,
  Active: active,
  Type: optionalText,
});

export const itemAccounts = z.looseObject({
  Id: z.string().min(1),
  IncomeAccountRef: ref.nullish(),
  ExpenseAccountRef: ref.nullish(),
});

export const account = z.looseObject({
  Id: z.string().min(1),
  Name: z.string(),
  FullyQualifiedName: optionalText,
  Active: active,
  AccountType: z.string(),
  CurrentBalance: moneyNumber.nullish(),
});

export const method = z.looseObject({ Id: z.string().min(1), Name: z.string(), Active: active });

/** A vendor or employee: all that matters is the name that no customer can take. */
export const nameHolder = z.looseObject({ Id: z.string().min(1), DisplayName: z.string() });

const rateDetail = z.looseObject({ TaxRateRef: ref });

export const taxCode = z.looseObject({
  Id: z.string().min(1),
  Name: z.string(),
  Active: active,
  SalesTaxRateList: z.looseObject({ TaxRateDetail: z.array(rateDetail).nullish() }).nullish(),
});

export const taxRate = z.looseObject({
  Id: z.string().min(1),
  Name: z.string(),
  RateValue: z.number().nullish(),
});

export const companyInfo = z.looseObject({
  CompanyName: z.string(),
  Country: optionalText,
});

export const preferences = z.looseObject({
  AccountingInfoPrefs: z.looseObject({ BookCloseDate: dateText.nullish() }).nullish(),
  SalesFormsPrefs: z
    .looseObject({
      CustomTxnNumbers: z.boolean().nullish(),
      AutoApplyCredit: z.boolean().nullish(),
      AutoApplyPayments: z.boolean().nullish(),
    })
    .nullish(),
  CurrencyPrefs: z.looseObject({ HomeCurrency: ref.nullish() }).nullish(),
});
