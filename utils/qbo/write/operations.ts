/** The documented shapes of create, update, void and delete (qbo_api recordings; Intuit's reference). */

import { type Asked, changedMeanwhile } from '../../http/failures';
import { ownIdOf, splitId } from '../../ledger/document-id';
import type { Draft, PaymentDraft } from '../../ledger/drafts';
import type { LedgerRecord } from '../../ledger/entities';
import { refusedFor } from '../../ledger/refused-draft';
import { TRAITS } from '../../ledger/traits';
import type { Writable } from '../../port/books-port';
import type { Subject } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { ENTITY_OF, readOne, recordIn, wireIn } from '../read/one';
import type { QboReply, QboTransport } from '../request';
import { setActive } from './active';
import { changedInvoice } from './changed-invoice';
import { changedCustomer, newCustomer } from './client';
import { createCredit, removeCredit, updateCredit } from './credit';
import { onlinePayment, usTaxCodeIds, wireInvoice } from './invoice';
import { wirePayment } from './payment';
import { about, askedOf, deleteOne, gone, onceBy, post, refuse } from './send';

export async function createRecord(
  transport: QboTransport,
  draft: Draft,
  key: string,
): Promise<LedgerRecord> {
  if (isCredit(draft)) return createCredit(transport, draft, key);
  const subject = subjectOf(draft);
  checkDraft(draft, subject);
  const body = bodyToCreate(draft, subject);
  const reply = await post(transport, ENTITY_OF[draft.kind], onceBy(key), body, subject);
  return recordIn(draft.kind, reply);
}

/** Reads first: only what is ours is replaced, and a version that moved on sends nothing. */
export async function updateRecord(
  transport: QboTransport,
  id: string,
  version: string,
  draft: Draft,
  key: string,
): Promise<LedgerRecord> {
  if (isCredit(draft) !== (draft.kind !== 'client' && isEntry(id)))
    throw new Error(`${id} is booked in another way`);
  if (isCredit(draft)) return updateCredit(transport, id, version, draft, key);
  const subject = subjectOf(draft);
  checkDraft(draft, subject);
  const entity = ENTITY_OF[draft.kind];
  const fresh = await readOne(transport, draft.kind, id, subject);
  if (!fresh) throw gone(entity, subject);
  const body = bodyToChange(draft, fresh, version, askedOf(entity, subject));
  return recordIn(draft.kind, await post(transport, entity, onceBy(key), body, subject));
}

export async function voidRecord(
  transport: QboTransport,
  kind: 'invoice' | 'payment',
  id: string,
  version: string,
): Promise<LedgerRecord> {
  if (isEntry(id)) throw new Error('journal entries are deleted, not voided');
  const Id = ownIdOf(kind, id);
  const subject: Subject = { type: kind, label: Id };
  const of = { Id, SyncToken: version };
  const reply =
    kind === 'invoice'
      ? await post(transport, 'Invoice', { operation: 'void' }, of, subject)
      : await post(
          transport,
          'Payment',
          { operation: 'update', include: 'void' },
          { ...of, sparse: true },
          subject,
        );
  return recordIn(kind, reply);
}

/** Deletes a document; a customer, which QBO cannot delete, becomes inactive. */
export async function removeRecord(
  transport: QboTransport,
  kind: Writable,
  id: string,
  version: string,
): Promise<void> {
  if (kind === 'client') {
    await setActive(transport, id, version, false);
  } else if (isEntry(id)) {
    await removeCredit(transport, id, version);
  } else {
    const Id = ownIdOf(kind, id);
    const of = { Id, SyncToken: version };
    await deleteOne(transport, ENTITY_OF[kind], of, { type: kind, label: Id });
  }
}

/** Is this payment a journal entry in QBO? An adjustment as TPS has it is none of QBO's. */
function isCredit(draft: Draft): draft is PaymentDraft {
  if (draft.kind !== 'payment') return false;
  if (draft.booking === 'adjustment') throw new Error('QBO has no adjustments');
  return draft.booking === 'journalEntry';
}

function isEntry(id: string): boolean {
  return splitId(id).list === 'journal';
}

function bodyToCreate(draft: Draft, subject: Subject): unknown {
  switch (draft.kind) {
    case 'client':
      return newCustomer(draft);
    case 'invoice':
      return { ...wireInvoice(draft), ...onlinePayment(draft) };
    case 'payment':
      return orRefused(() => wirePayment(draft, null), draft, subject);
  }
}

function bodyToChange(draft: Draft, fresh: QboReply, version: string, asked: Asked): unknown {
  const same = (syncToken: string): void => {
    if (syncToken !== version) {
      throw changedMeanwhile(asked, `SyncToken is ${syncToken}, was ${version}`);
    }
  };
  const head = { Id: '', SyncToken: version, sparse: true };
  switch (draft.kind) {
    case 'client': {
      const before = wireIn.client(fresh);
      same(before.SyncToken);
      return changedCustomer(before, draft);
    }
    case 'invoice': {
      const before = wireIn.invoice(fresh);
      same(before.SyncToken);
      return { ...head, Id: before.Id, ...changedInvoice(before, draft) };
    }
    case 'payment': {
      const before = wireIn.payment(fresh);
      same(before.SyncToken);
      const body = orRefused(() => wirePayment(draft, before), draft, asked.subject);
      return { ...head, Id: before.Id, ...body };
    }
  }
}

/** What QBO would refuse in a way that nobody understands is refused here. */
function checkDraft(draft: Draft, subject: Subject): void {
  if (refusedFor(draft, 'qbo') === 'nameCharacters') {
    throw refuse(ENTITY_OF[draft.kind], subject, phrase('port.nameCharacters', about(subject)));
  }
  if (draft.kind !== 'invoice') return;
  if (draft.number.length > TRAITS.qbo.numberMax) {
    throw refuse(ENTITY_OF[draft.kind], subject, phrase('port.numberTooLong', about(subject)));
  }
  if (usTaxCodeIds(draft).length > 1) {
    throw refuse(ENTITY_OF[draft.kind], subject, phrase('port.severalTaxes', about(subject)));
  }
}

function orRefused<T>(make: () => T, draft: Draft, subject: Subject): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refuse(
      ENTITY_OF[draft.kind],
      subject,
      phrase('port.cannotLink', about(subject)),
      error.message,
    );
  }
}

/** What people call the thing that is being written. */
function subjectOf(draft: Draft): Subject {
  switch (draft.kind) {
    case 'client':
      return { type: 'client', label: draft.name };
    case 'invoice':
      return { type: 'invoice', label: draft.number };
    case 'payment':
      return { type: 'payment', label: draft.reference || draft.date };
  }
}
