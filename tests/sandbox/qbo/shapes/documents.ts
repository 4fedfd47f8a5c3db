import { address, email, everyTransaction, memo, reference } from './common';
import { depositLine, journalLine, paymentLine, purchaseLine, salesLine } from './lines';
import { type Kind, type Shape, shape } from './shape';

/** The 83 known properties are cut in the recording of 2010; the rest from Intuit's Finance.xsd. */
const salesNames = {
  text: 'AutoDocNumber DueDate GlobalTaxCalculation ShipDate TrackingNum PrintStatus EmailStatus EInvoiceStatus ECloudStatusTimeStamp FOB PONumber PaymentRefNum PaymentType InvoiceLink InvoiceLinkSecurityCode FreeFormAddress callToAction PaymentDetailsMessage Description InvoiceStatus SalesRepName',
  number:
    'TotalAmt HomeTotalAmt Balance HomeBalance DiscountRate DiscountAmt Deposit LessCIS RemainingCredit FinanceCharge',
  flag: 'ApplyTaxAfterDiscount AllowIPNPayment AllowOnlinePayment AllowOnlineCreditCardPayment AllowOnlineACHPayment AllowOnlinePayPalPayment',
  any: 'DeliveryInfo invoiceStatusLog ConvenienceFeeDetail InvoiceEx CreditCardPayment CheckPayment TaxExemptionRef CustomerMsgRef Ex',
};
const salesParts = {
  ...everyTransaction,
  CustomerRef: reference,
  CustomerMemo: memo,
  BillAddr: address,
  ShipAddr: address,
  ShipFromAddr: address,
  BillEmail: email,
  BillEmailCc: email,
  BillEmailBcc: email,
  SalesTermRef: reference,
  SalesRepRef: reference,
  ShipMethodRef: reference,
  ClassRef: reference,
  PaymentMethodRef: reference,
  DepositToAccountRef: reference,
  RemitToRef: reference,
  ARAccountRef: reference,
  InvoiceRef: reference,
  Line: [salesLine],
} satisfies Record<string, Kind>;

const sales = (className: string): Shape => shape(className, salesNames, salesParts);

export const documentShapes = {
  Invoice: sales('Invoice'),
  CreditMemo: sales('CreditMemo'),
  SalesReceipt: sales('SalesReceipt'),
  RefundReceipt: sales('RefundReceipt'),
  Payment: shape(
    'Payment',
    {
      text: 'PaymentRefNum PaymentType',
      number: 'TotalAmt UnappliedAmt',
      flag: 'ProcessPayment',
      any: 'CreditCardPayment CheckPayment PaymentEx',
    },
    {
      ...everyTransaction,
      CustomerRef: reference,
      RemitToRef: reference,
      ARAccountRef: reference,
      DepositToAccountRef: reference,
      PaymentMethodRef: reference,
      TaxExemptionRef: reference,
      Line: [paymentLine],
    },
  ),
  JournalEntry: shape(
    'JournalEntry',
    {
      text: 'GlobalTaxCalculation',
      number: 'TotalAmt HomeTotalAmt',
      flag: 'Adjustment HomeCurrencyAdjustment EnteredInHomeCurrency',
      any: 'JournalEntryEx',
    },
    { ...everyTransaction, TaxRateRef: reference, Line: [journalLine] },
  ),
  Deposit: shape(
    'Deposit',
    { text: 'GlobalTaxCalculation', number: 'TotalAmt HomeTotalAmt', any: 'DepositEx' },
    {
      ...everyTransaction,
      DepositToAccountRef: reference,
      ClassRef: reference,
      CashBack: shape(
        'CashBackInfo',
        { number: 'Amount', text: 'Memo' },
        { AccountRef: reference },
      ),
      Line: [depositLine],
    },
  ),
  Purchase: shape(
    'Purchase',
    {
      text: 'PaymentType PaymentRefNum PrintStatus Memo GlobalTaxCalculation CheckNum',
      number: 'TotalAmt',
      flag: 'Credit',
      any: 'PurchaseEx CheckPayment CreditCardPayment',
    },
    {
      ...everyTransaction,
      AccountRef: reference,
      EntityRef: reference,
      RemitToAddr: address,
      RemitToRef: reference,
      PaymentMethodRef: reference,
      Line: [purchaseLine],
    },
  ),
};
