import { AR_ACCOUNT } from './journal';
import {
  type Application,
  adjustmentBalanceCents,
  invoiceBalanceCents,
  unappliedCents,
} from './records';
import type { TableStore } from './tables';
import { invoiceStatus } from './views';

/** One client as tests compare it with its QBO twin. */
export interface LedgerClient {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly status: 'active' | 'inactive' | 'deleted';
  readonly excluded: boolean;
  readonly balanceCents: number;
}

export interface LedgerDocument {
  readonly type: 'invoice' | 'payment' | 'adjustment';
  readonly id: number;
  /** `SD-1042`, or `1042` for the code `0`; a payment's reference; an adjustment's id. */
  readonly number: string;
  readonly clientId: number;
  readonly date: string;
  /** Signed as typed: a payment and a decrease are positive here too. */
  readonly totalCents: number;
  /** Owed on an invoice or increase; unapplied of a payment or decrease. */
  readonly balanceCents: number;
  readonly description: string;
  readonly status: string;
  readonly direction?: 'increase' | 'decrease';
  readonly applications: readonly Application[];
}

export interface TpsLedger {
  /** Summed from the documents. */
  readonly arTotalCents: number;
  /** From the journal's control account; always equal to the sum of the documents. */
  readonly arControlCents: number;
  readonly clients: readonly LedgerClient[];
  readonly documents: readonly LedgerDocument[];
}

export function readLedger(store: TableStore): TpsLedger {
  const documents = [...invoices(store), ...payments(store), ...adjustments(store)];
  let arTotalCents = 0;
  for (const document of documents) {
    const owed = document.type === 'invoice' || document.direction === 'increase';
    arTotalCents += owed ? document.balanceCents : -document.balanceCents;
  }
  const clients = [...store.tables.client.values()].map((client) => ({
    id: client.id,
    code: client.code,
    name: client.name,
    status: client.status,
    excluded: client.excludeFromSync,
    balanceCents: store.journal.clientCents(client.id),
  }));
  const arControlCents = store.journal.accountCents(AR_ACCOUNT);
  return { arTotalCents, arControlCents, clients, documents };
}

/** The number that people say, and that QBO gets as its DocNumber. */
function documentNumber(code: string, number: string): string {
  return code === '0' ? number : `${code}-${number}`;
}

function invoices(store: TableStore): LedgerDocument[] {
  return [...store.tables.invoice.values()].map((invoice) => ({
    type: 'invoice',
    id: invoice.id,
    number: documentNumber(invoice.code, invoice.number),
    clientId: invoice.clientId,
    date: invoice.date,
    totalCents: invoice.totalCents,
    balanceCents: invoiceBalanceCents(invoice),
    description: invoice.description,
    status: invoiceStatus(invoice),
    applications: [],
  }));
}

function payments(store: TableStore): LedgerDocument[] {
  return [...store.tables.payment.values()].map((payment) => ({
    type: 'payment',
    id: payment.id,
    number: payment.reference === '' ? String(payment.id) : payment.reference,
    clientId: payment.clientId,
    date: payment.date,
    totalCents: payment.amountCents,
    balanceCents: unappliedCents(payment),
    description: payment.description,
    status: payment.isVoid ? 'void' : 'posted',
    applications: payment.applications,
  }));
}

function adjustments(store: TableStore): LedgerDocument[] {
  return [...store.tables.adjustment.values()].map((adjustment) => ({
    type: 'adjustment',
    id: adjustment.id,
    number: String(adjustment.id),
    clientId: adjustment.clientId,
    date: adjustment.date,
    totalCents: adjustment.amountCents,
    balanceCents: adjustmentBalanceCents(adjustment),
    description: adjustment.description,
    status: adjustment.isVoid ? 'void' : 'posted',
    direction: adjustment.direction,
    applications: adjustment.applications,
  }));
}
