import { address, email, everyObject, phone, website } from './common';
import { shape } from './shape';

/** Recorded: Boulevard/ExQuickBooks read_preferences.json; fylein/fyle-qbo-api fixtures. */
export const settingShapes = {
  Preferences: shape(
    'Preferences',
    {
      any: 'AccountingInfoPrefs AdvancedInventoryPrefs ProductAndServicesPrefs SalesFormsPrefs EmailMessagesPrefs PrintDocumentPrefs VendorAndPurchasesPrefs TimeTrackingPrefs TaxPrefs CurrencyPrefs ReportPrefs OtherPrefs',
    },
    everyObject,
  ),
  CompanyInfo: shape(
    'CompanyInfo',
    {
      text: 'CompanyName LegalName CompanyStartDate FiscalYearStartMonth Country SupportedLanguages TaxYearStartMonth EmployerId',
      any: 'NameValue OtherContactInfo QBVersion',
    },
    {
      ...everyObject,
      CompanyAddr: address,
      LegalAddr: address,
      CustomerCommunicationAddr: address,
      CompanyEmailAddr: email,
      CustomerCommunicationEmailAddr: email,
      Email: email,
      PrimaryPhone: phone,
      WebAddr: website,
      WebSite: website,
    },
  ),
};
