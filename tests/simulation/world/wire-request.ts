import type { Side } from '../../../utils/ledger/side';
import { isObject, objectAt, objectsAt, parseJson, textAt } from '../../sandbox/qbo/json';
import { isWriteRequest } from '../../sandbox/traffic';

/** One request of the extension, as the sites see it. */
export interface WireRequest {
  readonly side: Side;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
  /** It could change something; a read by POST does not. */
  readonly write: boolean;
}

export function wireRequest(side: Side, url: string, init: RequestInit): WireRequest {
  const { pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const method = init.method ?? 'GET';
  const body = typeof init.body === 'string' ? init.body : '';
  const plain = side === 'qbo' ? path.replace(/^\/api/, '') : path;
  return { side, method, path, body, write: isWriteRequest(method, plain, body) };
}

const BATCH = /\/batch(?:\?|$)/;

/** Each write of a batch as the request that it would be by itself; any other request is its only part. */
export function partsOf(request: WireRequest): readonly WireRequest[] {
  if (request.side === 'tps' || !BATCH.test(request.path)) return [request];
  return itemsIn(request.body, 'BatchItemRequest').flatMap((item) => {
    if (textAt(item, 'operation') === undefined) return [];
    const entity = Object.keys(item).find((key) => objectAt(item, key) !== undefined) ?? '';
    const path = request.path.replace(BATCH, `/${entity.toLowerCase()}?`);
    return [{ ...request, path, body: JSON.stringify(item[entity]) }];
  });
}

/** Ids of what each part has made or changed, by the answer to it; null where it was refused. */
export async function idsIn(
  request: WireRequest,
  response: Response,
): Promise<readonly (string | null)[]> {
  const asked = itemsIn(request.body, 'BatchItemRequest');
  const answers = itemsIn(await response.clone().text(), 'BatchItemResponse');
  return asked.flatMap((item) => {
    if (textAt(item, 'operation') === undefined) return [];
    const answer = answers.find((one) => textAt(one, 'bId') === textAt(item, 'bId')) ?? {};
    const entity = Object.keys(item).find((key) => objectAt(item, key) !== undefined) ?? '';
    const made = objectAt(answer, entity);
    return [(made && textAt(made, 'Id')) ?? null];
  });
}

function itemsIn(text: string, list: string) {
  const body = text === '' ? null : parseJson(text);
  return isObject(body) && Array.isArray(body[list]) ? objectsAt(body, list) : [];
}
