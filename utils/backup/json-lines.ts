/** A page of 1,000 long invoices is a few million characters; no line of ours is longer. */
const LINE_CHARS_MAX = 64 * 1024 ** 2;

/**
 * The lines of a packed file, parsed, one at a time. Throws what the browser throws for bad gzip,
 * bad UTF-8 or bad JSON, and RangeError for a line without end.
 */
export async function* jsonLines(file: Blob): AsyncGenerator<unknown, void> {
  const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Pieces of the line that has not ended yet; searched for its end once, not at each new piece.
  let pieces: string[] = [];
  let chars = 0;
  for (;;) {
    const { done, value } = await unpacked.read();
    const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
    const [first = '', ...others] = text.split('\n');
    pieces.push(first);
    chars += first.length;
    if (chars > LINE_CHARS_MAX) throw new RangeError('a line without end');
    for (const other of others) {
      yield parsed(pieces.join(''));
      pieces = [other];
      chars = other.length;
    }
    if (!done) continue;
    if (chars > 0) yield parsed(pieces.join(''));
    return;
  }
}

function parsed(line: string): unknown {
  const value: unknown = JSON.parse(line);
  return value;
}
