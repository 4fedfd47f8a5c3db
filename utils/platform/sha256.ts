/** SHA-256 of a text (as UTF-8) or of a file, in hexadecimal. A file is hashed whole. */
export async function sha256Of(what: string | Blob): Promise<string> {
  const bytes =
    typeof what === 'string' ? new TextEncoder().encode(what) : await what.arrayBuffer();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
