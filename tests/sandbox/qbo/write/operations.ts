import { mustBeAmounts } from '../book/amounts';
import type { Book, WriteContext, WriteOptions } from '../book/book';
import { mustBeOpenPeriod, mustNotBeDeposited, mustNotBeReconciled } from '../book/guards';
import type { EntityName } from '../entity-name';
import {
  invalidId,
  objectNotFound,
  requiredParameter,
  staleObject,
  unsupportedOperation,
} from '../fault';
import { booleanAt, type JsonObject, textAt } from '../json';
import { rulesOf } from '../kinds';
import { paymentFacts } from '../kinds/payment/facts';
import { shapeOf } from '../shapes';
import { checkShape, withoutBlanks } from '../shapes/shape';
import { type Facts, keyOf, type Rec } from '../store/record';
import { commit, DEFAULT_USER, follow } from './commit';

/** The record of an id; 2030 when it is no number, 610 when there is none. */
export function existing(book: Book, entity: EntityName, id: string): Rec {
  if (!/^\d+$/.test(id)) throw invalidId(id);
  const rec = book.store.get(entity, id);
  if (!rec || rec.deleted || book.hidden.has(keyOf(entity, id))) throw objectNotFound();
  return rec;
}

/** The record that a write names by Id and SyncToken; another token is 5010. */
function addressed(book: Book, entity: EntityName, body: JsonObject): Rec {
  const id = textAt(body, 'Id');
  if (id === undefined) throw requiredParameter('Id');
  const rec = existing(book, entity, id);
  const token = textAt(body, 'SyncToken');
  if (token === undefined) throw requiredParameter('SyncToken');
  if (token !== String(rec.syncToken)) throw staleObject(rec.user);
  return rec;
}

function mustBeChangeable(book: Book, rec: Rec): void {
  mustNotBeDeposited(book, rec);
  mustNotBeReconciled(book, rec);
  if (rec.facts) mustBeOpenPeriod(book, rec.facts.date);
}

export function create(
  book: Book,
  entity: EntityName,
  sent: JsonObject,
  options: WriteOptions,
): Rec {
  const body = withoutBlanks(sent, shapeOf(entity));
  checkShape(body, shapeOf(entity));
  mustBeAmounts(book, body);
  const context: WriteContext = { before: undefined, options, sparse: false, sent: body };
  const draft = rulesOf(entity).draft(book, body, context);
  if (draft.facts) mustBeOpenPeriod(book, draft.facts.date);
  const rec = commit(book, entity, draft, undefined, options);
  noteNumber(book, rec);
  return rec;
}

function noteNumber(book: Book, rec: Rec): void {
  const number = rec.facts?.docNumber;
  const counted =
    rec.entity === 'Invoice' || rec.entity === 'CreditMemo' || rec.entity.endsWith('Receipt');
  if (number && counted && /\d$/.test(number)) book.store.lastDocNumber = number;
}

export function update(
  book: Book,
  entity: EntityName,
  sent: JsonObject,
  options: WriteOptions,
): Rec {
  const body = withoutBlanks(sent, shapeOf(entity));
  checkShape(body, shapeOf(entity));
  mustBeAmounts(book, body);
  const before = addressed(book, entity, body);
  mustBeChangeable(book, before);
  const sparse = booleanAt(body, 'sparse') ?? false;
  const rules = rulesOf(entity);
  const input = sparse ? { ...rules.present(book, before, true), ...body } : body;
  const draft = rules.draft(book, input, { before, options, sparse, sent: body });
  if (draft.facts) mustBeOpenPeriod(book, draft.facts.date);
  // Recorded: minimul/qbo_api deactivate/account.yml; nothing changed, so the token stays.
  if (!before.active && sameJson(draft.body, before.body)) return before;
  return commit(book, entity, draft, before, options);
}

const sorted = (from: JsonObject): string =>
  JSON.stringify(Object.entries(from).sort(([a], [b]) => (a < b ? -1 : 1)));
const sameJson = (a: JsonObject, b: JsonObject): boolean => sorted(a) === sorted(b);

const UNDELETABLE: ReadonlySet<EntityName> = new Set<EntityName>([
  'Customer',
  'Vendor',
  'Employee',
  'Item',
  'Account',
  'TaxCode',
  'TaxRate',
  'Term',
  'PaymentMethod',
  'Preferences',
  'CompanyInfo',
]);

export function remove(
  book: Book,
  entity: EntityName,
  body: JsonObject,
  options: WriteOptions,
): Rec {
  if (UNDELETABLE.has(entity)) throw unsupportedOperation(`delete ${entity}`);
  const before = addressed(book, entity, body);
  mustBeChangeable(book, before);
  const user = options.user ?? DEFAULT_USER;
  const next: Rec = {
    ...before,
    deleted: true,
    syncToken: before.syncToken + 1,
    updatedMs: book.nowMs(),
    user,
  };
  book.store.put(next);
  follow(book, before, next, book.switches.removeLinked);
  return next;
}

export function voidDocument(
  book: Book,
  entity: EntityName,
  body: JsonObject,
  options: WriteOptions,
): Rec {
  const rules = rulesOf(entity);
  if (!rules.voided) throw unsupportedOperation(`void ${entity}`);
  const before = addressed(book, entity, body);
  mustBeChangeable(book, before);
  if (before.facts?.voided) return before;
  const voided = rules.voided(before, book.switches.voidWord);
  const next: Rec = {
    ...before,
    body: voided,
    facts: voidedFacts(book, entity, voided),
    syncToken: before.syncToken + 1,
    updatedMs: book.nowMs(),
    user: options.user ?? DEFAULT_USER,
  };
  book.store.put(next);
  follow(book, before, next, book.switches.removeLinked);
  return next;
}

function voidedFacts(book: Book, entity: EntityName, body: JsonObject): Facts {
  if (entity === 'Payment') return paymentFacts(book, body, 0, []);
  const facts = rulesOf(entity).facts;
  if (!facts) throw new Error(`${entity} has no facts`);
  return facts(book, body);
}
