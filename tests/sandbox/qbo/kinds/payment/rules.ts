import { mustHoldMoney, undepositedFunds } from '../../book/accounts';
import type { Book, Draft, EntityRules, WriteContext } from '../../book/book';
import { documentCurrency } from '../../book/currency';
import { mustFit, mustNotBeNegative, requiredCents, txnDate } from '../../book/guards';
import { openFor, unappliedCents } from '../../book/open';
import { currentRef, requireAt, resolveAt } from '../../book/refs';
import { amount, amountText } from '../../decimal';
import { compact, type JsonObject, omit, textAt } from '../../json';
import { type Application, keyOf, type Rec } from '../../store/record';
import { ordered } from '../ordered';
import { voidedNote } from '../sales/rules';
import { requestedApplications } from './applications';
import { paymentFacts } from './facts';

const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'Id',
  'SyncToken',
  'MetaData',
  'TotalAmt',
  'UnappliedAmt',
  'LinkedTxn',
  'Line',
  'ARAccountRef',
]);
/** Recorded: airbytehq/airbyte Payment 98. */
const ORDER = [
  'CustomerRef',
  'DepositToAccountRef',
  'PaymentMethodRef',
  'PaymentRefNum',
  'TotalAmt',
  'UnappliedAmt',
  'ProcessPayment',
  'domain',
  'sparse',
  'Id',
  'SyncToken',
  'MetaData',
  'TxnDate',
  'CurrencyRef',
  'PrivateNote',
  'LinkedTxn',
  'Line',
];

function draft(book: Book, input: JsonObject, context: WriteContext): Draft {
  const customer = requireAt(book, input, 'CustomerRef', 'Customer');
  const totalCents = requiredCents(input, 'TotalAmt');
  mustNotBeNegative(totalCents);
  mustFit(input, 'PaymentRefNum', 21);
  mustFit(input, 'PrivateNote', 4000);
  const account =
    resolveAt(book, input, 'DepositToAccountRef', 'Account') ?? undepositedFunds(book.store);
  mustHoldMoney(account, 'DepositToAccountRef', book.switches);
  const method = resolveAt(book, input, 'PaymentMethodRef', 'PaymentMethod');
  const applications = requestedApplications(book, input, customer.id, totalCents, context);
  const body = compact({
    ...omit(input, COMPUTED),
    CustomerRef: { value: customer.id },
    DepositToAccountRef: { value: account.id },
    PaymentMethodRef: method && { value: method.id },
    ProcessPayment: input.ProcessPayment ?? false,
    TxnDate: txnDate(book, input),
    ...documentCurrency(book, input),
  });
  return { body, facts: paymentFacts(book, body, totalCents, applications) };
}

function nameValue(name: string, value: string): JsonObject {
  return {
    name: '{http://schema.intuit.com/finance/v3}NameValue',
    declaredType: 'com.intuit.schema.finance.v3.NameValue',
    scope: 'javax.xml.bind.JAXBElement$GlobalScope',
    value: { Name: name, Value: value },
    nil: false,
    globalScope: true,
    typeSubstituted: false,
  };
}

/** One line per application, with the open balance as it was before (recorded: airbyte 98). */
function applicationLine(book: Book, application: Application): JsonObject {
  const target = book.store.get(application.entity, application.id);
  const open = target ? Math.abs(openFor(book, target, application.customerId)) : 0;
  const any = [
    nameValue('txnId', application.id),
    nameValue('txnOpenBalance', amountText(open + application.cents)),
  ];
  const number = textAt(target?.body, 'DocNumber');
  if (number !== undefined) any.push(nameValue('txnReferenceNumber', number));
  return {
    Amount: amount(application.cents),
    LinkedTxn: [{ TxnId: application.id, TxnType: application.type }],
    LineEx: { any },
  };
}

function present(book: Book, rec: Rec): JsonObject {
  const deposit = book.store.depositWith(keyOf('Payment', rec.id));
  return ordered(
    rec,
    {
      ...currentRef(book, rec.body, 'CustomerRef', 'Customer'),
      TotalAmt: amount(rec.facts?.totalCents ?? 0),
      UnappliedAmt: amount(unappliedCents(rec)),
      ...(deposit === undefined ? {} : { LinkedTxn: [{ TxnId: deposit, TxnType: 'Deposit' }] }),
      Line: (rec.facts?.applications ?? []).map((one) => applicationLine(book, one)),
    },
    ORDER,
  );
}

export const paymentRules: EntityRules = {
  draft,
  present,
  voided: (rec, word) => ({ ...rec.body, PrivateNote: voidedNote(rec.body, word) }),
};
