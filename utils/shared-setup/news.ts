/**
 * What others of the firm changed in the set-up, and this browser has taken in: told before the
 * first plan that uses it, once.
 */
import type { SetupNews } from '../store/rows';
import type { SetupRows } from './rows';

/** Rows that are other ones than before; null where none is. */
export function newsBetween(before: SetupRows, after: SetupRows, by: string): SetupNews | null {
  const changes: SetupNews['changes'][number][] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    // The line to the past is drawn by a first sync, not by a person.
    if (key.startsWith('cutoff:') || key.startsWith('owed:')) continue;
    const [one, other] = [before.get(key) ?? null, after.get(key) ?? null];
    if (one !== other) changes.push({ key, one, other });
  }
  return changes.length === 0 ? null : { changes, by };
}

/** News upon news that nobody has seen yet; what came back to where it was is none; null without any. */
export function added(known: SetupNews | undefined, news: SetupNews): SetupNews | null {
  const changes = new Map((known?.changes ?? []).map((change) => [change.key, change]));
  for (const { key, one, other } of news.changes) {
    const before = changes.get(key);
    changes.set(key, { key, one: before ? before.one : one, other });
  }
  const left = [...changes.values()].filter(({ one, other }) => one !== other);
  return left.length === 0 ? null : { changes: left, by: news.by };
}

const KIND: Readonly<Record<string, 'mappings' | 'clients' | 'documents'>> = {
  mapping: 'mappings',
  pair: 'clients',
  wish: 'clients',
  ignore: 'documents',
  apart: 'documents',
};

/** How many answers of each kind; `excluded`: of the clients those that are newly excluded. */
export function countsOf({ changes }: SetupNews) {
  const counts = { mappings: 0, clients: 0, excluded: 0, documents: 0, rules: 0 };
  for (const { key, other } of changes) {
    counts[KIND[key.split(':')[0] ?? ''] ?? 'rules'] += 1;
    if (key.startsWith('wish:') && other?.includes('"exclude"')) counts.excluded += 1;
  }
  return counts;
}
