/**
 * A customer's Notes: the user's own text, then `Client ID: ABC123 [TPS client 12]`. Only our tail
 * is ever replaced.
 */
import { splitMarker, withMarker } from '../ledger/marker';

/** Intuit's reference: Notes, 2000 characters. */
const NOTES_LENGTH_MAX = 2000;

const CODE_TAIL = /\s*Client ID: ([^\n[\]]{1,40})$/;

export function readNotes(notes: string): { own: string; code: string; marker: string | null } {
  const { memo, marker } = splitMarker(notes);
  const match = marker === null ? null : CODE_TAIL.exec(memo);
  if (!match) return { own: memo, code: '', marker };
  return { own: memo.replace(CODE_TAIL, '').trim(), code: (match[1] ?? '').trim(), marker };
}

/** New Notes: `own` kept, tail from code and marker where there is room for it. */
export function writeNotes(own: string, code: string, marker: string | null): string {
  if (marker === null) return own;
  const tail = code === '' ? marker : `Client ID: ${code} ${marker}`;
  return withMarker(own, tail, NOTES_LENGTH_MAX);
}
