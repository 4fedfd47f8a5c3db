/** What every write to QBO has in common. */

import { type Asked, refused } from '../../http/failures';
import type { PortError } from '../../port/port-error';
import { type Subject, subjectValues } from '../../port/subject';
import { type Phrase, phrase } from '../../wording/phrase';
import type { QboReply, QboTransport } from '../request';
import { withHolder } from './holder';

/** Longest `requestid` (Intuit blog 2015-04-06). */
const REQUEST_ID_LENGTH_MAX = 50;

export type WrittenEntity = 'Customer' | 'Invoice' | 'Payment' | 'JournalEntry' | 'CreditMemo';

/**
 * QBO answers a second call with the same `requestid` by its first answer, and runs nothing. A
 * write of several calls gives each a `step` of its own.
 */
export function onceBy(key: string, step = ''): { readonly requestid: string } {
  if (key === '' || key.length > REQUEST_ID_LENGTH_MAX) throw new Error(`bad request key: ${key}`);
  // The end of a key tells it from others: its start is the run's.
  return { requestid: `${key}${step}`.slice(-REQUEST_ID_LENGTH_MAX) };
}

export async function post(
  transport: QboTransport,
  entity: WrittenEntity,
  params: Readonly<Record<string, string>>,
  body: unknown,
  subject: Subject,
): Promise<QboReply> {
  try {
    return await transport.post({ path: entity.toLowerCase(), params, body, subject });
  } catch (error) {
    throw await withHolder(transport, error, subject);
  }
}

/** Deletes a document for good. */
export async function deleteOne(
  transport: QboTransport,
  entity: WrittenEntity,
  of: { readonly Id: string; readonly SyncToken: string },
  subject: Subject,
): Promise<void> {
  const body = { Id: of.Id, SyncToken: of.SyncToken };
  await post(transport, entity, { operation: 'delete' }, body, subject);
}

export function askedOf(entity: WrittenEntity, subject: Subject): Asked {
  return { side: 'qbo', method: 'POST', path: entity.toLowerCase(), write: true, subject };
}

/** A refusal of our own: nothing was sent. */
export function refuse(
  entity: WrittenEntity,
  subject: Subject,
  what: Phrase,
  technical = 'not sent',
): PortError {
  return refused(askedOf(entity, subject), what, technical);
}

export function gone(entity: WrittenEntity, subject: Subject): PortError {
  return refuse(entity, subject, phrase('port.gone', about(subject)), `no ${subject.label}`);
}

export function about(subject: Subject) {
  return { system: 'QuickBooks', ...subjectValues(subject) };
}
