import type { LedgerRecord } from '../../ledger/entities';
import { changedMeanwhile } from '../../wire/failures';
import type { Subject } from '../../wire/subject';
import { readNote } from '../private-note';
import { readOne, recordIn, wireIn } from '../read/one';
import type { QboTransport } from '../transport';
import { noteOf } from './invoice';
import { askedOf, gone, post } from './send';

/** Puts our tag into the memo of an invoice, in place of the one that was copied with it. */
export async function setTag(
  transport: QboTransport,
  id: string,
  version: string,
  marker: string,
): Promise<LedgerRecord> {
  const subject: Subject = { type: 'invoice', label: id };
  const fresh = await readOne(transport, 'invoice', id, subject);
  if (!fresh) throw gone('Invoice', subject);
  const before = wireIn.invoice(fresh);
  if (before.SyncToken !== version) {
    const asked = askedOf('Invoice', subject);
    throw changedMeanwhile(asked, `SyncToken is ${before.SyncToken}, was ${version}`);
  }
  const PrivateNote = noteOf(readNote(before.PrivateNote).memo, marker);
  const body = { Id: id, SyncToken: version, sparse: true, PrivateNote };
  return recordIn('invoice', await post(transport, 'Invoice', {}, body, subject));
}
