import { parseRow } from '../http/parse-row';
import type { Draft } from '../ledger/drafts';
import type { LedgerRecord } from '../ledger/entities';
import type { Except } from '../ledger/except';
import { isSameMarker } from '../ledger/marker';
import { readNote } from './private-note';
import { PAGE_ROWS_MAX, quoted, selectOneOf } from './query';
import { clientOf } from './read/client';
import { invoiceOf } from './read/invoice';
import { withPayments } from './read/journal-entry';
import { ledgerAccounts } from './read/ledger-accounts';
import { readEntities } from './read/pages';
import { paymentOf } from './read/payment';
import type { QboTransport } from './request';
import { customer } from './schemas/customer';
import { journalEntry } from './schemas/foreign';
import { invoice } from './schemas/invoice';
import { payment } from './schemas/payment';

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
  since: string | null,
  except?: Except,
): Promise<LedgerRecord | null> {
  const isIt = (record: LedgerRecord) => !except?.(record) && isSameMarker(record.marker, marker);
  for (const ask of searches(transport, marker, draft, nowMs, since)) {
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
  since: string | null,
): readonly Search[] {
  const after = since ?? new Date(nowMs - AGE_MS_MAX).toISOString();
  const recently = `MetaData.LastUpdatedTime > ${quoted(after)}`;
  if (since !== null && draft.kind === 'payment' && draft.booking !== 'journalEntry') {
    return [() => paymentsLately(transport, draft.clientId, recently)];
  }
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
        () => invoices(transport, recently),
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
        () => payments(transport, recently),
      ];
    }
  }
}

/** Of a client; where several are looked for at once, it is asked once for all of their clients. */
async function paymentsLately(
  transport: QboTransport,
  clientId: string,
  recently: string,
): Promise<readonly LedgerRecord[]> {
  const { rows, asked } = await selectOneOf(transport, 'Payment', {
    value: clientId,
    where: (ids) => `CustomerRef IN (${ids.map(quoted).join(',')}) AND ${recently}`,
  });
  if (rows.length >= PAGE_ROWS_MAX) return payments(transport, `CustomerRef = ${quoted(clientId)}`);
  return rows.map((row) => paymentOf(parseRow(payment, row, 'payment', asked)));
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
