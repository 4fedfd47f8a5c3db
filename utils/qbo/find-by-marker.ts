import type { Draft } from '../ledger/drafts';
import type { LedgerRecord } from '../ledger/entities';
import { parseRow } from '../wire/parse-row';
import { quoted } from './query';
import { clientOf } from './read/client';
import { invoiceOf } from './read/invoice';
import { readEntities } from './read/pages';
import { paymentOf } from './read/payment';
import type { QboTransport } from './transport';
import { customer } from './wire/customer';
import { invoice } from './wire/invoice';
import { payment } from './wire/payment';

/** How far back a client that was created under another name is looked for. */
const CLIENT_AGE_MS_MAX = 7 * 24 * 3_600_000;

/**
 * Looks for the record that carries a marker. QBO cannot filter by PrivateNote or Notes, so the
 * draft narrows the search and the marker decides.
 */
export async function findByMarker(
  transport: QboTransport,
  marker: string,
  draft: Draft,
  nowMs: number,
): Promise<LedgerRecord | null> {
  for (const ask of searches(transport, draft, nowMs)) {
    const found = (await ask()).find((record) => record.marker === marker);
    if (found) return found;
  }
  return null;
}

type Search = () => Promise<readonly LedgerRecord[]>;

/** Narrowest first; a later one is asked only when the one before found nothing. */
function searches(transport: QboTransport, draft: Draft, nowMs: number): readonly Search[] {
  switch (draft.kind) {
    case 'client': {
      const since = new Date(nowMs - CLIENT_AGE_MS_MAX).toISOString();
      return [
        () => clients(transport, `DisplayName = ${quoted(draft.name)}`),
        () => clients(transport, `MetaData.LastUpdatedTime > ${quoted(since)}`),
      ];
    }
    case 'invoice': {
      const day = `TxnDate = ${quoted(draft.date)}`;
      const customerIs = `CustomerRef = ${quoted(draft.clientId)}`;
      return [
        () => invoices(transport, `DocNumber = ${quoted(draft.number)}`),
        // QBO may have given it another number.
        () => invoices(transport, `${customerIs} AND ${day}`),
        () => invoices(transport, customerIs),
      ];
    }
    case 'payment': {
      const customerIs = `CustomerRef = ${quoted(draft.clientId)}`;
      return [
        () => payments(transport, `${customerIs} AND TxnDate = ${quoted(draft.date)}`),
        () => payments(transport, customerIs),
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
