import { type Kind, shape } from './shape';

/** Shapes that many entities share. Source: Intuit's Finance.xsd (QuickBooks-V3-Java-SDK). */
export const reference = shape('ReferenceType', { text: 'value name type' });
const metaData = shape('ModificationMetaData', {
  text: 'CreateTime LastUpdatedTime LastChangedInQB',
  any: 'CreatedByRef LastModifiedByRef Synchronized',
});
export const address = shape('PhysicalAddress', {
  text: 'Id Line1 Line2 Line3 Line4 Line5 City Country CountryCode CountrySubDivisionCode County PostalCode PostalCodeSuffix Lat Long Tag Note',
});
export const email = shape('EmailAddress', { text: 'Id Address Tag', flag: 'Default' });
export const phone = shape('TelephoneNumber', {
  text: 'Id DeviceType CountryCode AreaCode ExchangeCode Extension FreeFormNumber Tag',
  flag: 'Default',
});
export const website = shape('WebSiteAddress', { text: 'Id URI Tag', flag: 'Default' });
export const memo = shape('MemoRef', { text: 'id value' });
export const customField = shape('CustomField', {
  text: 'DefinitionId Name Type StringValue DateValue',
  number: 'NumberValue',
  flag: 'BooleanValue',
});
export const linkedTxn = shape('LinkedTxn', { text: 'TxnId TxnType TxnLineId' });
export const attachableRef = shape(
  'AttachableRef',
  { text: 'LineInfo', flag: 'IncludeOnSend Inactive NoRefOnly', any: 'CustomField Ex' },
  { EntityRef: reference },
);

export const taxLine = shape(
  'Line',
  { text: 'Id Description DetailType', number: 'LineNum Amount' },
  {
    TaxLineDetail: shape(
      'TaxLineDetail',
      {
        number: 'TaxPercent NetAmountTaxable TaxInclusiveAmount OverrideDeltaAmount',
        flag: 'PercentBased',
        any: 'ServiceDate',
      },
      { TaxRateRef: reference },
    ),
  },
);
export const txnTaxDetail = shape(
  'TxnTaxDetail',
  { number: 'TotalTax', any: 'DefaultTaxCodeRef' },
  { TxnTaxCodeRef: reference, TaxLine: [taxLine] },
);

/** Properties that every object has. */
export const everyObject: Readonly<Record<string, Kind>> = {
  domain: 'text',
  status: 'text',
  sparse: 'flag',
  Id: 'text',
  SyncToken: 'text',
  MetaData: metaData,
  CustomField: [customField],
};

/** Properties that every transaction has. */
export const everyTransaction: Readonly<Record<string, Kind>> = {
  ...everyObject,
  DocNumber: 'text',
  TxnDate: 'text',
  PrivateNote: 'text',
  TxnStatus: 'text',
  TxnSource: 'text',
  TaxFormType: 'text',
  TaxFormNum: 'text',
  TransactionLocationType: 'text',
  Tag: 'any',
  TxnApprovalInfo: 'any',
  RecurDataRef: reference,
  RecurringInfo: 'any',
  ProjectRef: reference,
  DepartmentRef: reference,
  CurrencyRef: reference,
  ExchangeRate: 'number',
  LinkedTxn: [linkedTxn],
  TxnTaxDetail: txnTaxDetail,
};
