/**
 * The tag that every document we write carries in a text field that the system keeps, so that
 * links can be rebuilt from the two systems alone. It names the twin, and behind `#` the firm:
 * `[TPS#0k3f9a2 invoice 118]` stands in QBO, `[QBO#0k3f9a2 invoice 187]` in TPS,
 * `[TPS#0k3f9a2 adjustment 12]` on an invoice, payment or journal entry. `[QBO#0k3f9a2 credit 73]`
 * stands on a TPS adjustment and names the document of QBO that it replaced, `[QBO#0k3f9a2 cheque 88]`
 * on one that equals a cheque to a client. Tags without a firm
 * were written by earlier versions, with numbers for ids.
 */
import { documentId, splitId } from './document-id';
import type { Side } from './side';

/** Begins with what a text seldom has, so that a long one is looked through once. */
const MARKER =
  /\[(TPS|QBO)(?:#([0-9a-z]{1,13}) (client|invoice|payment|adjustment|journal|cheque|expense|credit) ([^\s[\]|:]{1,360})| (client|invoice|payment|adjustment|journal|credit) (\d{1,19}))\]/;

type Carrier = 'client' | 'invoice' | 'payment';

export interface Marker {
  readonly side: Side;
  readonly type: Carrier;
  /** As the ledger has it: `A12` for an adjustment. */
  readonly id: string;
}

/** `{ side: 'tps', type: 'invoice', id: '118' }` as `[TPS invoice 118]`, id `A12` as `[TPS adjustment 12]`. */
export function markerText({ side, type, id }: Marker): string {
  const { list, ownId } = type === 'client' ? { list: 'plain', ownId: id } : splitId(id);
  return `[${side === 'tps' ? 'TPS' : 'QBO'} ${list === 'plain' ? type : list} ${ownId}]`;
}

/** A tag with the firm's short id, as it is written: ids may be of any form. */
export function stamped(marker: string | null, firm: string): string | null {
  const match = marker === null ? null : /^\[(TPS|QBO) ([a-z]+) (.+)\]$/s.exec(marker);
  const [, system, word, ownId] = match ?? [];
  if (!system || !word || !ownId) return marker;
  return `[${system}#${firm} ${word} ${encodeURIComponent(ownId)}]`;
}

/** The firm that a tag names; null for one without, and for a text that is none. */
export function firmOf(marker: string | null): string | null {
  return (marker === null ? null : MARKER.exec(marker)?.[2]) ?? null;
}

/** Do two tags name the same document? One of an earlier version names no firm. */
export function isSameMarker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  if (a === b) return true;
  const [one, other] = [parseMarker(a, 'invoice'), parseMarker(b, 'invoice')];
  const firms = [firmOf(a), firmOf(b)];
  const sameFirm = firms.includes(null) || firms[0] === firms[1];
  return (
    one !== null &&
    other !== null &&
    sameFirm &&
    one.side === other.side &&
    one.type === other.type &&
    one.id === other.id
  );
}

/** Splits a stored text into the user's own words and our marker (null when there is none). */
export function splitMarker(stored: string): { memo: string; marker: string | null } {
  const match = MARKER.exec(stored);
  if (!match) return { memo: stored.trim(), marker: null };
  const before = stored.slice(0, match.index).trimEnd();
  const after = stored.slice(match.index + match[0].length);
  return { memo: `${before}${after}`.trim(), marker: match[0] };
}

/**
 * Appends the marker to the user's own text. Where that leaves no room for it, there is no marker:
 * a person's words are never cut.
 */
export function withMarker(memo: string, marker: string | null, max: number): string {
  if (marker === null) return memo;
  if (memo === '') return marker;
  return memo.length + 1 + marker.length > max ? memo : `${memo} ${marker}`;
}

/**
 * Reads a marker back; null for any other text. An adjustment's twin is an invoice when it raises
 * what is owed and a payment when it lowers it: so it is of its carrier's type.
 */
export function parseMarker(text: string | null, carrier: Carrier): Marker | null {
  const match = text === null ? null : MARKER.exec(text);
  const [, system, , newWord, newId, oldWord, oldId] = match ?? [];
  const word = newWord ?? oldWord;
  const ownId = newId === undefined ? oldId : decoded(newId);
  if (!system || !word || !ownId) return null;
  const side = system === 'TPS' ? 'tps' : 'qbo';
  switch (word) {
    case 'client':
      return { side, type: word, id: ownId };
    case 'invoice':
    case 'payment':
      return { side, type: word, id: documentId('plain', ownId) };
    case 'adjustment':
    case 'journal':
    case 'cheque':
    case 'expense':
    case 'credit':
      return { side, type: carrier, id: documentId(word, ownId) };
    default:
      return null;
  }
}

/** Null for what nobody of us has encoded. */
function decoded(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}
