/**
 * One intent: look at the target as it is now, journal `sent`, write, read back and compare, journal
 * `done`. A crash at any point is repaired by running this again. Several may do so side by side.
 */
import type { Draft } from '../ledger/drafts';
import { isLinkable, type Link, type Linkable } from '../ledger/link';
import type { Both } from '../ledger/side';
import type { BooksPort } from '../port/books-port';
import { PortError } from '../port/port-error';
import type { JournalRow } from '../store/rows';
import {
  type ActIntent,
  type Intent,
  isNew,
  type RenumberIntent,
  type ReplaceIntent,
} from '../sync/intent';
import { draftHeld } from '../sync/translate/draft-held';
import { ownDraft } from '../sync/translate/own-draft';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { type DraftContext, draftOf, isDrafted } from './draft-of';
import { conflict, done, endingOf, failed, withoutLink, withResidue } from './endings';
import type { Ending, SliceJournal } from './journal';
import { stoppedByPerson, unmetNeed } from './left-out';
import { isAsPlanned, isMidway } from './midway';
import { originalNow } from './original';
import { compareReadBack, isVoided, lookUp } from './outcome';
import { actHolds, linkable, send } from './send';

/** A write of unknown outcome that was looked up and not found is sent again this often. */
const TRIES_MAX = 3;

export interface ApplyContext extends DraftContext {
  readonly journal: SliceJournal;
  /** How long to wait for what may still be on its way, before it is looked up. */
  readonly waitMs: number;
  /** Up to when both books were read, each by its own clock; null where that is not known. */
  readonly readUntil: Both<string | null>;
}

export async function applyIntent(
  deps: RunnerDeps,
  row: JournalRow,
  context: ApplyContext,
): Promise<Link | null> {
  const { intent } = row;
  const { journal } = context;
  const unmet = await unmetNeed(deps, row);
  if (unmet) return journal.conclude(row, unmet);
  const stopped = await stoppedByPerson(deps, row, context.links);
  if (stopped) return journal.conclude(row, stopped);
  if (intent.does === 'link') return journal.conclude(row, done(intent, null));
  const translation = isDrafted(intent) ? draftOf(intent, context) : null;
  if (translation && 'obstacle' in translation) {
    return journal.conclude(row, failed(translation.obstacle, null));
  }
  const draft = translation?.draft ?? null;
  return journal.conclude(row, await endingBy(() => write(deps, row, draft, context)));
}

/** How the work ended, also where an error of that document alone ended it. */
async function endingBy<T extends Ending | null>(work: () => Promise<T>): Promise<T | Ending> {
  try {
    return await work();
  } catch (error) {
    const ending = endingOf(error);
    if (!ending) throw error;
    return ending;
  }
}

/**
 * Of a write that was sent before the run waited: what became of it. One that was not carried out is
 * planned anew, under another key for the other system.
 */
export async function concludeSent(
  deps: RunnerDeps,
  row: JournalRow,
  context: ApplyContext,
): Promise<Link | null> {
  const translation = isDrafted(row.intent) ? draftOf(row.intent, context) : null;
  const draft = translation && 'draft' in translation ? translation.draft : null;
  const ending = await endingBy(() => earlierTry(deps, row, draft, true, context));
  if (ending) return context.journal.conclude(row, ending);
  await deps.db.journal.update(row.key, { state: 'planned', generation: row.generation + 1 });
  return null;
}

/** Sends the write, and again only after a look showed that it was not carried out. */
async function write(
  deps: RunnerDeps,
  row: JournalRow,
  draft: Draft | null,
  context: ApplyContext,
): Promise<Ending> {
  const { taxToleranceCents: toleranceCents, links, firm, journal, waitMs } = context;
  const { intent } = row;
  const port = deps.ports[intent.to];
  const { record } = intent;
  const twinId = links.twin(record.side, record.kind, record.id);
  // A payment has no number that the system would refuse twice: always look first.
  let unsure = row.state === 'sent' || (isNew(intent) && intent.type === 'payment');
  for (let attempt = 1; ; attempt++) {
    if (unsure) {
      const sentBefore = row.state === 'sent' || attempt > 1;
      const ending = await earlierTry(deps, row, draft, sentBefore, context);
      if (ending) return ending;
    }
    const version =
      intent.does === 'replace'
        ? await originalVersion(deps.ports.qbo, intent)
        : await currentVersion(port, intent, draft, unsure);
    if (typeof version === 'object') {
      // Of a plan that has waited nothing is judged: it is made anew.
      if (version.state === 'failed') await deps.gate.pass();
      return version;
    }
    await journal.sent(row);
    try {
      const result = await send(deps.ports, intent, draft, version, requestKey(row), twinId, firm);
      if (result === 'noLink') return withoutLink(intent);
      return settle(port, intent, draft, result, toleranceCents);
    } catch (error) {
      const unknown = error instanceof PortError && error.kind === 'outcomeUnknown';
      if (!unknown || attempt >= TRIES_MAX) throw error;
      unsure = true;
      await deps.sleep(waitMs * attempt);
    }
  }
}

/** How an earlier try of this write ended; null where there was none that was carried out. */
async function earlierTry(
  deps: RunnerDeps,
  row: JournalRow,
  draft: Draft | null,
  sentBefore: boolean,
  { taxToleranceCents: toleranceCents, links, journal, readUntil }: ApplyContext,
): Promise<Ending | null> {
  const { intent } = row;
  const port = deps.ports[intent.to];
  const since = sentBefore ? null : readUntil[intent.to];
  const outcome = await lookUp(port, intent, draft, toleranceCents, since, links);
  if (!outcome.carriedOut) return null;
  const half = outcome.result && draft && isHalf(outcome.result, draft, toleranceCents);
  if (!half || !outcome.result) return adopt(intent, draft, outcome.result, toleranceCents);
  await journal.sent(row);
  const whole = await complete(port, row, outcome.result, draft);
  return settle(port, intent, draft, whole, toleranceCents);
}

/** Does it leave the content of its target as it is? */
function isAct(intent: Intent): intent is ActIntent | RenumberIntent {
  return intent.does === 'act' || intent.does === 'renumber';
}

/** The target's version, or how the intent ends because the target is not what was planned for. */
async function currentVersion(
  port: BooksPort,
  intent: Intent,
  draft: Draft | null,
  sentBefore: boolean,
): Promise<string | Ending> {
  const { target } = intent;
  if (!target) return '';
  const current = await port.read(intent.type, target.id);
  if (!current || !isLinkable(current)) {
    if (intent.does === 'delete') return done(intent, null);
    return conflict(intent);
  }
  if (intent.does === 'void' && isVoided(current)) return done(intent, current);
  if (isAct(intent) && actHolds(intent, current)) return done(intent, current);
  if (!isAsPlanned(current, target, draft, sentBefore)) return conflict(intent);
  return current.version;
}

/** Of a conversion: the version of what is replaced; '' before the adjustment is made. */
async function originalVersion(qbo: BooksPort, intent: ReplaceIntent): Promise<string | Ending> {
  const now = await originalNow(qbo, intent);
  const removes = intent.part === 'original';
  if (now === 'gone' && removes) return done(intent, null);
  if (typeof now === 'string') return conflict({ ...intent, to: 'qbo' });
  return removes ? now.version : '';
}

/** A journal entry of ours that lacks the payment which applies it: the first of two writes. */
function isHalf(found: Linkable, draft: Draft, toleranceCents: number): boolean {
  return !draftHeld(draft, found, toleranceCents) && isMidway(found, null, draft);
}

/** Makes what a cut-off create left whole; never more than what it left. */
function complete(port: BooksPort, row: JournalRow, found: Linkable, draft: Draft | null) {
  const key = requestKey({ ...row, generation: row.generation + 1 });
  if (!draft) throw new Error(`nothing to complete for ${row.key}`);
  return port.update(found.id, found.version, draft, key).then(linkable);
}

/**
 * What an earlier try of ours did. It may have been edited by a person since, so it is never taken
 * back: where it says something else, the next sync shows both values.
 */
function adopt(
  intent: Intent,
  draft: Draft | null,
  result: Linkable | null,
  toleranceCents: number,
): Ending {
  if (!result || !draft) return done(intent, result);
  if (!draftHeld(draft, result, toleranceCents)) return conflict(intent);
  const readBack = compareReadBack(result, draft, toleranceCents);
  return readBack.verdict === 'residue'
    ? withResidue(intent, result, readBack.residueCents)
    : done(intent, result);
}

/** Compares what came back with what was sent; what is not as meant is taken back. */
async function settle(
  port: BooksPort,
  intent: Intent,
  draft: Draft | null,
  result: Linkable | null,
  toleranceCents: number,
): Promise<Ending> {
  // A memo without room keeps its words, and has no tag.
  const isTag = intent.does === 'act' && intent.act === 'tag';
  if (result && isAct(intent) && !isTag && !actHolds(intent, result)) return conflict(intent);
  if (!result || !draft) return done(intent, result);
  const readBack = compareReadBack(result, draft, toleranceCents);
  if (readBack.verdict === 'same') return done(intent, result);
  if (readBack.verdict === 'residue') {
    return withResidue(intent, result, readBack.residueCents);
  }
  await takeBack(port, intent, result);
  return failed(
    phrase('result.takenBack', { number: intent.number, residueCents: readBack.residueCents }),
    null,
  );
}

async function takeBack(port: BooksPort, intent: Intent, result: Linkable): Promise<void> {
  if (isNew(intent) && result.kind !== 'client') {
    await port.remove(result.kind, result.id, result.version);
    return;
  }
  const { target } = intent;
  if (target && target.kind !== 'client') {
    await port.update(
      target.id,
      result.version,
      ownDraft(target),
      `${result.id}-${result.version}-back`.slice(-50),
    );
  }
}

/** The same for every try of this write, another for a later run (QBO replays equal ids). */
function requestKey(row: JournalRow): string {
  return `${row.runId}-${row.seq}-${row.generation}`.slice(-50);
}
