import { formatCents, sumCents } from './money';
import {
  type AdjustmentRecord,
  type Application,
  adjustmentBalanceCents,
  type ClientRecord,
  type InvoiceRecord,
  invoiceBalanceCents,
  type PaymentRecord,
  type Stamp,
  unappliedCents,
} from './records';

/** Records as the API shows them: amounts as decimal text, versions as text. */
function stampView(r: Stamp) {
  return {
    id: r.id,
    version: String(r.version),
    modifiedAt: r.modifiedAt,
    modifiedBy: r.modifiedBy,
  };
}

export function clientView(r: ClientRecord, balanceCents: number) {
  return {
    ...stampView(r),
    code: r.code,
    name: r.name,
    firstName: r.firstName,
    lastName: r.lastName,
    email: r.email,
    phone: r.phone,
    address: r.address,
    status: r.status,
    excludeFromSync: r.excludeFromSync,
    arBalance: formatCents(balanceCents),
  };
}
export type ClientView = ReturnType<typeof clientView>;

export function invoiceView(r: InvoiceRecord) {
  const balanceCents = invoiceBalanceCents(r);
  return {
    ...stampView(r),
    clientId: r.clientId,
    engagementId: r.engagementId,
    code: r.code,
    number: r.number,
    kind: r.kind,
    date: r.date,
    dueDate: r.dueDate,
    templateId: r.templateId,
    description: r.description,
    lines: r.lines.map(({ amountCents, ...line }) => ({
      ...line,
      amount: formatCents(amountCents),
    })),
    taxes: r.taxesCents.map(formatCents),
    subtotal: formatCents(sumCents(r.lines.map((line) => line.amountCents))),
    total: formatCents(r.totalCents),
    balance: formatCents(balanceCents),
    status: invoiceStatus(r),
    paymentLink: r.paymentLink,
  };
}
export type InvoiceView = ReturnType<typeof invoiceView>;

export function invoiceStatus(r: InvoiceRecord): 'outstanding' | 'paid' | 'void' {
  if (r.isVoid) return 'void';
  return invoiceBalanceCents(r) === 0 ? 'paid' : 'outstanding';
}

function applicationView(a: Application) {
  return {
    documentType: a.documentType,
    documentId: a.documentId,
    amount: formatCents(a.amountCents),
  };
}

export function paymentView(r: PaymentRecord) {
  return {
    ...stampView(r),
    clientId: r.clientId,
    date: r.date,
    bankAccountId: r.bankAccountId,
    paymentMethodId: r.paymentMethodId,
    reference: r.reference,
    description: r.description,
    amount: formatCents(r.amountCents),
    applications: r.applications.map(applicationView),
    unapplied: formatCents(unappliedCents(r)),
    status: r.isVoid ? ('void' as const) : ('posted' as const),
  };
}
export type PaymentView = ReturnType<typeof paymentView>;

export function adjustmentView(r: AdjustmentRecord) {
  const openCents = adjustmentBalanceCents(r);
  return {
    ...stampView(r),
    clientId: r.clientId,
    engagementId: r.engagementId,
    direction: r.direction,
    date: r.date,
    description: r.description,
    amount: formatCents(r.amountCents),
    applications: r.applications.map(applicationView),
    balance: formatCents(r.direction === 'increase' ? openCents : 0),
    unapplied: formatCents(r.direction === 'decrease' ? openCents : 0),
    status: r.isVoid ? ('void' as const) : ('posted' as const),
  };
}
export type AdjustmentView = ReturnType<typeof adjustmentView>;
