import type { FlagSubject } from '../views/views';

/**
 * QuickBooks' routes that show a document or a customer, and the parameter that names it.
 * Source: public clients of the web app, gathered in jroth1111/qb-cli and lsync.
 */
const ROUTES: Readonly<Record<string, { type: FlagSubject['type']; parameter: string }>> = {
  creditmemo: { type: 'creditmemo', parameter: 'txnId' },
  journal: { type: 'journal', parameter: 'txnId' },
  deposit: { type: 'deposit', parameter: 'txnId' },
  expense: { type: 'expense', parameter: 'txnId' },
  check: { type: 'check', parameter: 'txnId' },
  invoice: { type: 'invoice', parameter: 'txnId' },
  recvpayment: { type: 'payment', parameter: 'txnId' },
  customerdetail: { type: 'customer', parameter: 'nameId' },
  projectdetails: { type: 'customer', parameter: 'id' },
};

/** Longest id that the worker takes; a longer one is no id. */
const ID_LENGTH_MAX = 200;

/**
 * What a page or link of QuickBooks is about, or null. Also reads routes in the hash
 * (`/app#/invoice?txnId=12`).
 *
 * @example subjectOf(new URL('https://qbo.intuit.com/app/invoice?txnId=12')) // { type: 'invoice', id: '12' }
 */
export function subjectOf(url: URL): FlagSubject | null {
  const routed = url.hash.startsWith('#/') ? new URL(url.hash.slice(1), url.origin) : url;
  const route = ROUTES[routed.pathname.split('/').filter(Boolean).at(-1)?.toLowerCase() ?? ''];
  if (!route) return null;
  const id = routed.searchParams.get(route.parameter)?.trim();
  if (!id || id.length > ID_LENGTH_MAX) return null;
  return { type: route.type, id };
}

/** Subjects as keys of maps: `invoice 12`. */
export function subjectKey(subject: FlagSubject): string {
  return `${subject.type} ${subject.id}`;
}
