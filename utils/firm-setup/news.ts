/**
 * What others of the firm changed in the set-up, and this browser has taken in: told before the
 * first plan that uses it, once.
 */
import type { SetupNews } from '../store/database';
import type { SetupRows } from './rows';

const KIND: Readonly<Record<string, 'mappings' | 'clients' | 'documents'>> = {
  mapping: 'mappings',
  pair: 'clients',
  wish: 'clients',
  ignore: 'documents',
  owed: 'documents',
};

/** Rows that are other ones than before; null where none is. */
export function newsBetween(before: SetupRows, after: SetupRows, by: string): SetupNews | null {
  const news = { mappings: 0, clients: 0, excluded: 0, documents: 0, rules: 0, by };
  const keys = new Set([...before.keys(), ...after.keys()]);
  let count = 0;
  for (const key of keys) {
    const now = after.get(key);
    // The line to the past is drawn by a first sync, not by a person.
    if (now === before.get(key) || key.startsWith('cutoff:') || key.startsWith('owed:')) continue;
    count += 1;
    news[KIND[key.split(':')[0] ?? ''] ?? 'rules'] += 1;
    if (key.startsWith('wish:') && now?.includes('"exclude"')) news.excluded += 1;
  }
  return count === 0 ? null : news;
}

/** News upon news that nobody has seen yet. */
export function added(known: SetupNews | undefined, news: SetupNews): SetupNews {
  if (!known) return news;
  return {
    mappings: known.mappings + news.mappings,
    clients: known.clients + news.clients,
    excluded: known.excluded + news.excluded,
    documents: known.documents + news.documents,
    rules: known.rules + news.rules,
    by: news.by,
  };
}
