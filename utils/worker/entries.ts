/** What a person does about history lines and clients: retry, remove, restore, exclude. */

import { endKey, rowKey, sideKey } from '../ledger/record-key';
import type { RequestOf } from '../messages/requests';
import type { LedgerDatabase } from '../store/database';
import { openEntries, unsolvedEntries } from '../store/entries';
import { soundRows } from '../store/kept-rows';
import { currentPair } from '../store/pair';
import type { EntryRecord } from '../store/rows';
import { wishRow } from '../store/wishes';
import { entryRow } from '../views/run-view';
import type { EntryPage } from '../views/views';
import { phrase } from '../wording/phrase';
import { convertAgain } from './convert';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';
import { standings } from './take-apart';

/** Before and behind every instant. */
const [FIRST, LAST] = ['', '\uffff'];

/** The newest entries of a run, or of all, with whatever else is still open; and how many there are. */
export async function entryPage(
  desk: Desk,
  { runId, newest }: RequestOf<'run.entries'>,
): Promise<EntryPage> {
  const { db } = desk;
  const pair = await currentPair(db);
  if (!pair) return { rows: [], total: 0 };
  const ignores = await db.ignores.where('pairId').equals(pair.id).toArray();
  const ignored = new Map(ignores.map((row) => [row.recordKey, row]));
  const all =
    runId === null
      ? db.entries.orderBy('at')
      : db.entries.where('[runId+at]').between([runId, FIRST], [runId, LAST]);
  // By their own key they are counted four times as fast as by any other.
  const total = await (runId === null ? db.entries : all).count();
  const page = await all.reverse().limit(newest).toArray();
  const entries = page.length < total ? await withOpen(db, pair.id, runId, page) : page;
  // Of one run as it went, of all the last first.
  if (runId !== null) entries.reverse();
  const rows = await soundRows(db, 'entries', entries, desk.now().toISOString());
  const standing = await standings(db, pair.id);
  return {
    rows: rows.map((entry) => entryRow(entry, ignored.get(entry.recordKey), standing(entry))),
    total,
  };
}

/** What needs somebody is never left out for its age. */
async function withOpen(
  db: LedgerDatabase,
  pairId: string,
  runId: string | null,
  page: readonly EntryRecord[],
): Promise<EntryRecord[]> {
  const known = new Set(page.map(({ id }) => id));
  const older = (await openEntries(db, pairId)).filter(
    (entry) => !known.has(entry.id) && (runId === null || entry.runId === runId),
  );
  return [...page, ...older.sort((a, b) => (a.at < b.at ? 1 : -1))];
}

/** Tries the chosen documents again (all that failed when none is chosen). */
export async function retryEntries(
  desk: Desk,
  { entryIds }: RequestOf<'entry.retry'>,
): Promise<{ runId: string }> {
  const pair = await mustPair(desk.db);
  const unsolved = await unsolvedEntries(desk.db, pair.id, desk.now().toISOString());
  const chosen =
    entryIds.length === 0 ? unsolved : unsolved.filter((entry) => entryIds.includes(entry.id));
  if (chosen.length === 0) throw new DeskRefusal(phrase('request.gone'));
  // A step of a conversion is not tried again alone: the conversion is, from its preview.
  const [run] = chosen.length === 1 ? await desk.db.runs.bulkGet(chosen.map((e) => e.runId)) : [];
  const again = run && (await convertAgain(desk, run));
  if (again) return again;
  const runId = await desk.runner(pair).start({
    pairId: pair.id,
    description: '',
    oneStep: true,
    only: chosen.map((entry) => entry.recordKey),
  });
  desk.kick();
  return { runId };
}

/** Leaves the document alone from now on. Reversible; the A/R effect is kept with the reason. */
export async function ignoreEntry(
  desk: Desk,
  { entryId, reason }: RequestOf<'entry.ignore'>,
): Promise<null> {
  const entry = await mustEntry(desk, entryId);
  await desk.db.ignores.put({
    key: rowKey(entry.pairId, entry.recordKey),
    pairId: entry.pairId,
    recordKey: entry.recordKey,
    reason,
    at: desk.now().toISOString(),
    effectCents: entry.effectCents,
  });
  desk.onChange();
  return null;
}

export async function restoreEntry(
  desk: Desk,
  { entryId }: RequestOf<'entry.restore'>,
): Promise<null> {
  const entry = await mustEntry(desk, entryId);
  await desk.db.ignores.delete(rowKey(entry.pairId, entry.recordKey));
  desk.onChange();
  return null;
}

async function mustEntry(desk: Desk, entryId: string) {
  const entry = await desk.db.entries.get(entryId);
  if (!entry) throw new DeskRefusal(phrase('request.gone'));
  return entry;
}

export async function excludeClient(
  desk: Desk,
  { side, clientId, reason }: RequestOf<'client.exclude'>,
): Promise<null> {
  const pair = await mustPair(desk.db);
  const earlier = (await desk.db.wishes.get(rowKey(pair.id, sideKey(side, clientId))))?.wish;
  const before = earlier?.do === 'exclude' ? earlier.before : earlier;
  const wish = { do: 'exclude' as const, why: reason, ...(before ? { before } : {}) };
  await desk.db.wishes.put(wishRow(pair.id, side, clientId, wish));
  desk.onChange();
  return null;
}

/** Takes the exclusion back, on whichever side of the pair it was put. */
export async function includeClient(
  desk: Desk,
  { side, clientId }: RequestOf<'client.include'>,
): Promise<null> {
  const { db } = desk;
  const pair = await mustPair(db);
  const end = side === 'tps' ? 'tpsKey' : 'qboKey';
  const link = await db.links
    .where(end)
    .equals(endKey(pair.id, 'client', clientId))
    .first();
  const keys = [rowKey(pair.id, sideKey(side, clientId))];
  if (link)
    keys.push(
      rowKey(pair.id, sideKey('tps', link.tpsId)),
      rowKey(pair.id, sideKey('qbo', link.qboId)),
    );
  await db.transaction('rw', db.wishes, async () => {
    for (const row of await db.wishes.where('key').anyOf(keys).toArray()) {
      if (row.wish.do !== 'exclude') continue;
      if (row.wish.before) await db.wishes.put({ ...row, wish: row.wish.before });
      else await db.wishes.delete(row.key);
    }
  });
  desk.onChange();
  return null;
}
