/** Two people's changes to the same set-up, row by row, against what both had last seen. Pure. */
import type { SetupRows } from './rows';

/** One row that both changed, and differently; null where it was taken out. */
export interface RowConflict {
  readonly key: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export interface Merged {
  /** What both together come to; a conflict stands as `mine` until a person decides. */
  readonly rows: SetupRows;
  readonly conflicts: readonly RowConflict[];
}

/**
 * @param base what both started from; empty when this browser has never seen a shared set-up
 * @param chosen what a person decided about conflicts, by key
 */
export function mergeSetups(
  base: SetupRows,
  mine: SetupRows,
  theirs: SetupRows,
  chosen: ReadonlyMap<string, 'mine' | 'theirs'> = new Map(),
): Merged {
  const rows = new Map<string, string>();
  const conflicts: RowConflict[] = [];
  for (const key of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const row = mergedRow(key, base.get(key), mine.get(key), theirs.get(key));
    const taken = row.conflict ? chosen.get(key) : undefined;
    if (row.conflict && taken === undefined) {
      conflicts.push({ key, mine: mine.get(key) ?? null, theirs: theirs.get(key) ?? null });
    }
    const text = taken === 'theirs' ? theirs.get(key) : row.text;
    if (text !== undefined) rows.set(key, text);
  }
  return claimedOnce(rows, mine, theirs, chosen, conflicts);
}

interface MergedRow {
  readonly text: string | undefined;
  readonly conflict: boolean;
}

function mergedRow(
  key: string,
  base: string | undefined,
  mine: string | undefined,
  theirs: string | undefined,
): MergedRow {
  if (mine === theirs || theirs === base) return { text: mine, conflict: false };
  if (mine === base) return { text: theirs, conflict: false };
  // Nobody decides these: the earlier first look counts, and it takes in more.
  if (key.startsWith('cutoff:')) return { text: earlier(mine, theirs), conflict: false };
  return { text: mine, conflict: true };
}

/** An instant stands for a list whose ids are not counted: of one of each, it says the less. */
function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.startsWith('@') !== b.startsWith('@')) return a.startsWith('@') ? a : b;
  return a.length < b.length || (a.length === b.length && a < b) ? a : b;
}

/** One customer paired with two clients, by two people: each row is new, together they clash. */
function claimedOnce(
  rows: Map<string, string>,
  mine: SetupRows,
  theirs: SetupRows,
  chosen: ReadonlyMap<string, 'mine' | 'theirs'>,
  conflicts: RowConflict[],
): Merged {
  const byCustomer = new Map<string, string>();
  for (const [key, customer] of [...rows]) {
    if (!key.startsWith('pair:')) continue;
    const other = byCustomer.get(customer);
    byCustomer.set(customer, key);
    if (other === undefined) continue;
    const ours = theirs.get(key) === customer ? other : key;
    if (chosen.get(ours) === 'theirs') rows.delete(ours);
    else if (chosen.get(ours) === 'mine') rows.delete(ours === key ? other : key);
    else if (!conflicts.some((conflict) => conflict.key === ours)) {
      conflicts.push({ key: ours, mine: mine.get(ours) ?? null, theirs: null });
    }
  }
  return { rows, conflicts };
}

export function sameRows(a: SetupRows, b: SetupRows): boolean {
  return a.size === b.size && [...a].every(([key, text]) => b.get(key) === text);
}
