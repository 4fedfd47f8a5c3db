import { undepositedFunds } from './book/accounts';
import { openFor } from './book/open';
import type { QboCompany } from './company';
import { amount } from './decimal';
import { businessError } from './fault';
import { compact, type JsonObject, objectsAt, omit, textAt } from './json';
import { existing } from './write/operations';

/** The system user that books payments made online by customers. */
const PAYMENTS_USER = 'QuickBooks Payments';
const SYSTEM_USER = 'QuickBooks Online';

function paymentMethod(company: QboCompany, name: string): JsonObject | undefined {
  const table = company.internals.store.table('PaymentMethod');
  const [id] = table.byName.get(name.toLowerCase());
  return id === undefined ? undefined : { value: id };
}

/** A customer pays an invoice by its payment link: whole, or `cents` of it. */
export function payOnline(company: QboCompany, invoiceId: string, cents?: number): JsonObject {
  const book = company.internals;
  const invoice = existing(book, 'Invoice', invoiceId);
  const customerId = invoice.facts?.customerId ?? '';
  const paid = cents ?? openFor(book, invoice, customerId);
  if (paid <= 0) throw businessError('This invoice has no open balance.');
  const method = paymentMethod(company, PAYMENTS_USER);
  const sent: JsonObject = {
    CustomerRef: { value: customerId },
    TotalAmt: amount(paid),
    DepositToAccountRef: { value: undepositedFunds(book.store).id },
    ...(method === undefined ? {} : { PaymentMethodRef: method }),
    PrivateNote: 'Paid online via QuickBooks Payments',
    Line: [{ Amount: amount(paid), LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }],
  };
  return company.create('Payment', sent, { user: PAYMENTS_USER });
}

/** Projects are made by the web page; they are sub-customers with a flag. */
export function createProject(company: QboCompany, parentId: string, name: string): JsonObject {
  const made = company.create('Customer', {
    DisplayName: name,
    Job: true,
    BillWithParent: true,
    ParentRef: { value: parentId },
  });
  const { store } = company.internals;
  const rec = existing(company.internals, 'Customer', textAt(made, 'Id') ?? '');
  store.put({ ...rec, body: { ...rec.body, IsProject: true } });
  return company.read('Customer', rec.id);
}

/**
 * The web page does not refuse a balance: it books a credit memo (or, for a credit balance, an
 * invoice) that brings it to zero (Intuit: Customer reference), then makes the customer inactive.
 */
export function inactivateInUi(company: QboCompany, customerId: string): JsonObject {
  const balanceCents = company.internals.store.receivables.get(customerId);
  const options = { user: SYSTEM_USER };
  if (balanceCents !== 0) {
    const line = {
      Amount: amount(Math.abs(balanceCents)),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: {},
    };
    const entity = balanceCents > 0 ? 'CreditMemo' : 'Invoice';
    const body = {
      CustomerRef: { value: customerId },
      GlobalTaxCalculation: 'NotApplicable',
      PrivateNote: 'Created by QB Online to adjust balance for deletion',
      Line: [line],
    };
    company.create(entity, body, options);
  }
  const rec = existing(company.internals, 'Customer', customerId);
  const off = { Id: rec.id, SyncToken: String(rec.syncToken), sparse: true, Active: false };
  return company.update('Customer', off, options);
}

const MERGED = ['Invoice', 'Payment', 'CreditMemo'] as const;

/**
 * Two customers become one: somebody gives the one the name of the other in the web page. What the
 * first has stands with the second from then on, paid as it was, and the first is inactive.
 */
export function mergeInUi(company: QboCompany, fromId: string, intoId: string): JsonObject {
  const { store, switches } = company.internals;
  const isSilent = switches.mergedDocuments === 'silent';
  for (const entity of MERGED) {
    for (const rec of [...store.table(entity).byCustomer.get(fromId)].flatMap(
      (id) => store.get(entity, id) ?? [],
    )) {
      if (rec.deleted || rec.facts?.customerId !== fromId) continue;
      const { facts } = rec;
      const whose = (id: string | null) => (id === fromId ? intoId : id);
      store.put({
        ...rec,
        ...(isSilent ? {} : { syncToken: rec.syncToken + 1, updatedMs: company.internals.nowMs() }),
        body: { ...rec.body, CustomerRef: { value: intoId } },
        facts: {
          ...facts,
          customerId: intoId,
          postings: facts.postings.map((one) => ({ ...one, customerId: whose(one.customerId) })),
          applications: facts.applications.map((one) => ({ ...one, customerId: intoId })),
        },
      });
    }
  }
  const { id, syncToken } = existing(company.internals, 'Customer', fromId);
  return company.update('Customer', {
    Id: id,
    SyncToken: String(syncToken),
    sparse: true,
    Active: false,
  });
}

/**
 * QBO makes the next invoice of a recurring template, which was made from `invoiceId`: its memo and
 * lines are those of the template, its number is QBO's own, and it names the template.
 */
export function recur(company: QboCompany, invoiceId: string): JsonObject {
  const { CustomerRef, PrivateNote, GlobalTaxCalculation, Line, TxnTaxDetail } = company.read(
    'Invoice',
    invoiceId,
  );
  const lines = objectsAt({ Line }, 'Line')
    .filter((line) => textAt(line, 'DetailType') !== 'SubTotalLineDetail')
    .map((line) => omit(line, new Set(['Id', 'LineNum', 'LinkedTxn'])));
  const taxCode = TxnTaxDetail && Object(TxnTaxDetail).TxnTaxCodeRef;
  const last = company.internals.store.lastDocNumber;
  const body = {
    CustomerRef,
    PrivateNote,
    GlobalTaxCalculation,
    DocNumber: last.replace(/\d+$/, (digits) => String(Number(digits) + 1)),
    Line: lines,
    RecurDataRef: { value: invoiceId },
    ...(taxCode === undefined ? {} : { TxnTaxDetail: { TxnTaxCodeRef: taxCode } }),
  };
  return company.create('Invoice', compact(body), { user: SYSTEM_USER });
}

/** Recorded (Nytely): what a statement charges is an invoice with a total and no lines. */
export function chargeOnStatement(
  company: QboCompany,
  customerId: string,
  cents: number,
): JsonObject {
  const made = company.create(
    'Invoice',
    {
      CustomerRef: { value: customerId },
      GlobalTaxCalculation: 'NotApplicable',
      Line: [
        {
          Amount: amount(cents),
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {},
        },
      ],
    },
    { user: SYSTEM_USER },
  );
  const { store } = company.internals;
  const rec = existing(company.internals, 'Invoice', textAt(made, 'Id') ?? '');
  store.put({ ...rec, body: { ...rec.body, Line: [] } });
  return company.read('Invoice', rec.id);
}
