/** So many rows are written before the worker answers somebody else. */
const PIECE = 500;

/** Writes many rows, some at a time: in the transaction of whoever calls it, all or none. */
export async function inPieces<Row>(
  rows: readonly Row[],
  write: (piece: readonly Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += PIECE) {
    await write(rows.slice(from, from + PIECE));
  }
}
