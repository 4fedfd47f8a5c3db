import { type Asked, refused } from '../../http/failures';
import { settleInParallel } from '../../http/in-parallel';
import { QboRefusal } from '../classify';
import { type EntityName, LISTS_WITH_INACTIVE } from '../entities';
import { refusalPhrase } from '../fault-phrase';
import { type QueryReply, quoted, select } from '../query';
import type { QboReply, QboRequest, QboTransport } from '../request';
import { idOf } from './pages';

const PARALLEL_MAX = 4;

const ENTITIES: Readonly<Record<string, EntityName>> = {
  customer: 'Customer',
  invoice: 'Invoice',
  payment: 'Payment',
};

interface Wanted {
  readonly entity: EntityName;
  readonly id: string;
}

/** Which record it asks for by its id alone (`invoice/12`); null for anything else. */
export function recordAsked({ path, params }: QboRequest): Wanted | null {
  const [name = '', id = '', ...more] = path.split('/');
  const entity = ENTITIES[name];
  if (!entity || id === '' || more.length > 0 || params !== undefined) return null;
  return { entity, id: decodeURIComponent(id) };
}

/**
 * Records that are asked for by their ids, those of one kind in one query. One that is not there is
 * refused as QuickBooks refuses it by itself (610).
 */
export async function readByIds(
  transport: QboTransport,
  requests: readonly QboRequest[],
): Promise<readonly PromiseSettledResult<QboReply>[]> {
  const [only] = requests;
  if (requests.length === 1 && only) return Promise.allSettled([transport.get(only)]);
  const wanted = requests.map(recordAsked);
  const kinds = [...new Set(wanted.flatMap((one) => one?.entity ?? []))];
  const replies = await settleInParallel(kinds, PARALLEL_MAX, (entity) =>
    select(transport, entity, whereOf(entity, wanted)),
  );
  return Promise.allSettled(
    requests.map(async (request, at) => {
      const one = wanted[at];
      const reply = one && replies[kinds.indexOf(one.entity)];
      if (!one || !reply) throw new Error(`no record is asked for: ${request.path}`);
      if (reply.status === 'rejected') throw reply.reason;
      return replyOf(reply.value, one, request);
    }),
  );
}

function whereOf(entity: EntityName, wanted: readonly (Wanted | null)[]): string {
  const ids = wanted.flatMap((one) => (one?.entity === entity ? [quoted(one.id)] : []));
  const active = LISTS_WITH_INACTIVE.has(entity) ? ' AND Active IN (true,false)' : '';
  return `Id IN (${ids.join(',')})${active}`;
}

function replyOf(
  { rows, serverTime }: QueryReply,
  { entity, id }: Wanted,
  { path, subject }: QboRequest,
): QboReply {
  const asked: Asked = { side: 'qbo', method: 'GET', path, write: false, subject };
  const row = rows.find((each) => idOf(each) === id);
  if (row !== undefined) return { body: { [entity]: row, time: serverTime }, serverTime, asked };
  const error = { code: '610', message: 'Object Not Found', detail: '', element: '' };
  const what = refusalPhrase(error, subject);
  throw new QboRefusal(refused(asked, what, 'not among the rows'), error);
}
