import type { Book, WriteOptions } from '../book/book';
import { mustBeEmail } from '../book/guards';
import type { JsonObject } from '../json';
import { pacificSeconds } from '../pacific';
import type { Rec } from '../store/record';
import { DEFAULT_USER } from './commit';

/** The document after it was e-mailed. Recorded: ruckus/quickbooks-ruby invoice_send.xml. */
export function markSent(book: Book, rec: Rec, address: string, options: WriteOptions): Rec {
  const nowMs = book.nowMs();
  const sent: JsonObject = {
    BillEmail: { Address: address },
    EmailStatus: 'EmailSent',
    DeliveryInfo: { DeliveryType: 'Email', DeliveryTime: pacificSeconds(nowMs) },
  };
  mustBeEmail(sent, 'BillEmail');
  const next: Rec = {
    ...rec,
    body: { ...rec.body, ...sent },
    syncToken: rec.syncToken + 1,
    updatedMs: nowMs,
    user: options.user ?? DEFAULT_USER,
  };
  book.store.put(next);
  return next;
}
