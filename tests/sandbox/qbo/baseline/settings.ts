import type { Country } from '../book/book';
import type { JsonObject } from '../json';

/** Recorded: Boulevard/ExQuickBooks read_preferences.json, fylein/fyle-qbo-api fixtures. */
export function baselinePreferences(country: Country): JsonObject {
  return {
    AccountingInfoPrefs: {
      FirstMonthOfFiscalYear: 'January',
      UseAccountNumbers: false,
      TaxYearMonth: 'January',
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: false,
      TrackDepartments: false,
      CustomerTerminology: country === 'CA' ? 'Clients' : 'Customers',
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: false,
    },
    SalesFormsPrefs: {
      CustomTxnNumbers: true,
      AllowDeposit: false,
      AllowDiscount: true,
      AllowEstimates: true,
      ETransactionEnabledStatus: 'NotApplicable',
      ETransactionAttachPDF: false,
      ETransactionPaymentEnabled: true,
      IPNSupportEnabled: false,
      AllowServiceDate: false,
      AllowShipping: false,
      AutoApplyCredit: false,
      AutoApplyPayments: false,
      DefaultTerms: { value: '3' },
      UsingPriceLevels: false,
      DefaultCustomerMessage: 'Thank you for your business.',
    },
    VendorAndPurchasesPrefs: { TrackingByCustomer: true, BillableExpenseTracking: true },
    TimeTrackingPrefs: { UseServices: true, BillCustomers: true, WorkWeekStartDate: 'Monday' },
    TaxPrefs:
      country === 'CA'
        ? { UsingSalesTax: true }
        : { UsingSalesTax: true, TaxGroupCodeRef: { value: '2' } },
    CurrencyPrefs: {
      MultiCurrencyEnabled: false,
      HomeCurrency: { value: country === 'CA' ? 'CAD' : 'USD' },
    },
    ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
    OtherPrefs: { NameValue: [{ Name: 'SalesFormsPrefs.DefaultItem', Value: '1' }] },
  };
}

/** Recorded: fylein/fyle-qbo-api company_info; ISO-3 countries in addresses since 2025-10-31. */
export function baselineCompanyInfo(country: Country, name: string): JsonObject {
  const address: JsonObject =
    country === 'CA'
      ? {
          Id: '1',
          Line1: '1250 boul. René-Lévesque O.',
          City: 'Montréal',
          Country: 'CAN',
          CountrySubDivisionCode: 'QC',
          PostalCode: 'H3B 4W8',
        }
      : {
          Id: '1',
          Line1: '2500 Garcia Ave',
          City: 'Mountain View',
          Country: 'USA',
          CountrySubDivisionCode: 'CA',
          PostalCode: '94043',
        };
  return {
    CompanyName: name,
    LegalName: name,
    CompanyAddr: address,
    CustomerCommunicationAddr: address,
    LegalAddr: address,
    PrimaryPhone: { FreeFormNumber: '(514) 555-0144' },
    CompanyStartDate: '2015-06-05',
    FiscalYearStartMonth: 'January',
    Country: country,
    Email: { Address: 'owner@firm.example' },
    WebAddr: {},
    SupportedLanguages: 'en',
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'SubscriptionStatus', Value: 'PAID' },
      { Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
      { Name: 'ItemCategoriesFeature', Value: 'true' },
    ],
  };
}
