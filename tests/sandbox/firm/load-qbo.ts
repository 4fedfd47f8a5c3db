import type { QboCompany } from '../qbo';
import type { EntityName } from '../qbo/entity-name';
import { type JsonObject, textAt } from '../qbo/json';
import type { CustomerPlan, FirmDescription, InvoicePlan, LinePlan, Region } from './description';
import { loadFindings } from './load-findings';
import { must } from './load-tps';
import { type QboLists, readQboLists } from './qbo-lists';

/** Books QBO's part of the firm. Throws where QBO comes to another total than TPS. */
export function loadQbo(firm: FirmDescription, company: QboCompany): void {
  const lists = readQboLists(company);
  const customers = new Map<string, string>();
  for (const plan of firm.qbo.customers) {
    customers.set(plan.key, create(company, 'Customer', customerBody(plan)).id);
  }
  loadOverlap(firm, company, lists, customers);
  for (const invoice of firm.qbo.ownInvoices) {
    const customerId = must(customers.get(invoice.customerKey), invoice.customerKey);
    create(company, 'Invoice', qboInvoice(invoice, customerId, lists));
  }
  for (const name of firm.qbo.vendors) create(company, 'Vendor', { DisplayName: name });
  for (const { firstName, lastName } of firm.qbo.employees) {
    create(company, 'Employee', { GivenName: firstName, FamilyName: lastName });
  }
  loadFindings(firm, company, lists, customers);
}

function loadOverlap(
  firm: FirmDescription,
  company: QboCompany,
  lists: QboLists,
  customers: ReadonlyMap<string, string>,
): void {
  const [invoiceKeys, receiptKeys] = [new Set(firm.qbo.invoiceKeys), new Set(firm.qbo.receiptKeys)];
  const invoiceIds = new Map<string, string>();
  for (const invoice of firm.invoices) {
    if (!invoiceKeys.has(invoice.key)) continue;
    const customerId = must(customers.get(invoice.clientKey), invoice.clientKey);
    const plan = { ...invoice, docNumber: docNumber(invoice) };
    const made = create(company, 'Invoice', qboInvoice(plan, customerId, lists));
    if (made.totalCents !== invoice.totalCents) {
      throw new Error(`${plan.docNumber}: QBO has ${made.totalCents}, TPS ${invoice.totalCents}`);
    }
    invoiceIds.set(invoice.key, made.id);
  }
  for (const receipt of firm.receipts) {
    if (!receiptKeys.has(receipt.key)) continue;
    const method = lists.method(receipt.method);
    create(company, 'Payment', {
      CustomerRef: { value: must(customers.get(receipt.clientKey), receipt.clientKey) },
      TxnDate: receipt.date,
      TotalAmt: receipt.amountCents / 100,
      DepositToAccountRef: lists.bank,
      ...(method ? { PaymentMethodRef: method } : {}),
      ...(receipt.reference === '' ? {} : { PaymentRefNum: receipt.reference }),
      Line: receipt.applications.map(({ invoiceKey, amountCents }) => ({
        Amount: amountCents / 100,
        LinkedTxn: [{ TxnId: must(invoiceIds.get(invoiceKey), invoiceKey), TxnType: 'Invoice' }],
      })),
    });
  }
}

function customerBody(plan: Omit<CustomerPlan, 'key' | 'clientKey'>): JsonObject {
  const { line1, city, province, postalCode } = plan.place;
  return {
    DisplayName: plan.displayName,
    CompanyName: plan.displayName,
    ...(plan.email === '' ? {} : { PrimaryEmailAddr: { Address: plan.email } }),
    PrimaryPhone: { FreeFormNumber: plan.phone },
    BillAddr: {
      Line1: line1,
      City: city,
      CountrySubDivisionCode: province,
      PostalCode: postalCode,
    },
  };
}

interface SalesPlan {
  readonly docNumber: string;
  readonly date: string;
  readonly dueDate: string;
  readonly region: Region;
  readonly lines: readonly LinePlan[];
}

export function qboInvoice(plan: SalesPlan, customerId: string, lists: QboLists): JsonObject {
  return {
    CustomerRef: { value: customerId },
    DocNumber: plan.docNumber,
    TxnDate: plan.date,
    DueDate: plan.dueDate,
    ...lists.documentTax(plan.region),
    Line: plan.lines.map((line) => salesLine(line, plan.region, lists)),
  };
}

export function salesLine(
  line: Pick<LinePlan, 'workCode' | 'description' | 'amountCents' | 'taxed'>,
  region: Region,
  lists: QboLists,
): JsonObject {
  return {
    Amount: line.amountCents / 100,
    Description: line.description,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: {
      ItemRef: lists.item(line.workCode),
      TaxCodeRef: lists.taxCode(line, region),
    },
  };
}

function docNumber(invoice: InvoicePlan): string {
  return invoice.code === '0' ? invoice.number : `${invoice.code}-${invoice.number}`;
}

/** Creates one object and reads back what matters of it. */
export function create(company: QboCompany, entity: EntityName, body: JsonObject) {
  const made = company.create(entity, body);
  const id = must(textAt(made, 'Id'), `id of the new ${entity}`);
  const totalCents = Math.round(Number(textAt(made, 'TotalAmt') ?? '0') * 100);
  return { id, syncToken: textAt(made, 'SyncToken') ?? '0', totalCents };
}
