import { splitMarker } from '../ledger/marker';

/** What is known of it; in a language that is not, the word counts as the user's own. */
const VOIDED = /^(?:Voided|Void|Annulée?)(?:$|[\s:.,-]+)/u;

/**
 * PrivateNote of a document, taken apart: QBO puts "Voided" before the text of a voided one
 * (recorded: qbo_api void/invoice), then come the user's own words, then our marker.
 */
export function readNote(note: string): { memo: string; marker: string | null } {
  return splitMarker(note.replace(VOIDED, ''));
}
