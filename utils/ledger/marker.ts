/**
 * The tag that every document we write carries in a text field that the system keeps, so that
 * links can be rebuilt from the two systems alone. It names the twin: `[TPS invoice 118]` stands
 * in QBO, `[QBO invoice 187]` in TPS.
 */
import type { Side } from './side';

const MARKER = /\s*\[(TPS|QBO) (client|invoice|payment|adjustment) (\d{1,19})\]/;

export interface Marker {
  readonly side: Side;
  readonly type: 'client' | 'invoice' | 'payment' | 'adjustment';
  readonly id: string;
}

/** `{ side: 'tps', type: 'invoice', id: '118' }` as `[TPS invoice 118]`. */
export function markerText(marker: Marker): string {
  return `[${marker.side === 'tps' ? 'TPS' : 'QBO'} ${marker.type} ${marker.id}]`;
}

/** Splits a stored text into the user's own words and our marker (null when there is none). */
export function splitMarker(stored: string): { memo: string; marker: string | null } {
  const match = MARKER.exec(stored);
  if (!match) return { memo: stored.trim(), marker: null };
  return { memo: stored.replace(MARKER, '').trim(), marker: match[0].trim() };
}

/** Appends the marker to the user's own text, cutting that text (never the tag) at `max`. */
export function withMarker(memo: string, marker: string, max: number): string {
  const room = max - marker.length - 1;
  const own = memo.length > room ? `${memo.slice(0, Math.max(0, room - 1))}…` : memo;
  return own === '' ? marker : `${own} ${marker}`;
}

/** Reads a marker back; null for any other text. */
export function parseMarker(text: string | null): Marker | null {
  const match = text === null ? null : MARKER.exec(text);
  const [, side, type, id] = match ?? [];
  if (!side || !type || !id) return null;
  if (type !== 'client' && type !== 'invoice' && type !== 'payment' && type !== 'adjustment') {
    return null;
  }
  return { side: side === 'TPS' ? 'tps' : 'qbo', type, id };
}
