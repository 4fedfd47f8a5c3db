import { localDay } from '../ledger/plain-date';
import { SIDES, type Side } from '../ledger/side';
import type { Writable } from '../port/books-port';
import { PortError } from '../port/port-error';
import { countOf, mirrorOf, storeBalances, storePull } from '../store/mirror';
import type { PairRow, RunRecord } from '../store/rows';
import { areExplained } from '../tieout/are-explained';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { RunStop } from './stop';

/** Lists that a run has read so recently are not read by it once more: documents are. */
const LISTS_MS_MAX = 2 * 60_000;

/** What both systems report of the receivable. */
export type Reported = Awaited<ReturnType<typeof readReceivable>>;

/** The first stage of a run, and the last; see `readBooks`. */
export async function pullStage(
  deps: RunnerDeps,
  run: RunRecord,
  how: 'changes' | 'everything' = 'changes',
): Promise<Reported> {
  const at = deps.now();
  const listsAt = (await deps.db.runs.get(run.id))?.listsAt;
  const ageMs = listsAt === undefined ? LISTS_MS_MAX : at.getTime() - Date.parse(listsAt);
  const isRecent = how === 'changes' && ageMs >= 0 && ageMs < LISTS_MS_MAX;
  const onRead = (read: number) => {
    void deps.db.runs.update(run.id, { read }).then(deps.onChange);
  };
  const reported = await readBooks(deps, run.pairId, how, onRead, isRecent ? 'keep' : 'read');
  if (how === 'changes') await readWhatMovedUnseen(deps, run.pairId, reported, onRead);
  if (!isRecent) await deps.db.runs.update(run.id, { listsAt: at.toISOString() });
  return reported;
}

/**
 * Reads both books into the mirror: everything the first time, then what changed. Nothing is
 * stored of a side that could not be read to its end.
 */
export async function readBooks(
  deps: RunnerDeps,
  pairId: string,
  how: 'changes' | 'everything',
  onRead: (count: number) => void,
  lists: 'read' | 'keep' = 'read',
): Promise<Reported> {
  const pair = await pairOf(deps, pairId);
  const read = { tps: 0, qbo: 0 };
  await eachSide((side) => checkBooks(deps, pair, side, lists));
  await eachSide((side) =>
    pullSide(deps, pair, side, how, (count) => {
      read[side] = count;
      onRead(read.tps + read.qbo);
    }),
  );
  return readReceivable(deps, pair.id);
}

/** Both at once, each to its end; of two failures the first side's is thrown. */
async function eachSide(work: (side: Side) => Promise<void>): Promise<void> {
  for (const done of await Promise.allSettled(SIDES.map(work))) {
    if (done.status === 'rejected') throw done.reason;
  }
}

/**
 * Documents can go to another client without being told of among the changes (customers that are
 * merged). Then both clients owe what their documents do not say, and everything is read.
 */
async function readWhatMovedUnseen(
  deps: RunnerDeps,
  pairId: string,
  reported: Reported,
  onRead: (count: number) => void,
): Promise<void> {
  const pair = await pairOf(deps, pairId);
  // What was not explained before is no news, and is read again at the end of the run.
  if (pair.lastTieOut?.clientsUnexplainedCents !== 0) return;
  for (const side of SIDES) {
    const records = await mirrorOf(deps.db, pairId, side);
    if (areExplained(records, reported[side].byClient, localDay(deps.now()))) continue;
    await pullSide(deps, pair, side, 'everything', onRead);
  }
}

/** Who is signed in must be who was paired; the lists that mappings need are read along. */
async function checkBooks(
  deps: RunnerDeps,
  pair: PairRow,
  side: Side,
  lists: 'read' | 'keep',
): Promise<void> {
  const port = deps.ports[side];
  const books = await port.identify();
  const paired = side === 'tps' ? pair.firm : { id: pair.company.realm, name: pair.company.name };
  if (books.id !== paired.id) {
    throw new PortError({
      side,
      kind: 'wrongBooks',
      what: phrase('session.wrongBooks', { system: side, paired: paired.name, now: books.name }),
      technical: `paired with ${paired.id}, session shows ${books.id}`,
    });
  }
  if (!books.mayWrite) {
    throw new PortError({
      side,
      kind: 'noPermission',
      what: phrase('session.noPermission', { system: side, now: books.name }),
      technical: 'the session may not write',
    });
  }
  const references = lists === 'read' ? await port.references(books.country) : null;
  await deps.db.pairs
    .where('id')
    .equals(pair.id)
    .modify((row) => {
      row.books[side] = books;
      if (references) row.references[side] = references;
    });
}

async function pullSide(
  deps: RunnerDeps,
  pair: PairRow,
  side: Side,
  how: 'changes' | 'everything',
  onRead: (count: number) => void,
): Promise<void> {
  const port = deps.ports[side];
  const watermark = pair.watermarks[side];
  const pull =
    watermark === null || how === 'everything'
      ? await port.pullAll(onRead)
      : await port.pullSince(watermark, onRead);
  if (pull.full) {
    for (const kind of ['client', 'invoice', 'payment'] as const) {
      if (pull.records.some((record) => record.kind === kind)) continue;
      const known = await countOf(deps.db, pair.id, side, kind);
      if (known > 0 && (await isStillThere(deps, pair.id, side, kind))) {
        throw new RunStop('paused', phrase('pull.empty', { system: side, type: kind, known }));
      }
    }
  }
  await storePull(deps.db, pair.id, side, pull);
}

/** As many of the known records are asked for, one by one, when a listing shows none. */
const PROBES = 3;

/** An empty listing may be true (the only payment was deleted) or a fault: the records tell. */
async function isStillThere(
  { db, ports }: RunnerDeps,
  pairId: string,
  side: Side,
  kind: Writable,
): Promise<boolean> {
  const rows = db.mirror.where('[pairId+side+kind]').equals([pairId, side, kind]);
  for (const { id } of await rows.limit(PROBES).toArray()) {
    if (await ports[side].read(kind, id)) return true;
  }
  return false;
}

/**
 * Stores what the systems report: both totals, and what each client owes. A document that moves to
 * another client changes what both owe without changing either.
 */
export async function readReceivable(deps: RunnerDeps, pairId: string) {
  const [tps, qbo] = await Promise.all([deps.ports.tps.receivable(), deps.ports.qbo.receivable()]);
  await storeBalances(deps.db, pairId, { tps: tps.byClient, qbo: qbo.byClient });
  await deps.db.pairs
    .where('id')
    .equals(pairId)
    .modify((row) => {
      row.arCents = { tps: tps.totalCents, qbo: qbo.totalCents };
    });
  return { tps, qbo };
}

export async function pairOf(deps: Pick<RunnerDeps, 'db'>, pairId: string): Promise<PairRow> {
  const pair = await deps.db.pairs.get(pairId);
  if (!pair) throw new RunStop('failed', phrase('run.pairGone'));
  return pair;
}
