/** The documented shapes of create, update, void and delete (qbo_api recordings; Intuit's reference). */
import type { Draft } from '../../ledger/drafts';
import type { LedgerRecord } from '../../ledger/entities';
import type { Writable } from '../../runner/port';
import type { PortError } from '../../runner/port-error';
import { type Asked, changedMeanwhile, refused } from '../../wire/failures';
import { type Subject, subjectValues } from '../../wire/subject';
import { type Phrase, phrase } from '../../wording/phrase';
import { ENTITY_OF, readOne, recordIn, wireIn } from '../read/one';
import type { QboReply, QboTransport } from '../transport';
import { changedCustomer, newCustomer } from './client';
import { withHolder } from './holder';
import { DOC_NUMBER_LENGTH_MAX, usTaxCodeIds, wireInvoice } from './invoice';
import { wirePayment } from './payment';

/** Longest `requestid` (Intuit blog 2015-04-06). */
const REQUEST_ID_LENGTH_MAX = 50;

export async function createRecord(
  transport: QboTransport,
  draft: Draft,
  key: string,
): Promise<LedgerRecord> {
  const subject = subjectOf(draft);
  checkDraft(draft, subject);
  const body = bodyToCreate(draft, subject);
  return recordIn(draft.kind, await post(transport, draft.kind, onceBy(key), body, subject));
}

/** Reads first: only what is ours is replaced, and a version that moved on sends nothing. */
export async function updateRecord(
  transport: QboTransport,
  id: string,
  version: string,
  draft: Draft,
  key: string,
): Promise<LedgerRecord> {
  const subject = subjectOf(draft);
  checkDraft(draft, subject);
  const fresh = await readOne(transport, draft.kind, id, subject);
  const asked = askedOf(draft.kind, subject);
  if (!fresh) throw refused(asked, phrase('port.gone', about(subject)), `no ${draft.kind} ${id}`);
  const body = bodyToChange(draft, fresh, version, asked);
  return recordIn(draft.kind, await post(transport, draft.kind, onceBy(key), body, subject));
}

/** QBO answers a second call with the same `requestid` by its first answer, and runs nothing. */
function onceBy(key: string): { readonly requestid: string } {
  if (key === '' || key.length > REQUEST_ID_LENGTH_MAX) throw new Error(`bad request key: ${key}`);
  return { requestid: key };
}

export async function voidRecord(
  transport: QboTransport,
  kind: 'invoice' | 'payment',
  id: string,
  version: string,
): Promise<LedgerRecord> {
  const subject: Subject = { type: kind, label: id };
  const reply =
    kind === 'invoice'
      ? await post(transport, kind, { operation: 'void' }, { Id: id, SyncToken: version }, subject)
      : await post(
          transport,
          kind,
          { operation: 'update', include: 'void' },
          { Id: id, SyncToken: version, sparse: true },
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
  const subject: Subject = { type: kind, label: id };
  const body = { Id: id, SyncToken: version };
  if (kind === 'client') {
    await post(transport, kind, {}, { ...body, sparse: true, Active: false }, subject);
    return;
  }
  await post(transport, kind, { operation: 'delete' }, body, subject);
}

async function post(
  transport: QboTransport,
  kind: Writable,
  params: Readonly<Record<string, string>>,
  body: unknown,
  subject: Subject,
): Promise<QboReply> {
  try {
    return await transport.post({ path: ENTITY_OF[kind].toLowerCase(), params, body, subject });
  } catch (error) {
    throw await withHolder(transport, error, subject);
  }
}

function bodyToCreate(draft: Draft, subject: Subject): unknown {
  switch (draft.kind) {
    case 'client':
      return newCustomer(draft);
    case 'invoice':
      return wireInvoice(draft);
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
      return { ...head, Id: before.Id, ...wireInvoice(draft) };
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
  if (draft.kind === 'client' && /[:\t\n\r]/.test(draft.name)) {
    throw refuse(draft, subject, phrase('port.nameCharacters', about(subject)));
  }
  if (draft.kind !== 'invoice') return;
  if (draft.number.length > DOC_NUMBER_LENGTH_MAX) {
    throw refuse(draft, subject, phrase('port.numberTooLong', about(subject)));
  }
  if (usTaxCodeIds(draft).length > 1) {
    throw refuse(draft, subject, phrase('port.severalTaxes', about(subject)));
  }
}

function orRefused<T>(make: () => T, draft: Draft, subject: Subject): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refuse(draft, subject, phrase('port.cannotLink', about(subject)), error.message);
  }
}

function refuse(draft: Draft, subject: Subject, what: Phrase, technical = 'not sent'): PortError {
  return refused(askedOf(draft.kind, subject), what, technical);
}

function askedOf(kind: Writable, subject: Subject): Asked {
  return { side: 'qbo', method: 'POST', path: ENTITY_OF[kind].toLowerCase(), write: true, subject };
}

function about(subject: Subject) {
  return { system: 'QuickBooks', ...subjectValues(subject) };
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
