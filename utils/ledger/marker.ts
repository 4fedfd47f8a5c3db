/**
 * The tag that every document we write carries in a text field that the system keeps, so that
 * links can be rebuilt from the two systems alone. It names the twin: `[TPS invoice 118]` stands
 * in QBO, `[QBO invoice 187]` in TPS, `[TPS adjustment 12]` on an invoice, payment or journal entry.
 * `[QBO credit 73]` stands on a TPS adjustment and names the document of QBO that it replaced.
 */
import { documentId, splitId } from './document-id';
import type { Side } from './side';

const MARKER = /\s*\[(TPS|QBO) (client|invoice|payment|adjustment|journal|credit) (\d{1,19})\]/;

type Carrier = 'client' | 'invoice' | 'payment';

export interface Marker {
  readonly side: Side;
  readonly type: Carrier;
  /** As the ledger has it: `A12` for an adjustment. */
  readonly id: string;
}

/** `{ side: 'tps', type: 'invoice', id: '118' }` as `[TPS invoice 118]`, id `A12` as `[TPS adjustment 12]`. */
export function markerText({ side, type, id }: Marker): string {
  const { list, ownId } = splitId(id);
  return `[${side === 'tps' ? 'TPS' : 'QBO'} ${list === 'plain' ? type : list} ${ownId}]`;
}

/** Splits a stored text into the user's own words and our marker (null when there is none). */
export function splitMarker(stored: string): { memo: string; marker: string | null } {
  const match = MARKER.exec(stored);
  if (!match) return { memo: stored.trim(), marker: null };
  return { memo: stored.replace(MARKER, '').trim(), marker: match[0].trim() };
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
  const [, system, word, ownId] = match ?? [];
  if (!system || !word || !ownId) return null;
  const side = system === 'TPS' ? 'tps' : 'qbo';
  if (word === 'adjustment' || word === 'journal' || word === 'credit') {
    return { side, type: carrier, id: documentId(word, ownId) };
  }
  if (word !== 'client' && word !== 'invoice' && word !== 'payment') return null;
  return { side, type: word, id: ownId };
}
