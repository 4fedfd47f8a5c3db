import type { Book } from './book/book';
import type { QboCompany } from './company';
import { centsOf } from './decimal';
import { type EntityName, isTransaction } from './entity-name';
import { isArray, isObject, type Json, type JsonObject, objectsAt, omit, textAt } from './json';
import { rulesOf } from './kinds';
import { paymentFacts } from './kinds/payment/facts';
import { entityOfLinkType } from './kinds/payment/link-types';
import { essentials } from './recorded/essentials';
import { LOAD_ORDER, Loader } from './recorded/loader';
import { type Recording, readRecordings } from './recorded/recordings';
import type { Application, Facts } from './store/record';

export interface SampleReport {
  /** Objects loaded, by entity. */
  readonly counts: Readonly<Record<string, number>>;
  /** Made because something recorded refers to them: "Item 12 Pump". */
  readonly placeholders: readonly string[];
  /** Applications of recorded payments to documents that were not recorded; left out. */
  readonly lostLinks: readonly string[];
  /** Documents whose recorded total does not follow from their lines; none is expected. */
  readonly totalsDiffer: readonly string[];
}

/** Which recordings to load; an object recorded twice is as in the first that is loaded. */
export interface SampleChoice {
  /** Files whose names begin with it; absent: all. */
  readonly source?: string;
  /** A file to load before the others, such as `Customer/minimul-qbo_api--9`. */
  readonly first?: string;
}

function chosen(all: readonly Recording[], { source, first }: SampleChoice): readonly Recording[] {
  const own = all.filter((one) => source === undefined || one.source === source);
  const isFirst = (one: Recording): boolean => one.file === first;
  return [...own.filter(isFirst), ...own.filter((one) => !isFirst(one))];
}

const COMPUTED: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'time',
  'Id',
  'SyncToken',
  'MetaData',
  'TotalAmt',
  'Balance',
  'BalanceWithJobs',
  'RemainingCredit',
  'UnappliedAmt',
  'LinkedTxn',
  'PurchaseEx',
  'CurrentBalance',
  'CurrentBalanceWithSubAccounts',
]);

/** Coordinates are no longer returned by the service (Intuit blog 2025-08-13). */
function withoutCoordinates(value: Json | undefined): Json | undefined {
  if (isArray(value)) return value.map((one) => withoutCoordinates(one) ?? null);
  if (!isObject(value)) return value;
  const out: Record<string, Json | undefined> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key !== 'Lat' && key !== 'Long') out[key] = withoutCoordinates(one);
  }
  return out;
}

function storedBody(entity: EntityName, recorded: JsonObject): JsonObject {
  const plain = withoutCoordinates(omit(recorded, COMPUTED));
  const body = isObject(plain) ? plain : {};
  if (entity === 'Payment') return omit(body, new Set(['Line']));
  if (!isTransaction(entity)) return named(entity, body);
  const lines = objectsAt(body, 'Line').filter(
    (line) => textAt(line, 'DetailType') !== 'SubTotalLineDetail',
  );
  return { ...body, Line: lines };
}

function named(entity: EntityName, body: JsonObject): JsonObject {
  const name = textAt(body, 'DisplayName') ?? textAt(body, 'FullyQualifiedName');
  if (entity !== 'Customer' && entity !== 'Vendor' && entity !== 'Employee') return body;
  const { Name: _name, ...rest } = body;
  return { ...rest, DisplayName: name };
}

/**
 * Replaces the company's content by objects recorded from real companies, found in `dir` in one
 * folder per entity. Balances follow from the documents that are there.
 */
export function loadSamples(
  company: QboCompany,
  dir: string,
  choice: SampleChoice = {},
): SampleReport {
  const recordings = chosen(readRecordings(dir), choice);
  company.reset();
  const book = company.internals;
  const loader = new Loader(book, company.nowMs());
  const counts: Record<string, number> = {};
  const lostLinks: string[] = [];
  const totalsDiffer: string[] = [];
  for (const { entity, body } of recordings) {
    const id = textAt(body, 'Id') ?? '';
    if (/^\d+$/.test(id)) book.store.reserveId(entity, id);
  }
  essentials(book, loader, recordings);
  for (const entity of LOAD_ORDER) {
    const own = recordings.filter((one) => one.entity === entity);
    for (const { recording, id } of given(loader, own)) {
      const body = loader.relinked(recording.source, entity, storedBody(entity, recording.body));
      const facts = isTransaction(entity)
        ? factsOf(book, loader, recording, body, lostLinks)
        : null;
      loader.put(entity, id, body, recording.body, facts);
      counts[entity] = (counts[entity] ?? 0) + 1;
      const total = centsOf(recording.body.TotalAmt);
      if (facts && total !== undefined && total !== facts.totalCents) {
        totalsDiffer.push(`${entity} ${id}`);
      }
    }
  }
  return { counts, placeholders: loader.placeholders, lostLinks, totalsDiffer };
}

/** Parents come before their children, whatever the order of the files. */
function* given(
  loader: Loader,
  recordings: readonly Recording[],
): Generator<{ recording: Recording; id: string }> {
  const depth = (one: Recording): number =>
    (textAt(one.body, 'FullyQualifiedName') ?? '').split(':').length;
  for (const recording of [...recordings].sort((a, b) => depth(a) - depth(b))) {
    const id = loader.idFor(recording);
    if (id !== undefined) yield { recording, id };
  }
}

function factsOf(
  book: Book,
  loader: Loader,
  recording: Recording,
  body: JsonObject,
  lostLinks: string[],
): Facts {
  const { entity, source } = recording;
  if (entity !== 'Payment') {
    const linked = entity === 'Deposit' ? movedLinks(loader, source, body) : body;
    const facts = rulesOf(entity).facts;
    if (!facts) throw new Error(`${entity} has no facts`);
    return facts(book, linked);
  }
  const applications: Application[] = [];
  for (const line of objectsAt(recording.body, 'Line')) {
    const link = objectsAt(line, 'LinkedTxn')[0];
    const type = textAt(link, 'TxnType') ?? '';
    const target = entityOfLinkType(type);
    const id = target ? loader.movedId(source, target, textAt(link, 'TxnId') ?? '') : '';
    const rec = target ? book.store.get(target, id) : undefined;
    const customerId = rec?.facts?.customerId;
    if (!target || !rec || !customerId) {
      lostLinks.push(
        `Payment ${textAt(recording.body, 'Id') ?? ''} on ${type} ${textAt(link, 'TxnId') ?? ''}`,
      );
      continue;
    }
    const whole = rec.facts?.postings.find((one) => one.customerId === customerId)?.cents ?? 0;
    const cents = centsOf(line.Amount) ?? 0;
    applications.push({
      type,
      entity: target,
      id,
      customerId,
      cents,
      kind: whole < 0 ? 'credit' : 'charge',
    });
  }
  return paymentFacts(book, body, centsOf(recording.body.TotalAmt) ?? 0, applications);
}

function movedLinks(loader: Loader, source: string, body: JsonObject): JsonObject {
  const lines = objectsAt(body, 'Line').map((line) => {
    const links = objectsAt(line, 'LinkedTxn');
    if (links.length === 0) return line;
    const moved = links.map((link) => {
      const type = textAt(link, 'TxnType');
      const target = type === 'Payment' || type === 'SalesReceipt' ? type : undefined;
      const id = textAt(link, 'TxnId') ?? '';
      return target ? { ...link, TxnId: loader.movedId(source, target, id) } : link;
    });
    return { ...line, LinkedTxn: moved };
  });
  return { ...body, Line: lines };
}
