/**
 * Invariant 9: a preview writes nothing, anywhere but its own journal. Links that were lost may be
 * found again while reading (they follow from the markers), but none changes.
 */
import type { LedgerDatabase } from '../../../utils/store/database';
import type { Report } from './violation';

/** What people decided and what was agreed: none of it is a preview's to change. */
export interface Decided {
  readonly decisions: string;
  readonly links: ReadonlyMap<string, string>;
}

export async function decidedNow(db: LedgerDatabase): Promise<Decided> {
  const tables = [db.wishes, db.ignores, db.mappings, db.entries];
  const links = await db.links.toArray();
  return {
    decisions: JSON.stringify(await Promise.all(tables.map((table) => table.toArray()))),
    links: new Map(links.map((link) => [link.key, JSON.stringify(link)])),
  };
}

export async function previewChangedNothing(
  before: Decided,
  db: LedgerDatabase,
  report: Report,
): Promise<void> {
  const now = await decidedNow(db);
  const say = (text: string) =>
    report({ invariant: 9, kind: 'a preview changed what was agreed or decided', text });
  if (now.decisions !== before.decisions) say('decisions or history');
  for (const [key, link] of before.links) {
    if (now.links.get(key) !== link) say(`link ${key}: ${link} became ${now.links.get(key)}`);
  }
}
