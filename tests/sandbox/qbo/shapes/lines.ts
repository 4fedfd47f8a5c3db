import { linkedTxn, reference } from './common';
import { type Kind, shape } from './shape';

/** Line and its details. Source: Intuit's Finance.xsd; 2018+ additions from Intuit's reference. */
const marking = {
  ItemRef: reference,
  ClassRef: reference,
  PriceLevelRef: reference,
  ItemAccountRef: reference,
  TaxCodeRef: reference,
  TaxClassificationRef: reference,
  UOMSetRef: reference,
} satisfies Record<string, Kind>;

const salesItem = shape(
  'SalesItemLineDetail',
  {
    number: 'UnitPrice RatePercent Qty TaxInclusiveAmt DiscountRate DiscountAmt',
    text: 'ServiceDate',
    any: 'MarkupInfo DeferredRevenue',
  },
  marking,
);
const discount = shape(
  'DiscountLineDetail',
  { flag: 'PercentBased', number: 'DiscountPercent', text: 'ServiceDate' },
  {
    DiscountRef: reference,
    DiscountAccountRef: reference,
    ClassRef: reference,
    TaxCodeRef: reference,
  },
);
const subTotal = shape('SubTotalLineDetail', { text: 'ServiceDate' }, { ItemRef: reference });
const description = shape(
  'DescriptionLineDetail',
  { text: 'ServiceDate' },
  { TaxCodeRef: reference },
);
const lineNames = {
  text: 'Id Description DetailType',
  number: 'LineNum Amount Received TaxInclusiveAmt',
  any: 'LineEx CustomField CustomExtensions ProjectRef',
};

const salesLineParts = {
  LinkedTxn: [linkedTxn],
  SalesItemLineDetail: salesItem,
  DiscountLineDetail: discount,
  SubTotalLineDetail: subTotal,
  DescriptionLineDetail: description,
} satisfies Record<string, Kind>;
const lineInGroup = shape('Line', lineNames, salesLineParts);

export const salesLine = shape('Line', lineNames, {
  ...salesLineParts,
  GroupLineDetail: shape(
    'GroupLineDetail',
    { number: 'Quantity', text: 'ServiceDate' },
    { GroupItemRef: reference, UOMSetRef: reference, Line: [lineInGroup] },
  ),
});

export const paymentLine = shape('Line', lineNames, { LinkedTxn: [linkedTxn] });

const entityReference = shape('EntityTypeRef', { text: 'Type type' }, { EntityRef: reference });

export const journalLine = shape('Line', lineNames, {
  LinkedTxn: [linkedTxn],
  DescriptionLineDetail: description,
  JournalEntryLineDetail: shape(
    'JournalEntryLineDetail',
    {
      text: 'PostingType BillableStatus TaxApplicableOn JournalCodeRef',
      number: 'TaxAmount TaxInclusiveAmt',
      any: 'TaxBehavior',
    },
    {
      AccountRef: reference,
      Entity: entityReference,
      ClassRef: reference,
      DepartmentRef: reference,
      TaxCodeRef: reference,
    },
  ),
});

export const depositLine = shape('Line', lineNames, {
  LinkedTxn: [linkedTxn],
  DepositLineDetail: shape(
    'DepositLineDetail',
    { text: 'CheckNum TxnType TaxApplicableOn' },
    {
      Entity: reference,
      ClassRef: reference,
      AccountRef: reference,
      PaymentMethodRef: reference,
      TaxCodeRef: reference,
    },
  ),
});

const expense = { text: 'BillableStatus', number: 'TaxAmount TaxInclusiveAmt', any: 'MarkupInfo' };
export const purchaseLine = shape('Line', lineNames, {
  LinkedTxn: [linkedTxn],
  DescriptionLineDetail: description,
  AccountBasedExpenseLineDetail: shape('AccountBasedExpenseLineDetail', expense, {
    CustomerRef: reference,
    ClassRef: reference,
    AccountRef: reference,
    TaxCodeRef: reference,
  }),
  ItemBasedExpenseLineDetail: shape(
    'ItemBasedExpenseLineDetail',
    { ...expense, number: `${expense.number} UnitPrice Qty RatePercent` },
    { ...marking, CustomerRef: reference },
  ),
});
