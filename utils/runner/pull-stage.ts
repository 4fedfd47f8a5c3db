import { localDay } from '../ledger/plain-date';
import { type Both, SIDES, type Side } from '../ledger/side';
import { meetAll } from '../platform/meeting';
import type { BooksPort, Pull, Writable } from '../port/books-port';
import { PortError } from '../port/port-error';
import type { SharedNotes } from '../port/shared-notes';
import { countOf, mirrorOf, storeBalances, storePull } from '../store/mirror';
import { paymentsBefore } from '../store/payments-before';
import type { PairRow, RunRecord } from '../store/rows';
import { areExplained } from '../tieout/are-explained';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { leaseNotes } from './keeps-notes';
import { RunStop } from './stop';

type ReportedBySide = Awaited<ReturnType<BooksPort['receivable']>>;

/** What both systems report of the receivable. */
export type Reported = Both<ReportedBySide>;

/** What goes with the first requests: it asks the notes in the company for something. */
export type Beside = (notes: SharedNotes) => Promise<unknown>;

/** The first stage of a run, and the last; see `readBooks`. */
export async function pullStage(
  deps: RunnerDeps,
  run: RunRecord,
  how: 'changes' | 'everything' = 'changes',
  beside?: Beside,
): Promise<Reported> {
  const onRead = (read: number) => {
    void deps.db.runs.update(run.id, { read }).then(deps.onChange);
  };
  const reported = await readBooks(deps, run.pairId, how, onRead, { beside });
  if (how === 'changes') await readWhatMovedUnseen(deps, run.pairId, reported, onRead);
  return reported;
}

/**
 * Reads both books into the mirror: everything the first time, then what changed. Nothing is
 * stored of a side that could not be read to its end, or whose books are not the paired ones.
 */
export async function readBooks(
  deps: RunnerDeps,
  pairId: string,
  how: 'changes' | 'everything',
  onRead: (count: number) => void,
  also: { readonly lists?: true; readonly beside?: Beside | undefined } = {},
): Promise<Reported> {
  const pair = await pairOf(deps, pairId);
  const read = { tps: 0, qbo: 0 };
  const [tps, qbo] = await eachSide((side) =>
    readSide(deps, pair, side, how, also, (count) => {
      read[side] = count;
      onRead(read.tps + read.qbo);
    }),
  );
  const reported = { tps, qbo };
  await storeReceivable(deps, pairId, reported);
  return reported;
}

/** Both at once, each to its end; of two failures the first side's is thrown. */
async function eachSide<T>(work: (side: Side) => Promise<T>): Promise<readonly [T, T]> {
  const [tps, qbo] = await Promise.allSettled([work('tps'), work('qbo')]);
  if (tps.status === 'rejected') throw tps.reason;
  if (qbo.status === 'rejected') throw qbo.reason;
  return [tps.value, qbo.value];
}

/**
 * One side: whose books they are, what changed, and what it reports of the receivable, all asked at
 * once. Where everything is read, which takes its time, the receivable is asked for afterwards.
 */
async function readSide(
  deps: RunnerDeps,
  pair: PairRow,
  side: Side,
  how: 'changes' | 'everything',
  { lists, beside }: { readonly lists?: true; readonly beside?: Beside | undefined },
  onRead: (count: number) => void,
): Promise<ReportedBySide> {
  const port = deps.ports[side];
  const isWhole = how === 'everything' || pair.watermarks[side] === null;
  const [, pull, early] = await meetAll<
    readonly [unknown, Pull | null, ReportedBySide | null, unknown, unknown]
  >([
    (seat) => checkBooks(deps, pair, side, port.at(seat), lists ?? !pair.references[side]),
    async (seat) => (isWhole ? null : pullOf(deps, port.at(seat), pair, 'changes', onRead)),
    async (seat) => (isWhole ? null : port.at(seat).receivable()),
    async (seat) => (side === 'qbo' ? beside?.(deps.notes.at(seat)) : undefined),
    // The plan asks who else syncs, and so does the first write: as old as this reading, not older.
    async (seat) =>
      beside && side === 'qbo' ? leaseNotes({ notes: deps.notes.at(seat) }, 'afresh') : null,
  ]);
  await store(deps, pair, side, pull ?? (await pullOf(deps, port, pair, how, onRead)));
  return early ?? port.receivable();
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
    await store(deps, pair, side, await deps.ports[side].pullAll(onRead));
  }
}

/** Who is signed in must be who was paired; the lists that mappings choose from are read along. */
async function checkBooks(
  deps: RunnerDeps,
  pair: PairRow,
  side: Side,
  port: BooksPort,
  lists: boolean,
): Promise<void> {
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
  const references = lists ? await port.references(books.country) : null;
  await deps.db.pairs
    .where('id')
    .equals(pair.id)
    .modify((row) => {
      row.books[side] = books;
      if (!references) return;
      row.references[side] = references;
      row.listsAt = deps.now().toISOString();
    });
}

function pullOf(
  { db }: RunnerDeps,
  port: BooksPort,
  pair: PairRow,
  how: 'changes' | 'everything',
  onRead: (count: number) => void,
): Promise<Pull> {
  const watermark = pair.watermarks[port.side];
  return watermark === null || how === 'everything'
    ? port.pullAll(onRead)
    : port.pullSince(watermark, onRead, paymentsBefore(db, pair));
}

async function store(deps: RunnerDeps, pair: PairRow, side: Side, pull: Pull): Promise<void> {
  if (pull.full) {
    for (const kind of ['client', 'invoice', 'payment'] as const) {
      if (pull.records.some((record) => record.kind === kind)) continue;
      const known = await countOf(deps.db, pair.id, side, kind);
      if (known > 0 && (await isStillThere(deps, pair.id, side, kind))) {
        throw new RunStop('paused', phrase('pull.empty', { system: side, type: kind, known }));
      }
    }
  }
  await storePull(deps.db, pair.id, side, pull, side === 'qbo' ? pair.unsettled : []);
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

/** Asks both systems what they report of the receivable. */
export async function readReceivable(deps: RunnerDeps, pairId: string): Promise<Reported> {
  const [tps, qbo] = await eachSide((side) => deps.ports[side].receivable());
  const reported = { tps, qbo };
  await storeReceivable(deps, pairId, reported);
  return reported;
}

/**
 * Stores what the systems report: both totals, and what each client owes. A document that moves to
 * another client changes what both owe without changing either.
 */
async function storeReceivable(
  deps: RunnerDeps,
  pairId: string,
  { tps, qbo }: Reported,
): Promise<void> {
  await storeBalances(deps.db, pairId, { tps: tps.byClient, qbo: qbo.byClient });
  await deps.db.pairs
    .where('id')
    .equals(pairId)
    .modify((row) => {
      row.arCents = { tps: tps.totalCents, qbo: qbo.totalCents };
    });
}

export async function pairOf(deps: Pick<RunnerDeps, 'db'>, pairId: string): Promise<PairRow> {
  const pair = await deps.db.pairs.get(pairId);
  if (!pair) throw new RunStop('failed', phrase('run.pairGone'));
  return pair;
}
