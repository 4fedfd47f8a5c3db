/**
 * Keeps the set-up of this browser and the firm's shared one the same: takes in what others
 * changed, writes what was changed here, and stops at what both changed differently.
 */
import { queueOf } from '../platform/queue';
import { PortError } from '../port/port-error';
import type { SharedNotes } from '../port/shared-notes';
import type { LedgerDatabase } from '../store/database';
import { missingDecisions } from '../store/quarantine';
import type { PairRow } from '../store/rows';
import { type Phrase, phrase } from '../wording/phrase';
import {
  baseOf,
  keepBase,
  keepLater,
  keepStatus,
  laterOf,
  type SharingStatus,
  statusOf,
} from './known';
import { localRows, putRows, setupTables } from './local-rows';
import { type Merged, mergeSetups, sameRows } from './merge';
import { added, newsBetween } from './news';
import type { SetupRows } from './rows';
import { type FoundSetup, readSetup, writeSetup } from './stored-setup';

export interface SharingDeps {
  readonly db: LedgerDatabase;
  readonly notes: SharedNotes;
  /** What this browser is called: "Chrome on Windows". */
  readonly browserName: string;
  readonly newId: () => string;
  /** Called after every change that a screen could show. */
  readonly onChange: () => void;
}

export interface SharingOrder {
  /** False: only take in what others changed; nothing is written to QuickBooks. */
  readonly write: boolean;
  /** What a person decided about conflicts, and the generation that was on the screen. */
  readonly chosen?: {
    readonly generation: number;
    readonly take: ReadonlyMap<string, 'mine' | 'theirs'>;
  };
  /** A person says: replace what cannot be read. */
  readonly overDamaged?: boolean;
}

/** Another browser may be faster again and again; then it is tried at the next change. */
const TRIES_MAX = 5;

/** One after the other: each starts from what the one before has left. Never throws a PortError. */
export function shareSetup(
  deps: SharingDeps,
  pairId: string,
  order: SharingOrder,
): Promise<SharingStatus> {
  return queueOf(deps.db).add(() => shareNow(deps, pairId, order));
}

async function shareNow(
  deps: SharingDeps,
  pairId: string,
  order: SharingOrder,
): Promise<SharingStatus> {
  const now = await attempt(deps, pairId, order);
  // What was known stays on the screen beside the sentence about what went wrong.
  const status = now.problem ? { ...(await statusOf(deps.db, pairId)), problem: now.problem } : now;
  await keepStatus(deps.db, pairId, status);
  deps.onChange();
  return status;
}

async function attempt(
  deps: SharingDeps,
  pairId: string,
  order: SharingOrder,
): Promise<SharingStatus> {
  try {
    for (let turn = 0; turn < TRIES_MAX; turn++) {
      const status = await once(deps, pairId, order);
      if (status) return status;
    }
    return failing(phrase('shared.busy'), 'others were faster each time');
  } catch (error) {
    if (error instanceof RangeError) return failing(phrase('shared.tooLarge'), error.message);
    if (!(error instanceof PortError)) throw error;
    const never = error.kind === 'refused' || error.kind === 'malformed';
    const what = phrase(never ? 'shared.refused' : 'shared.notNow');
    return failing(what, error.technical);
  }
}

/** One look and one step; null when it has to be looked at again. */
async function once(
  deps: SharingDeps,
  pairId: string,
  order: SharingOrder,
): Promise<SharingStatus | null> {
  const { db, notes } = deps;
  const pair = await db.pairs.get(pairId);
  if (!pair) return fine(null);
  const found = await readSetup(notes, pair.firm.id);
  if (found.state === 'newer') return failing(phrase('shared.newer'), found.technical);
  if (found.state === 'damaged' && !order.overDamaged) {
    return failing(phrase('shared.damaged'), found.technical);
  }
  // Before the set-up is finished here, the firm's own is offered, not mixed in.
  if (!pair.ready) return fine(found.state === 'whole' ? found.head : null);
  // What was damaged here, and comes back, is no news.
  const isNews = (await missingDecisions(db, pair.id)) === 0;
  const merged = await takeIn(deps, pair, found, order, isNews);
  if (merged === null) return null;
  // A run at work writes by the links that it was planned with: taken in once it has ended.
  if (merged === 'later') return fine(found.state === 'whole' ? found.head : null);
  const head = found.state === 'whole' ? found.head : null;
  if (merged.conflicts.length > 0) return { ...fine(head), conflicts: merged.conflicts };
  if (found.state === 'whole' && sameRows(merged.rows, found.rows)) return fine(head);
  if (!order.write) return fine(head);
  return write(deps, pair, found, merged.rows);
}

/** Merges into this browser's own set-up; null when that changed at the same moment. */
async function takeIn(
  { db }: SharingDeps,
  pair: PairRow,
  found: FoundSetup,
  order: SharingOrder,
  isNews: boolean,
): Promise<Merged | 'later' | null> {
  return db.transaction('rw', setupTables(db), async () => {
    const base = await baseOf(db, pair.id);
    const own = await localRows(db, pair.id);
    const later = await laterOf(db, pair.id);
    const mine = new Map([...later, ...own]);
    if (found.state !== 'whole') return { rows: mine, conflicts: [] };
    const { generation, doc } = found.head;
    const chosen = order.chosen?.generation === generation ? order.chosen.take : undefined;
    const theirs = found.rows;
    const merged =
      base?.doc === doc
        ? { rows: mine, conflicts: [] }
        : mergeSetups(base?.rows ?? new Map(), mine, theirs, chosen);
    if (merged.conflicts.length > 0) return merged;
    if (isApartElsewhere(mine, merged.rows) && (await isAtWork(db, pair.id))) return 'later';
    await keepLater(db, pair.id, await putRows(db, pair.id, own, merged.rows));
    const news = newsBetween(mine, merged.rows, found.head.savedBy);
    // Before anything was synced here, there is no plan that was made by other answers; and what a
    // person has just chosen, they know.
    if (news && isNews && pair.cutoff && !chosen) {
      const all = added(pair.setupNews, news);
      await db.pairs
        .where('id')
        .equals(pair.id)
        .modify((row) => {
          if (all) row.setupNews = all;
          else delete row.setupNews;
        });
    }
    if (base?.doc !== doc) await keepBase(db, pair.id, { generation, doc, rows: theirs });
    return merged;
  });
}

/** Somebody else took two documents apart, or joined them again. */
function isApartElsewhere(mine: SetupRows, next: SetupRows): boolean {
  const keys = [...mine.keys(), ...next.keys()].filter((key) => key.startsWith('apart:'));
  return keys.some((key) => mine.has(key) !== next.has(key));
}

async function isAtWork(db: LedgerDatabase, pairId: string): Promise<boolean> {
  const atWork = db.runs.where('status').anyOf('working', 'applying', 'paused');
  const writes = atWork.filter((run) => run.pairId === pairId && run.stage === 'apply');
  return (await writes.count()) > 0;
}

async function write(
  { db, notes, browserName, newId }: SharingDeps,
  pair: PairRow,
  over: FoundSetup,
  rows: SetupRows,
): Promise<SharingStatus | null> {
  const before = over.state === 'none' ? null : over.head;
  const known = (await baseOf(db, pair.id))?.generation ?? 0;
  const generation = Math.max(before?.generation ?? 0, known) + 1;
  const doc = newId();
  const what = { rows, generation, doc, savedBy: browserName };
  const written = await writeSetup(notes, pair.firm.id, over, what);
  if (written === null) return null;
  await keepBase(db, pair.id, { generation, doc, rows });
  return fine(written);
}

/** Takes the firm's set-up in the place of whatever was answered here so far. */
export async function adoptSetup(
  { db, notes }: SharingDeps,
  pairId: string,
  generation: number,
): Promise<'adopted' | 'moved'> {
  const pair = await db.pairs.get(pairId);
  const found = pair && (await readSetup(notes, pair.firm.id));
  if (found?.state !== 'whole' || found.head.generation !== generation) return 'moved';
  const { head, rows } = found;
  await db.transaction('rw', setupTables(db), async () => {
    const own = await localRows(db, pairId);
    await keepLater(db, pairId, await putRows(db, pairId, own, rows));
    await keepBase(db, pairId, { generation, doc: head.doc, rows });
    await keepStatus(db, pairId, fine(head));
  });
  return 'adopted';
}

function fine(head: SharingStatus['head']): SharingStatus {
  return { head, conflicts: [], problem: null };
}

function failing(what: Phrase, technical: string): SharingStatus {
  return { head: null, conflicts: [], problem: { what, technical } };
}
