import type { Book, WriteContext } from '../../book/book';
import { customersOf, openFor } from '../../book/open';
import { centsOf } from '../../decimal';
import { businessError, cannotLink, QboFault, requiredParameter } from '../../fault';
import { type JsonObject, objectsAt, refAt, textAt } from '../../json';
import { type Application, keyOf, type Rec } from '../../store/record';
import { entityOfLinkType, linkTypeOf } from './link-types';

function target(book: Book, type: string, id: string): Rec {
  const entity = entityOfLinkType(type);
  if (entity === undefined) {
    throw new QboFault(
      '2170',
      'Invalid Enumeration',
      `Invalid Enumeration : ${type} is not a valid value for LinkedTxn.TxnType`,
      'TxnType',
    );
  }
  const rec = book.store.get(entity, id);
  if (!rec || rec.deleted || book.hidden.has(keyOf(entity, id))) {
    throw businessError(`The entity ${type} ${id} that you are trying to link does not exist.`);
  }
  return rec;
}

/** Whether `ancestor` stands somewhere above `customerId` in the tree of sub-customers. */
function isAbove(book: Book, ancestor: string, customerId: string): boolean {
  let id: string | undefined = customerId;
  for (let level = 0; level < 6 && id !== undefined; level += 1) {
    id = refAt(book.store.get('Customer', id)?.body, 'ParentRef');
    if (id === ancestor) return true;
  }
  return false;
}

/** Whose receivable of `rec` the payer settles; 620 when it is nobody of the payer's. */
function owner(book: Book, rec: Rec, payer: string): string {
  const customers = customersOf(rec);
  if (customers.includes(payer)) return payer;
  const own = customers.find((id) => isAbove(book, payer, id));
  if (own !== undefined && book.switches.parentPaysChild === 'allowed') return own;
  const name = textAt(rec.body, 'DocNumber') ?? rec.id;
  throw cannotLink(`${rec.entity} ${name} does not belong to the customer of this payment.`);
}

function applicationOf(book: Book, line: JsonObject, payer: string): Application {
  const links = objectsAt(line, 'LinkedTxn');
  const link = links[0];
  const cents = centsOf(line.Amount);
  if (cents === undefined) throw requiredParameter('Line.Amount');
  if (links.length !== 1 || link === undefined) throw requiredParameter('Line.LinkedTxn');
  if (cents < 0) throw businessError('Enter a transaction amount that is 0 or greater.');
  const type = textAt(link, 'TxnType') ?? '';
  const rec = target(book, type, textAt(link, 'TxnId') ?? '');
  const customerId = owner(book, rec, payer);
  const open = openFor(book, rec, customerId);
  const whole = rec.facts?.postings.find((posting) => posting.customerId === customerId);
  const kind = (whole?.cents ?? open) >= 0 ? 'charge' : 'credit';
  return { type: linkTypeOf(rec), entity: rec.entity, id: rec.id, customerId, cents, kind };
}

/** What of a target is free for this payment: its open part and what the payment held already. */
function freeCents(book: Book, application: Application, before: Rec | undefined): number {
  const rec = book.store.get(application.entity, application.id);
  let free = rec ? Math.abs(openFor(book, rec, application.customerId)) : 0;
  for (const own of before?.facts?.applications ?? []) {
    if (own.entity === application.entity && own.id === application.id) free += own.cents;
  }
  return free;
}

/** The server's own words for applying too much are not known; the code is the general one. */
function tooMuch({ switches }: Book, text: string): QboFault {
  return businessError(
    switches.refusalWords === 'bare' ? 'An unexpected error has occurred.' : text,
  );
}

function mustBeFree(
  book: Book,
  applications: readonly Application[],
  before: Rec | undefined,
): void {
  const sums = new Map<string, number>();
  for (const application of applications) {
    const key = `${keyOf(application.entity, application.id)} ${application.customerId}`;
    const sum = (sums.get(key) ?? 0) + application.cents;
    sums.set(key, sum);
    if (sum > freeCents(book, application, before)) {
      throw tooMuch(
        book,
        `The amount applied to ${application.type} ${application.id} is greater than its open balance.`,
      );
    }
  }
}

/** The applications that a request asks for; lines of zero apply nothing and are left out. */
export function requestedApplications(
  book: Book,
  input: JsonObject,
  payer: string,
  totalCents: number,
  context: WriteContext,
): readonly Application[] {
  const keeps = context.sparse && !('Line' in context.sent) && context.before !== undefined;
  const applications = keeps
    ? (context.before?.facts?.applications ?? [])
    : objectsAt(input, 'Line')
        .map((line) => applicationOf(book, line, payer))
        .filter((application) => application.cents > 0);
  mustBeFree(book, applications, context.before);
  let left = totalCents;
  for (const application of applications) {
    left += application.kind === 'credit' ? application.cents : -application.cents;
  }
  if (left < 0) {
    throw tooMuch(book, 'The amount applied is greater than the amount of this payment.');
  }
  return applications;
}
