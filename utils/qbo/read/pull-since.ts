import { documentId } from '../../ledger/document-id';
import type { RecordKind } from '../../ledger/entities';
import type { PaymentsBefore, Pull } from '../../port/books-port';
import { PortError } from '../../port/port-error';
import type { ArEntity } from '../entities';
import type { QboTransport } from '../request';
import { arEffects, type BooksRows, parseBooks, recordsOf } from './books-rows';
import { type Changes, changesSince } from './changes';
import { changedPayments, followUp } from './follow-up';
import { creditMemoRow } from './foreign';
import { creditsAmong } from './journal-credit';
import { ledgerAccounts } from './ledger-accounts';
import { pullAll } from './pull-all';
import { type More, readMore } from './read-more';
import { withItemsOf } from './receivable-items';

/** Read again what was committed around the watermark. */
const OVERLAP_MS = 5 * 60_000;
/** CDC looks back 30 days; one day is left for clocks and zones. */
const AGE_MS_MAX = 29 * 24 * 3_600_000;
/** An answer with this many objects was cut off (Intuit: 1000; it says so nowhere in the answer). */
const CDC_OBJECTS_MAX = 1000;

const KIND: Readonly<Record<ArEntity, RecordKind>> = {
  Customer: 'client',
  Invoice: 'invoice',
  Payment: 'payment',
  CreditMemo: 'foreign',
  JournalEntry: 'foreign',
  Deposit: 'foreign',
  Purchase: 'foreign',
};

type Gone = Pull['deleted'][number];

/** What a document may have been in the ledger; a journal entry is one of two things. */
function goneAs(entity: ArEntity, id: string): Gone[] {
  const kind = KIND[entity];
  const isDocument = kind === 'invoice' || kind === 'payment';
  const itself: Gone = { kind, id: isDocument ? documentId('plain', id) : id };
  if (entity !== 'JournalEntry') return [itself];
  return [itself, { kind: 'payment', id: documentId('journal', id) }];
}

/** What changed since a watermark, or everything where changes alone would not be the truth. */
export async function pullSince(
  transport: QboTransport,
  watermark: string,
  nowMs: number,
  onRead: (count: number) => void,
  before?: PaymentsBefore,
): Promise<Pull> {
  const changes = await changesAlone(transport, watermark, nowMs, onRead, before);
  return changes ?? pullAll(transport, onRead);
}

/**
 * Null where changes alone would not be the truth: the watermark is too old, CDC refuses or overflows,
 * or a change took something away without saying from what.
 */
export async function changesAlone(
  transport: QboTransport,
  watermark: string,
  nowMs: number,
  onRead: (count: number) => void,
  before?: PaymentsBefore,
): Promise<Pull | null> {
  const sinceMs = Date.parse(watermark) - OVERLAP_MS;
  if (Number.isNaN(sinceMs) || nowMs - sinceMs > AGE_MS_MAX) return null;
  const [changes, plain] = await Promise.all([
    changesOrNull(transport, new Date(sinceMs).toISOString()),
    ledgerAccounts(transport),
  ]);
  if (!changes || changes.count >= CDC_OBJECTS_MAX) return null;
  onRead(changes.count);
  const rows = parsedOrNull(changes);
  // Of few changes none can be read: whether that is much, the whole tells.
  if (!rows) return null;
  const accounts = await withItemsOf(transport, rows.purchases, plain);
  const { credits, others } = creditsAmong(rows.journalEntries, accounts);
  const touchesAr = arEffects({ ...rows, journalEntries: others }, accounts).length > 0;
  const creditClientIds = credits.map(({ clientId }) => clientId);
  const { deleted } = changes;
  const next = followUp({
    ...{ rows, deleted, touchesAr, creditClientIds },
    before: await paymentsBefore(changedPayments({ rows, deleted }), before),
  });
  if (next.full) return null;
  const unsettled = before?.unsettledIds ?? [];
  // A twin would go with it: what is said to be deleted is looked for first.
  const more = await readMore(transport, {
    ...next,
    invoiceIds: [...next.invoiceIds, ...unsettled, ...saidGone(changes, 'Invoice')],
    paymentIds: [...next.paymentIds, ...saidGone(changes, 'Payment')],
    entryIds: [...next.entryIds, ...saidGone(changes, 'JournalEntry')],
  });
  const gone = notAmong(changes.deleted, more);
  const named = creditsAmong(more.journalEntries, accounts);
  const known = new Set(next.paymentCustomerIds);
  // A payment that takes from an entry of another kind, or of another customer.
  if (named.others.length > 0 || named.credits.some(({ clientId }) => !known.has(clientId))) {
    return null;
  }
  return {
    records: recordsOf(withMore(rows, more), accounts),
    deleted: [
      ...gone.flatMap(({ entity, id }) => goneAs(entity, id)),
      ...credits.map(({ entry }) => ({ kind: 'foreign' as const, id: entry.Id })),
      ...withoutEffect({ ...rows, journalEntries: others }),
    ],
    full: false,
    watermark: changes.serverTime,
  };
}

function saidGone({ deleted }: Changes, of: ArEntity): string[] {
  return deleted.flatMap(({ entity, id }) => (entity === of ? [id] : []));
}

/** What is said to be deleted, and was not found standing. */
function notAmong(deleted: Changes['deleted'], { invoices, payments, journalEntries }: More) {
  const idsOf = (rows: readonly { readonly Id: string }[]) => new Set(rows.map(({ Id }) => Id));
  const standing: Partial<Record<ArEntity, ReadonlySet<string>>> = {
    ...{ Invoice: idsOf(invoices), Payment: idsOf(payments) },
    JournalEntry: idsOf(journalEntries),
  };
  return deleted.filter(({ entity, id }) => !standing[entity]?.has(id));
}

/** Null where nothing is known of one of them. */
async function paymentsBefore(ids: readonly string[], known: PaymentsBefore | undefined) {
  if (ids.length === 0) return [];
  return known ? known.read(ids.map((id) => documentId('plain', id))) : null;
}

function parsedOrNull({ raw, asked }: Pick<Changes, 'raw' | 'asked'>): BooksRows | null {
  try {
    return parseBooks(raw, asked);
  } catch (error) {
    if (error instanceof PortError && error.kind === 'malformed') return null;
    throw error;
  }
}

/** Null when QBO refuses the question (a fault): then everything is read. Other failures pass. */
async function changesOrNull(transport: QboTransport, sinceIso: string) {
  try {
    return await changesSince(transport, sinceIso);
  } catch (error) {
    if (error instanceof PortError && error.kind === 'refused') return null;
    throw error;
  }
}

/** Changed documents that have no A/R effect now; they may have had one before. */
function withoutEffect(rows: BooksRows): readonly Gone[] {
  const voided = rows.creditMemos.filter((row) => creditMemoRow(row) === null);
  return [
    ...rows.journalEntries.flatMap(({ Id }) => goneAs('JournalEntry', Id)),
    ...rows.deposits.flatMap(({ Id }) => goneAs('Deposit', Id)),
    ...rows.purchases.flatMap(({ Id }) => goneAs('Purchase', Id)),
    ...voided.flatMap(({ Id }) => goneAs('CreditMemo', Id)),
  ];
}

function withMore(rows: BooksRows, more: More): BooksRows {
  return {
    ...rows,
    invoices: newest([...rows.invoices, ...more.invoices]),
    payments: newest([...rows.payments, ...more.payments]),
    journalEntries: newest([...rows.journalEntries, ...more.journalEntries]),
    unread: [...rows.unread, ...more.unread],
  };
}

/** One row of each; the later reading wins. */
function newest<T extends { readonly Id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.Id, row])).values()];
}
