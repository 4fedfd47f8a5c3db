import { mustFit } from '../book/guards';
import { type EntityName, entityNamed } from '../entity-name';
import { faultBody } from '../envelopes';
import { QboFault, requiredParameter, unsupportedOperation } from '../fault';
import { type JsonObject, objectAt, objectsAt, textAt } from '../json';
import type { QboSwitches } from '../switches';
import type { Call } from './call';
import { sendDocument } from './send';

/** Intuit: 30 items recommended; others report that more are refused. */
const BATCH_ITEMS_MAX = 30;

/** Intuit developer blog 2015-04-06: beside a request id. */
const BID_LENGTH_MAX = 10;

function tooMany(): QboFault {
  return new QboFault(
    '1040',
    'Batch size exceeds allowed limit',
    `The number of items in the batch request exceeds the limit of ${BATCH_ITEMS_MAX}`,
  );
}

function subjectOf(item: JsonObject): { entity: EntityName; body: JsonObject } {
  for (const key of Object.keys(item)) {
    const entity = entityNamed(key);
    const body = objectAt(item, key);
    if (entity && body) return { entity, body };
  }
  throw requiredParameter('BatchItemRequest');
}

function run(call: Call, item: JsonObject): JsonObject {
  const query = textAt(item, 'Query');
  if (query !== undefined) return { QueryResponse: call.company.query(query) };
  const changes = objectAt(item, 'CDCQuery');
  if (changes) {
    const names = (textAt(changes, 'Entities') ?? '').split(',');
    return call.company.cdc(names, textAt(changes, 'ChangedSince') ?? '');
  }
  const { entity, body } = subjectOf(item);
  const data = (textAt(item, 'optionsData') ?? '').split(',');
  const options = { ...call.options, include: [...(call.options.include ?? []), ...data] };
  switch (textAt(item, 'operation')) {
    case 'create':
      return { [entity]: call.company.create(entity, body, options) };
    case 'update':
      return data.includes('void')
        ? { [entity]: call.company.void(entity, body, options) }
        : { [entity]: call.company.update(entity, body, options) };
    case 'delete':
      return { [entity]: call.company.remove(entity, body, options) };
    case 'send':
      return { [entity]: sendDocument(call, entity, textAt(body, 'Id') ?? '', null) };
    case 'void':
      return { [entity]: call.company.void(entity, body, options) };
    default:
      throw unsupportedOperation(`batch operation ${textAt(item, 'operation') ?? 'none'}`);
  }
}

/**
 * Items run by themselves and fail by themselves; none sees what another of the same request
 * made (Intuit developer blog 2017-07-27), so queries run first and new objects stay hidden.
 */
export function runBatch(
  call: Call,
  body: JsonObject,
  switches: Pick<QboSwitches, 'changesInBatch'>,
): JsonObject {
  const items = objectsAt(body, 'BatchItemRequest');
  if (items.length === 0) throw requiredParameter('BatchItemRequest');
  if (items.length > BATCH_ITEMS_MAX) throw tooMany();
  if (call.search.has('requestid')) for (const item of items) mustFit(item, 'bId', BID_LENGTH_MAX);
  const out = new Map<JsonObject, JsonObject>();
  const attempt = (item: JsonObject): void => {
    const bId = textAt(item, 'bId') ?? '';
    try {
      if (objectAt(item, 'CDCQuery') && switches.changesInBatch === 'refused') {
        throw unsupportedOperation('batch operation CDCQuery');
      }
      out.set(item, { ...run(call, item), bId });
    } catch (error) {
      if (!(error instanceof QboFault)) throw error;
      out.set(item, { Fault: faultBody(error), bId });
    }
  };
  const isQuery = (item: JsonObject): boolean => textAt(item, 'Query') !== undefined;
  call.company.asBatch(() => {
    for (const item of items) if (isQuery(item)) attempt(item);
    for (const item of items) if (!isQuery(item)) attempt(item);
  });
  return { BatchItemResponse: items.map((item) => out.get(item) ?? {}) };
}
