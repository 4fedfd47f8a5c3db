/**
 * What goes into a batch and what comes back (qbo_api recordings `batch/basic.yml`; Intuit: Batch).
 * The order of the answers is not promised: a `bId` says which is whose.
 */
import { z } from 'zod';
import type { Answer } from '../http/send';
import type { BatchItem, QboRequest, QboWrite } from './request';

/** The web app's door is known to take so many (Intuit recommends at most 30). */
export const BATCH_ITEMS_MAX = 25;

/** Entities whose writes are known to work in a batch, as they stand in a path. */
const ENTITIES: Readonly<Record<string, string>> = {
  customer: 'Customer',
  invoice: 'Invoice',
  payment: 'Payment',
};

const anyObject = z.record(z.string(), z.unknown());

/** Objects of which a company has one, by the start of their path. */
const SETTINGS: Readonly<Record<string, string>> = {
  companyinfo: 'CompanyInfo',
  preferences: 'Preferences',
};

/** A query as an item, or what can be asked as one; null for a read of another kind. */
export function queryItem({ path, params }: QboRequest): BatchItem | null {
  if (path === 'query' && params?.query !== undefined) return { Query: params.query };
  const entity = settingAsked(path);
  return entity === null ? null : { Query: `SELECT * FROM ${entity}` };
}

/** Changes since an instant, which Intuit's schema has as an item (`CDCQuery`). */
export function changesItem({ path, params }: QboRequest): BatchItem | null {
  const { entities, changedSince } = params ?? {};
  if (path !== 'cdc' || entities === undefined || changedSince === undefined) return null;
  return { CDCQuery: { Entities: entities, ChangedSince: changedSince } };
}

function settingAsked(path: string): string | null {
  return SETTINGS[path.split('/')[0] ?? ''] ?? null;
}

const settingRows = z.looseObject({
  QueryResponse: z.record(z.string(), z.unknown()),
  time: z.unknown(),
});

/** What an item brought, in the form that the request by itself would have brought. */
export function asAsked({ path }: QboRequest, body: unknown): unknown {
  const entity = settingAsked(path);
  const read = entity === null ? null : settingRows.safeParse(body);
  if (entity === null || !read?.success) return body;
  const rows = read.data.QueryResponse[entity];
  return Array.isArray(rows) ? { [entity]: rows[0], time: read.data.time } : body;
}

/** A write as an item; null where it is not known how a batch takes it (a void, a journal entry). */
export function writeItem({ path, params, body, aside }: QboWrite): BatchItem | null {
  const entity = ENTITIES[path];
  const sent = anyObject.safeParse(body);
  if (entity === undefined || aside || !sent.success) return null;
  const others = Object.keys(params ?? {}).filter((name) => name !== 'requestid');
  if (others.length > 0) return null;
  return { operation: 'Id' in sent.data ? 'update' : 'create', [entity]: sent.data };
}

export function batchBody(items: readonly BatchItem[]): unknown {
  return { BatchItemRequest: items.map((item, at) => ({ ...item, bId: bIdOf(at) })) };
}

const answers = z.looseObject({
  BatchItemResponse: z.array(z.looseObject({ bId: z.string().optional() })),
  time: z.unknown(),
});

type Answers = z.infer<typeof answers>;

/** Null for an answer that is none of a batch. */
export function itemsIn(body: unknown): Answers | null {
  const parsed = answers.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The answer to one item, as it would have come to a request of its own; null where it has none. */
export function answerOf(all: Answers, at: number, whole: Answer): Answer | null {
  const item = all.BatchItemResponse.find(({ bId }) => bId === bIdOf(at));
  if (!item) return null;
  const { bId: _bId, ...body } = item;
  const status = 'Fault' in body ? 400 : whole.status;
  return { ...whole, status, text: JSON.stringify({ ...body, time: all.time }) };
}

/** At most 10 characters beside a request id. */
function bIdOf(at: number): string {
  return `i${at}`;
}
