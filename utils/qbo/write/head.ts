/** Changes one field of an invoice and leaves all else, its lines included, as it is. */

import { changedMeanwhile } from '../../http/failures';
import { ownIdOf } from '../../ledger/document-id';
import type { LedgerRecord } from '../../ledger/entities';
import type { Subject } from '../../port/subject';
import { readNote } from '../private-note';
import { readOne, recordIn, wireIn } from '../read/one';
import type { QboTransport } from '../request';
import type { WireInvoice } from '../schemas/invoice';
import { noteOf } from './invoice';
import { askedOf, gone, post } from './send';

/** Puts our tag into the memo of an invoice, in place of the one that was copied with it. */
export function setTag(
  transport: QboTransport,
  id: string,
  version: string,
  marker: string,
): Promise<LedgerRecord> {
  return change(transport, id, version, ({ PrivateNote }) => ({
    PrivateNote: noteOf(readNote(PrivateNote).memo, marker),
  }));
}

/** Gives an invoice another number, before it is voided and its own is to be free. */
export function setNumber(
  transport: QboTransport,
  id: string,
  version: string,
  number: string,
): Promise<LedgerRecord> {
  return change(transport, id, version, () => ({ DocNumber: number }));
}

async function change(
  transport: QboTransport,
  id: string,
  version: string,
  fieldsOf: (before: WireInvoice) => Partial<Record<'PrivateNote' | 'DocNumber', string>>,
): Promise<LedgerRecord> {
  const subject: Subject = { type: 'invoice', label: ownIdOf('invoice', id) };
  const fresh = await readOne(transport, 'invoice', id, subject);
  if (!fresh) throw gone('Invoice', subject);
  const before = wireIn.invoice(fresh);
  if (before.SyncToken !== version) {
    const asked = askedOf('Invoice', subject);
    throw changedMeanwhile(asked, `SyncToken is ${before.SyncToken}, was ${version}`);
  }
  const body = { Id: before.Id, SyncToken: version, sparse: true, ...fieldsOf(before) };
  return recordIn('invoice', await post(transport, 'Invoice', {}, body, subject));
}
