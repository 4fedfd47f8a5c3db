import { parseRow } from '../http/parse-row';
import type { Draft } from '../ledger/drafts';
import type { LedgerRecord } from '../ledger/entities';
import type { Except } from '../ledger/except';
import { isSameMarker } from '../ledger/marker';
import { readNote } from './private-note';
import { quoted } from './query';
import { clientOf } from './read/client';
import { invoiceOf } from './read/invoice';
import { withPayments } from './read/journal-entry';
import { ledgerAccounts } from './read/ledger-accounts';
import { readEntities } from './read/pages';
import { paymentOf } from './read/payment';
import { customer } from './schemas/customer';
import { journalEntry } from './schemas/foreign';
import { invoice } from './schemas/invoice';
import { payment } from './schemas/payment';
import type { QboTransport } from './transport';

/** How far back a record is looked for that stands under another name or date. */
const AGE_MS_MAX = 7 * 24 * 3_600_000;

/**
 * Looks for the record that carries a marker. QBO cannot filter by PrivateNote or Notes, so the
 * draft narrows the search and the marker decides.
 */
export async function findByMarker(
  transport: QboTransport,
  marker: string,
  draft: Draft,
  nowMs: number,
  sentBefore: boolean,
  except?: Except,
): Promise<LedgerRecord | null> {
  const isIt = (record: LedgerRecord) => !except?.(record) && isSameMarker(record.marker, marker);
  for (const ask of searches(transport, marker, draft, nowMs, sentBefore)) {
    const found = (await ask()).find(isIt);
    if (found) return found;
  }
  return null;
}

type Search = () => Promise<readonly LedgerRecord[]>;

/** Narrowest first; a later one is asked only when the one before found nothing. */
function searches(
  transport: QboTransport,
  marker: string,
  draft: Draft,
  nowMs: number,
  sentBefore: boolean,
): readonly Search[] {
  const recently = `MetaData.LastUpdatedTime > ${quoted(new Date(nowMs - AGE_MS_MAX).toISOString())}`;
  switch (draft.kind) {
    case 'client':
      return [
        () => clients(transport, `DisplayName = ${quoted(draft.name)}`),
        () => clients(transport, recently),
      ];
    case 'invoice': {
      const day = `TxnDate = ${quoted(draft.date)}`;
      const customerIs = `CustomerRef = ${quoted(draft.clientId)}`;
      return [
        () => invoices(transport, `DocNumber = ${quoted(draft.number)}`),
        // QBO may have given it another number.
        () => invoices(transport, `${customerIs} AND ${day}`),
        () => invoices(transport, customerIs),
        ...(sentBefore ? [() => invoices(transport, recently)] : []),
      ];
    }
    case 'payment': {
      if (draft.booking === 'journalEntry') {
        return [
          () => entries(transport, `TxnDate = ${quoted(draft.date)}`, marker),
          () => entries(transport, recently, marker),
        ];
      }
      const customerIs = `CustomerRef = ${quoted(draft.clientId)}`;
      return [
        () => payments(transport, `${customerIs} AND TxnDate = ${quoted(draft.date)}`),
        () => payments(transport, customerIs),
        // A person may have set another customer since, and so does a merge.
        ...(sentBefore ? [() => payments(transport, recently)] : []),
      ];
    }
  }
}

async function clients(transport: QboTransport, where: string): Promise<readonly LedgerRecord[]> {
  const all = await readEntities(transport, ['Customer'], () => {}, { Customer: where });
  return [...all.values()].flatMap(({ rows, asked }) =>
    rows.map((row) => clientOf(parseRow(customer, row, 'client', asked))),
  );
}

async function invoices(transport: QboTransport, where: string): Promise<readonly LedgerRecord[]> {
  const all = await readEntities(transport, ['Invoice'], () => {}, { Invoice: where });
  return [...all.values()].flatMap(({ rows, asked }) =>
    rows.map((row) => invoiceOf(parseRow(invoice, row, 'invoice', asked))),
  );
}

async function payments(transport: QboTransport, where: string): Promise<readonly LedgerRecord[]> {
  const all = await readEntities(transport, ['Payment'], () => {}, { Payment: where });
  return [...all.values()].flatMap(({ rows, asked }) =>
    rows.map((row) => paymentOf(parseRow(payment, row, 'payment', asked))),
  );
}

/** The entries that carry the marker, each with what its customer's payments do with it. */
async function entries(
  transport: QboTransport,
  where: string,
  marker: string,
): Promise<readonly LedgerRecord[]> {
  const all = await readEntities(transport, ['JournalEntry'], () => {}, { JournalEntry: where });
  const rows = [...all.values()].flatMap(({ rows, asked }) =>
    rows.map((row) => parseRow(journalEntry, row, 'journalEntry', asked)),
  );
  const ours = rows.filter((row) => isSameMarker(readNote(row.PrivateNote).marker, marker));
  if (ours.length === 0) return [];
  const accounts = await ledgerAccounts(transport);
  const found: LedgerRecord[] = [];
  for (const row of ours) {
    const entry = await withPayments(transport, row, accounts);
    if (entry) found.push('record' in entry ? entry.record : entry);
  }
  return found;
}
