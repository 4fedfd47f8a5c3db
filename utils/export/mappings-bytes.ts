/**
 * Bytes as text and back: what extensions send between their contexts is JSON. Pieces, because a
 * call takes some tens of thousands of arguments at most.
 */
const PIECE_BYTES = 0x8000;

export function toBase64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let binary = '';
  for (let at = 0; at < all.length; at += PIECE_BYTES) {
    binary += String.fromCharCode(...all.subarray(at, at + PIECE_BYTES));
  }
  return btoa(binary);
}

/** Throws a DOMException when the text is not base64. */
export function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes.buffer;
}

/** How long the text of so many bytes is. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
