/**
 * Everything that people do in the two systems, and how often. To add something: one function that
 * takes the scene and one row here.
 */
import { QboFault } from '../../sandbox/qbo';
import { TpsProblem } from '../../sandbox/tps';
import type { Sites } from '../world/sites';
import { bothEditClient } from './both';
import * as copies from './copies';
import * as customers from './qbo-customers';
import * as qboInvoices from './qbo-invoices';
import * as qboPayments from './qbo-payments';
import { NothingToDo, type WorkScene, workScene } from './scene';
import * as clients from './tps-clients';
import * as tpsInvoices from './tps-invoices';
import * as tpsPayments from './tps-payments';

interface Act {
  readonly weight: number;
  readonly does: (scene: WorkScene) => void;
}

const act = (weight: number, does: Act['does']): Act => ({ weight, does });

export const ACTS = {
  tpsInvoice: act(8, tpsInvoices.tpsInvoice),
  tpsCharge: act(2, tpsInvoices.tpsCharge),
  tpsInvoiceEdit: act(8, tpsInvoices.tpsInvoiceEdit),
  tpsRenumber: act(1, tpsInvoices.tpsRenumber),
  tpsMove: act(1, tpsInvoices.tpsMove),
  tpsInvoiceVoid: act(2, tpsInvoices.tpsInvoiceVoid),
  tpsInvoiceRemove: act(2, tpsInvoices.tpsInvoiceRemove),
  tpsPayment: act(6, tpsPayments.tpsPayment),
  tpsPaymentEdit: act(3, tpsPayments.tpsPaymentEdit),
  tpsReapply: act(4, tpsPayments.tpsReapply),
  tpsPaymentVoid: act(2, tpsPayments.tpsPaymentVoid),
  tpsPaymentRemove: act(2, tpsPayments.tpsPaymentRemove),
  tpsIncrease: act(2, tpsPayments.tpsIncrease),
  tpsDecrease: act(2, tpsPayments.tpsDecrease),
  tpsRefund: act(1, tpsPayments.tpsRefund),
  tpsAdjustmentEdit: act(1, tpsPayments.tpsAdjustmentEdit),
  tpsAdjustmentVoid: act(1, tpsPayments.tpsAdjustmentVoid),
  tpsAdjustmentRemove: act(1, tpsPayments.tpsAdjustmentRemove),
  tpsClient: act(2, clients.tpsClient),
  tpsClientEdit: act(3, clients.tpsClientEdit),
  tpsClientRename: act(2, clients.tpsClientRename),
  tpsClientInactive: act(1, clients.tpsClientInactive),
  tpsClientActive: act(1, clients.tpsClientActive),
  tpsClientDelete: act(1, clients.tpsClientDelete),
  tpsClientRestore: act(1, clients.tpsClientRestore),
  tpsExclude: act(1, clients.tpsExclude),
  qboInvoice: act(6, qboInvoices.qboInvoice),
  qboInvoiceEdit: act(8, qboInvoices.qboInvoiceEdit),
  qboRenumber: act(1, qboInvoices.qboRenumber),
  qboMove: act(1, qboInvoices.qboMove),
  qboInvoiceVoid: act(2, qboInvoices.qboInvoiceVoid),
  qboInvoiceDelete: act(2, qboInvoices.qboInvoiceDelete),
  qboPayment: act(5, qboPayments.qboPayment),
  qboPayOnline: act(5, qboPayments.qboPayOnline),
  qboPaymentEdit: act(3, qboPayments.qboPaymentEdit),
  qboReapply: act(3, qboPayments.qboReapply),
  qboPaymentVoid: act(2, qboPayments.qboPaymentVoid),
  qboPaymentDelete: act(2, qboPayments.qboPaymentDelete),
  qboDeposit: act(2, qboPayments.qboDeposit),
  qboCreditMemo: act(1, qboInvoices.qboCreditMemo),
  qboCreditMemoDelete: act(1, qboInvoices.qboCreditMemoDelete),
  qboJournalEntry: act(1, qboPayments.qboJournalEntry),
  qboJournalEntryDelete: act(1, qboPayments.qboJournalEntryDelete),
  qboCustomer: act(2, customers.qboCustomer),
  qboCustomerEdit: act(3, customers.qboCustomerEdit),
  qboCustomerRename: act(2, customers.qboCustomerRename),
  qboCustomerInactive: act(1, customers.qboCustomerInactive),
  qboCustomerActive: act(1, customers.qboCustomerActive),
  qboSubCustomer: act(1, customers.qboSubCustomer),
  qboMakeTopLevel: act(1, customers.qboMakeTopLevel),
  qboCloseBooks: act(1, customers.qboCloseBooks),
  qboAutoApply: act(1, customers.qboAutoApply),
  bothEditClient: act(2, bothEditClient),
} satisfies Record<string, Act>;

/** What came later, so that a seed below `WIDE_FROM` is what it always was. */
export const LATER_ACTS = {
  qboCopy: act(6, copies.qboCopy),
  qboTagOut: act(2, copies.qboTagOut),
  qboTagTyped: act(2, copies.qboTagTyped),
  chequeInTps: act(6, copies.chequeInTps),
  chequeAlsoInQbo: act(12, copies.chequeAlsoInQbo),
} satisfies Record<string, Act>;

/** From `WIDER_FROM` on. */
export const LAST_ACTS = {
  qboMerge: act(3, customers.qboMerge),
} satisfies Record<string, Act>;

/** From `FULL_FROM` on. */
export const NEWEST_ACTS = {
  qboOwnNumbers: act(1, customers.qboOwnNumbers),
  qboRecur: act(3, copies.qboRecur),
  qboStatementCharge: act(1, qboInvoices.qboStatementCharge),
  qboReconcile: act(2, qboPayments.qboReconcile),
} satisfies Record<string, Act>;

export const ALL_ACTS = { ...ACTS, ...LATER_ACTS, ...LAST_ACTS, ...NEWEST_ACTS };

export type ActName = keyof typeof ALL_ACTS;

/** What a system refuses, and what there is nothing for, did not happen. Other errors pass. */
export function doWork(sites: Sites, name: ActName, r: number): boolean {
  return doAs(sites, r, ALL_ACTS[name].does);
}

/** The same for something that is no act of its own. */
export function doAs(sites: Sites, r: number, does: Act['does']): boolean {
  try {
    does(workScene(sites, r));
    return true;
  } catch (error) {
    if (error instanceof NothingToDo) return false;
    if (error instanceof TpsProblem || error instanceof QboFault) return false;
    throw error;
  }
}
