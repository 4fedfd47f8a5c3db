import type { TpsBooks } from '../tps';
import { formatCents } from '../tps/money';
import type { ApplicationPlan, FirmDescription, LinePlan, Method, Region } from './description';

/** TPS ids by the description's keys. */
export interface TpsIds {
  readonly clients: ReadonlyMap<string, number>;
  readonly invoices: ReadonlyMap<string, number>;
}

const METHOD_NAMES: Readonly<Record<Method, RegExp>> = {
  cheque: /^che/i,
  visa: /^visa/i,
  transfer: /transfer|ach/i,
  cash: /^cash/i,
  deposit: /^direct/i,
};

/** Books the firm into TPS. Throws where the books refuse: then the generator is wrong. */
export function loadTps(firm: FirmDescription, books: TpsBooks): TpsIds {
  const clients = loadClients(firm, books);
  const invoices = new Map<string, number>();
  const applied = (plans: readonly ApplicationPlan[]) =>
    plans.map((plan) => ({
      documentType: 'invoice',
      documentId: must(invoices.get(plan.invoiceKey), plan.invoiceKey),
      amount: formatCents(plan.amountCents),
    }));
  for (const invoice of firm.invoices) {
    const { key, clientKey, code, number, kind, date, dueDate, description } = invoice;
    const created = books.invoices.create({
      clientId: must(clients.get(clientKey), clientKey),
      ...{ code, number, kind, date, dueDate, description },
      lines: invoice.lines.map((line) => tpsLine(line, invoice.region, books)),
      total: formatCents(invoice.totalCents),
    });
    invoices.set(key, created.id);
  }
  for (const receipt of firm.receipts) {
    books.payments.create({
      clientId: must(clients.get(receipt.clientKey), receipt.clientKey),
      date: receipt.date,
      bankAccountId: must(books.reference.bankAccounts[0]?.id, 'bank account'),
      paymentMethodId: tpsMethod(receipt.method, books),
      reference: receipt.reference,
      description: receipt.description,
      amount: formatCents(receipt.amountCents),
      applications: applied(receipt.applications),
    });
  }
  for (const adjustment of firm.adjustments) {
    const { direction, date, description } = adjustment;
    books.adjustments.create({
      clientId: must(clients.get(adjustment.clientKey), adjustment.clientKey),
      ...{ direction, date, description },
      amount: formatCents(adjustment.amountCents),
      applications: applied(adjustment.applications),
    });
  }
  return { clients, invoices };
}

function loadClients(firm: FirmDescription, books: TpsBooks): Map<string, number> {
  const ids = new Map<string, number>();
  for (const client of firm.clients) {
    const { code, name, firstName, lastName, email, phone, status, excludeFromSync } = client;
    const country = firm.country === 'CA' ? 'Canada' : 'USA';
    const address = { ...client.place, country };
    const created = books.clients.create({
      ...{ code, name, firstName, lastName, email, phone, status, excludeFromSync, address },
    });
    ids.set(client.key, created.id);
  }
  return ids;
}

/** A line in TPS's words: the region says which of the three tax flags a taxed line carries. */
function tpsLine(line: LinePlan, region: Region, books: TpsBooks) {
  const code = books.reference.workCodes.find((candidate) => candidate.code === line.workCode);
  return {
    workCodeId: must(code?.id, line.workCode),
    description: line.description,
    quantity: line.quantity,
    rate: formatCents(line.rateCents),
    amount: formatCents(line.amountCents),
    tax1: line.taxed && region !== 'ON',
    tax2: line.taxed && region === 'QC',
    tax3: line.taxed && region === 'ON',
  };
}

function tpsMethod(method: Method, books: TpsBooks): number | null {
  const { paymentMethods } = books.reference;
  return paymentMethods.find((entry) => METHOD_NAMES[method].test(entry.name))?.id ?? null;
}

export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the firm description names an unknown ${what}`);
  return value;
}
