import type { Book } from './book/book';
import { entityNamed, KNOWN_BUT_EMPTY } from './entity-name';
import { QboFault, requiredParameter, unknownContext } from './fault';
import type { JsonObject } from './json';
import { pacificSeconds } from './pacific';
import type { Rec } from './store/record';

/** Intuit: change data capture. Entities that it does not follow. */
const UNSUPPORTED: ReadonlySet<string> = new Set([
  'journalcode',
  'taxagency',
  'timeactivity',
  'taxcode',
  'taxrate',
]);
const CDC_OBJECTS_MAX = 1000;
const LOOK_BACK_MS = 30 * 86_400_000;

function invalid(detail: string): QboFault {
  return new QboFault('4001', 'Invalid query', `QueryValidationError: ${detail}`);
}

/** Recorded: ruckus/quickbooks-ruby credit_memo_changes.xml. */
function tombstone(rec: Rec): JsonObject {
  return {
    domain: 'QBO',
    status: 'Deleted',
    Id: rec.id,
    MetaData: { LastUpdatedTime: pacificSeconds(rec.updatedMs) },
  };
}

/** Entities named by letter case of the request's own liking; "estimate" was recorded to work. */
export function changes(
  book: Book,
  entities: readonly string[],
  changedSince: string,
  present: (rec: Rec) => JsonObject,
): JsonObject {
  const since = Date.parse(changedSince);
  if (Number.isNaN(since)) throw invalid(`Invalid value for changedSince: ${changedSince}`);
  const tooOld = since < book.nowMs() - LOOK_BACK_MS;
  if (tooOld && book.switches.cdcOlderThan30Days === 'refused') {
    throw invalid('changedSince cannot be more than 30 days ago');
  }
  let left = CDC_OBJECTS_MAX;
  const responses: JsonObject[] = [];
  for (const name of entities) {
    const entity = entityNamed(name.trim());
    if (name.trim() === '') throw requiredParameter('entities');
    if (UNSUPPORTED.has(name.trim().toLowerCase())) {
      throw invalid(`Entity ${name} is not supported for change data capture`);
    }
    if (!entity && !KNOWN_BUT_EMPTY.has(name.trim().toLowerCase())) throw unknownContext(name);
    const found: JsonObject[] = [];
    for (const rec of entity ? book.store.table(entity).changedSince(since) : []) {
      if (left === 0) break;
      found.push(rec.deleted ? tombstone(rec) : present(rec));
      left -= 1;
    }
    if (found.length > 0 && entity) {
      responses.push({ [entity]: found, startPosition: 1, maxResults: found.length });
    } else if (book.switches.cdcEmptyEntity === 'emptyObject') {
      responses.push({});
    }
  }
  return { CDCResponse: [{ QueryResponse: responses }] };
}
