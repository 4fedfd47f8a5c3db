import { address, attachableRef, email, everyObject, phone, reference, website } from './common';
import { type Kind, shape } from './shape';

/** Lists of names and settings. Source: Intuit's Finance.xsd and Intuit's reference. */
const person = {
  text: 'Title GivenName MiddleName FamilyName Suffix FullyQualifiedName CompanyName DisplayName PrintOnCheckName UserId Notes AcctNum BusinessNumber GSTIN GSTRegistrationType PrimaryTaxIdentifier ResaleNum Source V4IDPseudonym',
  flag: 'Active Organization',
  any: 'OtherContactInfo OtherAddr ContactName AltContactName ClientEntityId',
};
const personParts = {
  ...everyObject,
  BillAddr: address,
  ShipAddr: address,
  PrimaryAddr: address,
  PrimaryPhone: phone,
  AlternatePhone: phone,
  Mobile: phone,
  Fax: phone,
  PrimaryEmailAddr: email,
  WebAddr: website,
  CurrencyRef: reference,
} satisfies Record<string, Kind>;

const rateList = shape(
  'TaxRateList',
  { any: 'originatingGroupId' },
  {
    TaxRateDetail: [
      shape(
        'TaxRateDetail',
        { text: 'TaxTypeApplicable', number: 'TaxOrder TaxOnTaxOrder' },
        { TaxRateRef: reference },
      ),
    ],
  },
);

export const listShapes = {
  Customer: shape(
    'Customer',
    {
      ...person,
      text: `${person.text} PreferredDeliveryMethod TaxExemptionReasonId OpenBalanceDate SecondaryTaxIdentifier`,
      number:
        'Balance BalanceWithJobs Level OpeningBalance OverDueBalance TotalExpense TotalRevenue CreditLimit',
      flag: `${person.flag} Taxable Job BillWithParent IsProject`,
      any: `${person.any} CreditChargeInfo CustomerEx ProjectStatus JobInfo`,
    },
    {
      ...personParts,
      ParentRef: reference,
      RootCustomerRef: reference,
      DefaultTaxCodeRef: reference,
      SalesTermRef: reference,
      SalesRepRef: reference,
      PaymentMethodRef: reference,
      CustomerTypeRef: reference,
      ARAccountRef: reference,
      CCDetailRef: reference,
      PriceLevelRef: reference,
      TaxGroupCodeRef: reference,
    },
  ),
  Vendor: shape(
    'Vendor',
    {
      ...person,
      text: `${person.text} TaxIdentifier TaxReportingBasis T4AEligible T5018Eligible`,
      number: 'Balance BillRate CostRate CreditLimit OpeningBalance',
      flag: `${person.flag} Vendor1099 HasTPAR`,
      any: `${person.any} VendorPaymentBankDetail VendorEx`,
    },
    { ...personParts, TermRef: reference, APAccountRef: reference, DefaultTaxCodeRef: reference },
  ),
  Employee: shape(
    'Employee',
    {
      ...person,
      text: `${person.text} EmployeeType EmployeeNumber SSN Gender BirthDate HiredDate ReleasedDate`,
      number: 'BillRate CostRate',
      flag: `${person.flag} BillableTime UseTimeEntry`,
    },
    personParts,
  ),
  Item: shape(
    'Item',
    {
      text: 'Name Sku Description FullyQualifiedName Type ItemCategoryType PurchaseDesc InvStartDate AbatementRate ReverseChargeRate ServiceType Source',
      number:
        'UnitPrice RatePercent PurchaseCost QtyOnHand QtyOnPurchaseOrder QtyOnSalesOrder ReorderPoint Level AvgCost',
      flag: 'Active SubItem Taxable SalesTaxIncluded PurchaseTaxIncluded TrackQtyOnHand PercentBased PrintGroupedItems SpecialItem',
      any: 'ItemGroupDetail ItemEx SpecialItemType',
    },
    {
      ...everyObject,
      ParentRef: reference,
      ClassRef: reference,
      IncomeAccountRef: reference,
      ExpenseAccountRef: reference,
      AssetAccountRef: reference,
      COGSAccountRef: reference,
      SalesTaxCodeRef: reference,
      PurchaseTaxCodeRef: reference,
      PrefVendorRef: reference,
      TaxClassificationRef: reference,
    },
  ),
  Account: shape(
    'Account',
    {
      text: 'Name Description FullyQualifiedName Classification AccountType AccountSubType AccountAlias AcctNum AcctNumExtn BankNum TxnLocationType OpeningBalanceDate',
      number: 'CurrentBalance CurrentBalanceWithSubAccounts OpeningBalance',
      flag: 'Active SubAccount TaxAccount OnlineBankingEnabled',
    },
    { ...everyObject, ParentRef: reference, CurrencyRef: reference, TaxCodeRef: reference },
  ),
  TaxCode: shape(
    'TaxCode',
    { text: 'Name Description TaxCodeConfigType', flag: 'Active Hidden Taxable TaxGroup' },
    { ...everyObject, SalesTaxRateList: rateList, PurchaseTaxRateList: rateList },
  ),
  TaxRate: shape(
    'TaxRate',
    {
      text: 'Name Description SpecialTaxType DisplayType OriginalTaxRate',
      number: 'RateValue',
      flag: 'Active',
      any: 'EffectiveTaxRate',
    },
    { ...everyObject, AgencyRef: reference, TaxReturnLineRef: reference },
  ),
  Term: shape(
    'Term',
    {
      text: 'Name Type',
      number:
        'DueDays DiscountDays DiscountPercent DayOfMonthDue DueNextMonthDays DiscountDayOfMonth',
      flag: 'Active',
    },
    everyObject,
  ),
  PaymentMethod: shape('PaymentMethod', { text: 'Name Type', flag: 'Active' }, everyObject),
  Attachable: shape(
    'Attachable',
    {
      text: 'FileName FileAccessUri TempDownloadUri ThumbnailFileAccessUri ThumbnailTempDownloadUri ContentType Category Lat Long PlaceName Note Tag',
      number: 'Size',
    },
    { ...everyObject, AttachableRef: [attachableRef] },
  ),
};
