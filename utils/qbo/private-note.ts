import { splitMarker } from '../ledger/marker';

const VOIDED = /^Voided\b[\s:.,-]*/;

/**
 * PrivateNote of a document, taken apart: QBO puts "Voided" before the text of a voided one
 * (recorded: qbo_api void/invoice), then come the user's own words, then our marker.
 */
export function readNote(note: string): { memo: string; marker: string | null; voided: boolean } {
  const voided = VOIDED.test(note);
  return { ...splitMarker(voided ? note.replace(VOIDED, '') : note), voided };
}
