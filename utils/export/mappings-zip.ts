/** Looks into the table of contents of a zip file, which an xlsx is, without unpacking anything. */

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** Fixed part of the last record; a comment of at most 64 KB follows it. */
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;
const ENTRY_BYTES = 46;

/** Whether the file begins like a zip. An old `.xls`, or one with a password, does not. */
export function isZip(file: ArrayBuffer): boolean {
  return file.byteLength > END_BYTES && new DataView(file).getUint32(0, true) === LOCAL_HEADER;
}

/**
 * How many bytes the entries say they unpack to (PKWARE APPNOTE 4.3.12); null for a file whose
 * directory is damaged. The unpacker itself refuses an entry that is longer than it says.
 */
export function unpackedBytes(file: ArrayBuffer): number | null {
  const view = new DataView(file);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let bytes = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY_BYTES > view.byteLength) return null;
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    bytes += view.getUint32(at + 24, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES_MAX); at--) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return null;
}
