import { parseRow } from '../../http/parse-row';
import { documentId } from '../../ledger/document-id';
import type { LedgerRecord, RecordKind } from '../../ledger/entities';
import type { Pull } from '../../port/books-port';
import { PortError } from '../../port/port-error';
import { listOf } from '../../port/subject';
import { PATHS } from '../paths';
import { adjustment, client, deletions, invoice, payment } from '../schemas';
import type { TpsTransport } from '../transport';
import { adjustmentOf } from './adjustment';
import { clientOf } from './client';
import { invoiceOf } from './invoice';
import { type Listed, readList } from './list';
import { paymentOf } from './payment';
import { collectUnread } from './unread';

/** Read again what was committed around the watermark. */
const OVERLAP_MS = 5 * 60_000;

type OnRead = (count: number) => void;

/** Reads everything that matters for A/R; clients that were deleted too, as they can come back. */
export async function pullAll(transport: TpsTransport, onRead: OnRead): Promise<Pull> {
  const { records, watermark } = await readBooks(transport, {}, onRead);
  return { records, deleted: [], full: true, watermark };
}

/** What changed since a watermark; everything when TPS refuses the question. */
export async function pullSince(
  transport: TpsTransport,
  since: string,
  onRead: OnRead,
): Promise<Pull> {
  const sinceMs = Date.parse(since) - OVERLAP_MS;
  if (Number.isNaN(sinceMs)) return pullAll(transport, onRead);
  const from = new Date(sinceMs).toISOString();
  try {
    // Deletions last: what is deleted while the lists are read must not come back.
    const { records, watermark } = await readBooks(transport, { modifiedSince: from }, onRead);
    const deleted = await readDeletions(transport, from);
    const gone = new Set(deleted.map(({ kind, id }) => `${kind} ${id}`));
    const live = records.filter((record) => !gone.has(`${record.kind} ${record.id}`));
    return { records: live, deleted, full: false, watermark };
  } catch (error) {
    // Refused; or of few changes none can be read: whether that is much, the whole tells.
    const tellsNothing =
      error instanceof PortError && (error.kind === 'refused' || error.kind === 'malformed');
    if (tellsNothing) return pullAll(transport, onRead);
    throw error;
  }
}

async function readBooks(
  transport: TpsTransport,
  params: Readonly<Record<string, string>>,
  onRead: OnRead,
): Promise<{ records: LedgerRecord[]; watermark: string }> {
  let read = 0;
  const onRows = (count: number): void => {
    read += count;
    onRead(read);
  };
  const unread = collectUnread();
  const withDeleted = { ...params, includeDeleted: 'true' };
  const clients = await readList(transport, {
    path: PATHS.clients,
    type: 'client',
    schema: client,
    params: withDeleted,
    onRows,
    onUnread: unread.of('client'),
  });
  const [invoices, payments, adjustments] = await Promise.all([
    readList(transport, {
      path: PATHS.invoices,
      type: 'invoice',
      schema: invoice,
      params,
      onRows,
      onUnread: unread.of('invoice'),
    }),
    readList(transport, {
      path: PATHS.payments,
      type: 'payment',
      schema: payment,
      params,
      onRows,
      onUnread: unread.of('payment'),
    }),
    readList(transport, {
      path: PATHS.adjustments,
      type: 'adjustment',
      schema: adjustment,
      params,
      onRows,
      onUnread: unread.of('invoice', true),
    }),
  ]);
  return {
    records: [
      ...clients.rows.map(clientOf),
      ...invoices.rows.map(invoiceOf),
      ...payments.rows.map(paymentOf),
      ...adjustments.rows.map(adjustmentOf),
      ...unread.records,
    ],
    watermark: earliest([clients, invoices, payments, adjustments]),
  };
}

function earliest(lists: readonly Listed<unknown>[]): string {
  const [first = ''] = lists.map(({ serverTime }) => serverTime).sort();
  return first;
}

async function readDeletions(transport: TpsTransport, since: string) {
  const reply = await transport.get({
    path: PATHS.deletions,
    params: { since },
    subject: listOf('deletions'),
  });
  const { items } = parseRow(deletions, reply.body, 'deletions', reply.asked);
  // A deleted client is a client with that status, not an absent one.
  return items.flatMap(({ type, id }): { kind: RecordKind; id: string }[] => {
    if (type === 'client') return [];
    if (type !== 'adjustment') return [{ kind: type, id: documentId('plain', id) }];
    // Which way it went is not told any more: it was one or the other.
    const own = documentId('adjustment', id);
    return [
      { kind: 'invoice', id: own },
      { kind: 'payment', id: own },
    ];
  });
}
