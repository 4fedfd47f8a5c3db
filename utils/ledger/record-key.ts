/**
 * The keys under which records are known: here alone they are put together and taken apart. An id is
 * opaque text of any form, so it is encoded wherever it stands beside others (`118` stays `118`).
 */
import type { RecordKind } from './entities';
import type { QboId, TpsId } from './ids';
import type { Side } from './side';

/** Half of a character, which no text that is whole has. */
const HALF = /\p{Surrogate}/gu;

/** What is the same as a part of a key: nearly every id. */
const PLAIN = /^[\w.-]*$/;

/** An id as part of a key: without `:`, `|`, `/` and blanks. Never throws. */
export function idPart(id: string): string {
  if (PLAIN.test(id)) return id;
  return encodeURIComponent(id.replaceAll(HALF, '\ufffd'));
}

/** `tps:invoice:118` */
export function recordKey(side: Side, kind: RecordKind, id: string): string {
  return `${side}:${kind}:${idPart(id)}`;
}

export interface RecordName {
  readonly side: Side;
  readonly kind: RecordKind;
  readonly id: string;
}

const SIDE: Readonly<Record<Side, true>> = { tps: true, qbo: true };
const KIND: Readonly<Record<RecordKind, true>> = {
  client: true,
  invoice: true,
  payment: true,
  foreign: true,
};

/** What a `recordKey` names; null for a text that is none. */
export function recordNamed(key: string): RecordName | null {
  const [side = '', kind = '', id, more] = key.split(':');
  if (!isIn(SIDE, side) || !isIn(KIND, kind) || !id || more !== undefined) return null;
  const decoded = decodedId(id);
  return decoded === null ? null : { side, kind, id: decoded };
}

/** `tps:118`: where the kind is clear. */
export function sideKey(side: Side, id: string): string {
  return `${side}:${idPart(id)}`;
}

/** What a `sideKey` names. */
export function sideNamed(key: string): { readonly side: Side; readonly id: string } {
  const [side = '', id = ''] = key.split(':');
  return { side: side === 'tps' ? 'tps' : 'qbo', id: decodedId(id) ?? '' };
}

/** Two records of which a person says whether they are one: `tps:invoice:118|qbo:invoice:7`. */
export function bothKey(tpsKey: string, qboKey: string): string {
  return `${tpsKey}|${qboKey}`;
}

/** The keys that a `bothKey` was made of; of a `recordKey`, that one alone. */
export function endsOf(key: string): string[] {
  return key.split('|');
}

/** `invoice:118:7` */
export function twinsKey(type: RecordKind, tpsId: TpsId, qboId: QboId): string {
  return `${type}:${idPart(tpsId)}:${idPart(qboId)}`;
}

/** `create:invoice:qbo:118`: what is to be done, where, and about which record. */
export function intentKey(does: string, type: RecordKind, to: Side, id: string): string {
  return `${does}:${type}:${to}:${idPart(id)}`;
}

/** The key of a stored row: those of one pair of books begin alike. */
export function rowKey(pairId: string, key: string): string {
  return `${pairId}:${key}`;
}

/** Of a stored link, by one of its ends. */
export function endKey(pairId: string, type: RecordKind, id: string): string {
  return rowKey(pairId, `${type}:${idPart(id)}`);
}

/** The beginning of all keys of the rows of one foreign document: it can touch several customers. */
export function foreignPrefix(pairId: string, side: Side, id: string): string {
  return `${rowKey(pairId, recordKey(side, 'foreign', id))}/`;
}

/** Null for what nobody of us has encoded. */
function decodedId(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function isIn<K extends string>(known: Readonly<Record<K, true>>, text: string): text is K {
  return Object.hasOwn(known, text);
}
