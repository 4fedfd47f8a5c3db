import { malformed } from '../../http/failures';
import type { Pull } from '../../port/books-port';
import { AR_ENTITIES, type ArEntity } from '../entities';
import type { QboTransport } from '../request';
import { parseBooks, type RawRows, recordsOf } from './books-rows';
import { ledgerAccounts } from './ledger-accounts';
import { readEntities } from './pages';
import { withItemsOf } from './receivable-items';

/** Reads everything that matters for A/R. The watermark is the server's time before the first page. */
export async function pullAll(
  transport: QboTransport,
  onRead: (count: number) => void,
): Promise<Pull> {
  let read = 0;
  const [accounts, all] = await Promise.all([
    ledgerAccounts(transport),
    readEntities(transport, AR_ENTITIES, (count) => {
      read += count;
      onRead(read);
    }),
  ]);
  const rows = (entity: ArEntity): readonly unknown[] => all.get(entity)?.rows ?? [];
  const raw: RawRows = {
    Customer: rows('Customer'),
    Invoice: rows('Invoice'),
    Payment: rows('Payment'),
    CreditMemo: rows('CreditMemo'),
    JournalEntry: rows('JournalEntry'),
    Deposit: rows('Deposit'),
    Purchase: rows('Purchase'),
  };
  const entities = [...all.values()];
  const asked = entities[0]?.asked;
  if (!asked) throw new Error('no entity was read');
  const [watermark] = entities.map((entity) => entity.serverTime).sort();
  if (watermark === undefined) throw malformed(asked, 'time', 'missing');
  const books = parseBooks(raw, asked);
  const records = recordsOf(books, await withItemsOf(transport, books.purchases, accounts));
  return { records, deleted: [], full: true, watermark };
}
