import type { InvoiceLine } from './entities';

type Line = Pick<InvoiceLine, 'codeId' | 'description' | 'amountCents' | 'taxKey'>;

/** Has the line money or a code? One of a text alone is not carried over, and stays where it is. */
export function isRealLine({ codeId, amountCents }: Line): boolean {
  return codeId !== '' || amountCents !== 0;
}

/** What two sides of a line have in common, in the terms of one system. */
export function sameLine(a: Line, b: Line): boolean {
  return (
    a.codeId === b.codeId &&
    a.description === b.description &&
    a.amountCents === b.amountCents &&
    a.taxKey === b.taxKey
  );
}

/**
 * For each line as it shall be, the place of the line that it was, or null for a new one: the very
 * same line first, then one of the same code. Each is taken once.
 */
export function alignLines(
  before: readonly Line[],
  after: readonly Line[],
): readonly (number | null)[] {
  const taken = new Set<number>();
  const take = (alike: (line: Line) => boolean): number | null => {
    const at = before.findIndex((line, index) => !taken.has(index) && alike(line));
    if (at < 0) return null;
    taken.add(at);
    return at;
  };
  const exact = after.map((line) => take((old) => sameLine(old, line)));
  return after.map(
    (line, index) =>
      exact[index] ??
      take((old) => old.codeId === line.codeId && old.description === line.description) ??
      take((old) => old.codeId === line.codeId),
  );
}
