import type { Book } from '../../book/book';
import { openCents } from '../../book/open';
import { currentRef } from '../../book/refs';
import { amount } from '../../decimal';
import { type JsonObject, objectsAt } from '../../json';
import { keyOf, type Rec } from '../../store/record';
import { ordered } from '../ordered';
import { subTotalCents } from './lines';

/** Key order as recorded: minimul/qbo_api create/invoice.yml, airbytehq/airbyte Invoice 119. */
const ORDER = [
  'Deposit',
  'AllowIPNPayment',
  'AllowOnlinePayment',
  'AllowOnlineCreditCardPayment',
  'AllowOnlineACHPayment',
  'RemainingCredit',
  'domain',
  'sparse',
  'Id',
  'SyncToken',
  'MetaData',
  'CustomField',
  'DocNumber',
  'TxnDate',
  'CurrencyRef',
  'PrivateNote',
  'LinkedTxn',
  'Line',
  'TxnTaxDetail',
  'CustomerRef',
  'CustomerMemo',
  'BillAddr',
  'ShipAddr',
  'SalesTermRef',
  'DueDate',
  'GlobalTaxCalculation',
  'TotalAmt',
  'ApplyTaxAfterDiscount',
  'PrintStatus',
  'EmailStatus',
  'BillEmail',
  'Balance',
  'PaymentMethodRef',
  'PaymentRefNum',
  'DepositToAccountRef',
  'DeliveryInfo',
];

/** The sales form with its subtotal line, total, balance and links. */
export function presentSales(book: Book, rec: Rec): JsonObject {
  const lines = objectsAt(rec.body, 'Line');
  const open = Math.abs(openCents(book, rec));
  const subTotal = {
    Amount: amount(subTotalCents(lines)),
    DetailType: 'SubTotalLineDetail',
    SubTotalLineDetail: {},
  };
  return ordered(
    rec,
    {
      ...currentRef(book, rec.body, 'CustomerRef', 'Customer'),
      ...links(book, rec),
      Line: withSubTotal(lines, subTotal),
      TotalAmt: amount(rec.facts?.totalCents ?? 0),
      Balance: amount(open),
      ...(rec.entity === 'CreditMemo' ? { RemainingCredit: amount(open) } : {}),
    },
    ORDER,
  );
}

/** Before the discounts (recorded: minimul/qbo_api all/sales_receipts.yml), else at the end. */
function withSubTotal(lines: readonly JsonObject[], subTotal: JsonObject): readonly JsonObject[] {
  const at = lines.findIndex((line) => line.DetailType === 'DiscountLineDetail');
  return at === -1 ? [...lines, subTotal] : lines.toSpliced(at, 0, subTotal);
}

/** Invoices and receipts say what they are linked to; recorded credit memos do not. */
function links(book: Book, rec: Rec): JsonObject {
  const key = keyOf(rec.entity, rec.id);
  if (rec.entity === 'Invoice') {
    return {
      LinkedTxn: book.store.paymentsOn(key).map((id) => ({ TxnId: id, TxnType: 'Payment' })),
    };
  }
  const deposit = book.store.depositWith(key);
  return deposit === undefined ? {} : { LinkedTxn: [{ TxnId: deposit, TxnType: 'Deposit' }] };
}
