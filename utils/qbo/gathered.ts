/**
 * The transport of one of several pieces of work: what they ask at the same time goes in as few
 * requests as can be. The same question is asked once, records are read by a list of their ids, and
 * queries and writes go in batches; where the limit has no room for a batch, they go one by one.
 */
import { settleInParallel } from '../http/in-parallel';
import type { Seat, Together } from '../platform/meeting';
import { PortError } from '../port/port-error';
import { BATCH_ITEMS_MAX, changesItem, queryItem, writeItem } from './batch';
import type { QboDeps } from './deps';
import { readByIds, recordAsked } from './read/by-ids';
import type { BatchItem, QboPart, QboReply, QboRequest, QboTransport, QboWrite } from './request';

const PARALLEL_MAX = 4;

type Settled = PromiseSettledResult<QboReply>;

/** What a read is in a batch; null where it goes by itself. */
type ItemOf = (request: QboRequest) => BatchItem | null;

type ReadPart = Extract<QboPart, { method: 'GET' }>;

/** Gives each piece of work its own transport. */
export function gathering(
  transport: QboTransport,
  {
    batchItems = BATCH_ITEMS_MAX,
    changesInBatch = false,
  }: Pick<QboDeps, 'batchItems' | 'changesInBatch'>,
): (seat: Seat) => QboTransport {
  const itemOf: ItemOf = (request) =>
    queryItem(request) ?? (changesInBatch ? changesItem(request) : null);
  const reads: Together<QboRequest, QboReply> = (requests) =>
    readAll(transport, batchItems, itemOf, requests);
  const writes: Together<QboWrite, QboReply> = (requests) =>
    writeAll(transport, batchItems, requests);
  return (seat) => {
    /** Of seconds ago: a write says which version it is meant for, so it is asked once. */
    const known = new Map<string, Promise<QboReply>>();
    return {
      ...transport,
      gathers: true,
      async get(request) {
        if (request.anyCompany && !(await transport.isPaired())) return transport.get(request);
        const key = keyOf(request);
        const reply = known.get(key) ?? seat.together(reads, request);
        if (isRecord(request)) known.set(key, reply);
        return reply;
      },
      post(request) {
        known.clear();
        return request.aside ? transport.post(request) : seat.together(writes, request);
      },
    };
  };
}

function isRecord(request: QboRequest): boolean {
  return recordAsked(request) !== null;
}

function keyOf({ path, params }: QboRequest): string {
  return `${path}?${new URLSearchParams(params)}`;
}

async function readAll(
  transport: QboTransport,
  batchItems: number,
  itemOf: ItemOf,
  requests: readonly QboRequest[],
): Promise<readonly Settled[]> {
  const merged = mergedOnes(requests);
  const keys = merged.map(keyOf);
  const different = new Map(merged.map((request) => [keyOf(request), request]));
  const all = [...different.entries()];
  const records = all.filter(([, request]) => isRecord(request));
  const queries = all.filter(([, request]) => itemOf(request) !== null);
  const others = all.filter(([, request]) => !isRecord(request) && itemOf(request) === null);
  const asPart = (request: QboRequest): ReadPart => ({
    method: 'GET',
    request,
    item: itemOf(request) ?? {},
  });
  const [ofRecords, ofQueries, ofOthers] = await Promise.all([
    readByIds(transport, records.map(requestOf)),
    questions(transport, batchItems, queries.map(requestOf).map(asPart)),
    oneByOne(transport, others.map(requestOf).map(asPart)),
  ]);
  const answers = new Map<string, Settled>();
  const note = (asked: typeof all, settled: readonly Settled[]) => {
    asked.forEach(([key], at) => {
      const answer = settled[at];
      if (answer) answers.set(key, answer);
    });
  };
  note(records, ofRecords);
  note(queries, ofQueries);
  note(others, ofOthers);
  return keys.flatMap((key) => answers.get(key) ?? []);
}

/** What a batch refuses to answer is asked by itself: it may be the batch that does not know it. */
async function questions(
  transport: QboTransport,
  batchItems: number,
  parts: readonly ReadPart[],
): Promise<readonly Settled[]> {
  const answers = await inBatches(transport, batchItems, parts);
  if (parts.length < 2) return answers;
  return Promise.all(
    parts.map(async ({ request }, at): Promise<Settled> => {
      const answer = answers[at];
      if (answer && !(answer.status === 'rejected' && isRefused(answer.reason))) return answer;
      const [again] = await Promise.allSettled([transport.get(request)]);
      return again;
    }),
  );
}

function isRefused(error: unknown): boolean {
  return error instanceof PortError && (error.kind === 'refused' || error.kind === 'malformed');
}

/** Those about one value each become the same question about all of them. */
function mergedOnes(requests: readonly QboRequest[]): readonly QboRequest[] {
  const values = new Map<string, Set<string>>();
  for (const { oneOf } of requests) {
    if (!oneOf) continue;
    const kind = oneOf.statementOf([]);
    values.set(kind, (values.get(kind) ?? new Set()).add(oneOf.value));
  }
  return requests.map((request) => {
    const { oneOf } = request;
    const all = oneOf && values.get(oneOf.statementOf([]));
    if (!oneOf || !all) return request;
    return { ...request, params: { query: oneOf.statementOf([...all].sort()) } };
  });
}

function requestOf([, request]: readonly [string, QboRequest]): QboRequest {
  return request;
}

async function writeAll(
  transport: QboTransport,
  batchItems: number,
  requests: readonly QboWrite[],
): Promise<readonly Settled[]> {
  const parts = requests.map((request) => ({ request, item: writeItem(request) }));
  const together: QboPart[] = [];
  const alone: QboPart[] = [];
  for (const { request, item } of parts) {
    if (item) together.push({ method: 'POST', request, item });
    else alone.push({ method: 'POST', request, item: {} });
  }
  const [ofTogether, ofAlone] = await Promise.all([
    inBatches(transport, batchItems, together),
    oneByOne(transport, alone),
  ]);
  const left = { together: [...ofTogether], alone: [...ofAlone] };
  return parts.flatMap(({ item }) => (item ? left.together : left.alone).shift() ?? []);
}

async function inBatches(
  transport: QboTransport,
  batchItems: number,
  parts: readonly QboPart[],
): Promise<readonly Settled[]> {
  const settled: Settled[] = [];
  while (settled.length < parts.length) {
    const some = parts.slice(settled.length, settled.length + batchItems);
    const answers = some.length > 1 ? await transport.batch(some) : null;
    // No room: a few go by themselves, and for the rest there may be by then.
    settled.push(...(answers ?? (await oneByOne(transport, some.slice(0, PARALLEL_MAX)))));
  }
  return settled;
}

function oneByOne(transport: QboTransport, parts: readonly QboPart[]): Promise<Settled[]> {
  return settleInParallel(parts, PARALLEL_MAX, (part) =>
    part.method === 'GET' ? transport.get(part.request) : transport.post(part.request),
  );
}
