/**
 * How long the two systems take, as assumed: nobody has measured the real ones. The figures of the
 * bench hang on it, so it is printed with them.
 */

import { isArray, isObject, objectAt, objectsAt, parseJson } from '../../sandbox/qbo/json';
import type { WireRequest } from '../../simulation/world/wire-request';

export const MODEL = {
  qboWriteMs: 250,
  qboBatchMs: 200,
  qboBatchItemMs: 80,
  qboQueryMs: 250,
  qboRowMs: 0.9,
  qboChangesMs: 600,
  tpsReadMs: 150,
  tpsRowMs: 0.5,
  tpsWriteMs: 250,
} as const;

/** What a refused request takes. */
const REFUSED_MS = 30;

export async function serviceMs(request: WireRequest, response: Response): Promise<number> {
  if (response.status === 429) return REFUSED_MS;
  const text = await response.clone().text();
  return request.side === 'tps' ? tpsMs(request, text) : qboMs(request, text);
}

function tpsMs({ method }: WireRequest, text: string): number {
  if (method !== 'GET') return MODEL.tpsWriteMs;
  const body = text === '' ? null : parseJson(text);
  const items = isObject(body) ? objectsAt(body, 'items').length : 0;
  return MODEL.tpsReadMs + MODEL.tpsRowMs * items;
}

function qboMs({ path, body }: WireRequest, text: string): number {
  if (/\/cdc\?/.test(path)) return MODEL.qboChangesMs;
  if (/\/query\?/.test(path)) return MODEL.qboQueryMs + MODEL.qboRowMs * rowsIn(parseJson(text));
  if (!/\/batch\?/.test(path)) return MODEL.qboWriteMs;
  const sent = parseJson(body);
  const answer = parseJson(text);
  const items = isObject(sent) ? objectsAt(sent, 'BatchItemRequest') : [];
  const rows = (isObject(answer) ? objectsAt(answer, 'BatchItemResponse') : []).map(rowsIn);
  const all = rows.reduce((sum, one) => sum + one, 0);
  return MODEL.qboBatchMs + MODEL.qboBatchItemMs * items.length + MODEL.qboRowMs * all;
}

function rowsIn(body: ReturnType<typeof parseJson>): number {
  const response = isObject(body) ? objectAt(body, 'QueryResponse') : undefined;
  const lists = Object.values(response ?? {}).filter(isArray);
  return lists.reduce((sum, list) => sum + list.length, 0);
}
