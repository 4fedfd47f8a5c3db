/** The sheet of the clients that came back: decisions to store, or what is wrong and where. */

import type { SheetTexts } from '../export/mappings-book';
import { survivingText } from '../export/mappings-cell';
import type { Client } from '../ledger/entities';
import { endsOf, type QboId, type TpsId } from '../ledger/ids';
import { clientKey } from '../sync/scene';
import type { MappingsFileChange } from '../views/views';
import type { Locale } from '../wording/locale';
import type { Phrase } from '../wording/phrase';
import { type ReadClient, takenIn, tornApart, twiceIn } from './client-conflicts';
import {
  type ClientFileRow,
  customerOf,
  type People,
  type Problem,
  peopleOf,
  tpsOf,
} from './people';
import type { FileSetUp } from './set-up';
import { openSheet } from './sheet';
import {
  CLIENT_COLUMNS,
  columnTitle,
  DECISIONS,
  decisionOf,
  decisionWord,
  type FileDecision,
  sheetTitle,
} from './words';

/** Longest reason that the set-up takes. */
export const REASON_LENGTH_MAX = 500;

/** As `setup.saveClients` takes it. */
export interface FileClientDecision {
  readonly tpsId: TpsId | null;
  readonly qboId: QboId | null;
  readonly decision: FileDecision;
  readonly why?: string;
}

export interface LookedClients {
  readonly problems: readonly Phrase[];
  readonly decisions: readonly FileClientDecision[];
  readonly changes: readonly MappingsFileChange[];
}

export function lookAtClients(sheets: readonly SheetTexts[], setUp: FileSetUp): LookedClients {
  const opened = openSheet(
    sheets,
    (locale) => sheetTitle('client', locale),
    CLIENT_COLUMNS,
    (column, locale) => columnTitle('client', column, locale),
    setUp.locale,
  );
  if (!opened.ok) return { problems: opened.problems, decisions: [], changes: [] };
  const people = peopleOf(setUp);
  const problems: Phrase[] = [];
  const reads: ReadClient[] = [];
  for (const row of opened.rows) {
    const read = readRow(people, row);
    if ('problem' in read) problems.push(read.problem);
    else reads.push(read);
  }
  problems.push(...twiceIn(reads), ...takenIn(reads, people));
  const changed = reads.filter(differs);
  problems.push(...changed.flatMap((read) => tornApart(read, setUp)));
  if (problems.length > 0) return { problems, decisions: [], changes: [] };
  const ordered = [...changed].sort((a, b) => rank(a) - rank(b));
  return {
    problems,
    decisions: ordered.map(decisionToSave),
    changes: changed.map((read) => changeOf(read, setUp)),
  };
}

/** Pairs last: an earlier row may let go of the customer that a pair takes. */
function rank(read: ReadClient): number {
  return read.decision === 'pair' ? 1 : 0;
}

function readRow(people: People, row: ClientFileRow): ReadClient | Problem {
  const tps = tpsOf(people, row);
  if (tps !== null && 'problem' in tps) return tps;
  const qbo = customerOf(people, row);
  if (qbo !== null && 'problem' in qbo) return qbo;
  const now = tps ? people.rowOfTps.get(tps.id) : qbo ? people.rowOfQbo.get(qbo.id) : undefined;
  if (!now) return { problem: row.about('tps', 'file.noName') };
  const decided = decidedIn(row, tps, qbo, people.locale);
  if ('problem' in decided) return decided;
  const { decision } = decided;
  const read = {
    row,
    tps,
    qbo,
    decision,
    why: decision === 'exclude' ? row.cells.reason : '',
    now,
  };
  const problem = wrongDecision(read, people);
  return problem ? { problem } : read;
}

function decidedIn(
  row: ClientFileRow,
  tps: Client | null,
  qbo: Client | null,
  locale: Locale,
): { decision: FileDecision | null } | Problem {
  const typed = row.cells.decision;
  if (typed === '') return { decision: tps && qbo ? 'pair' : null };
  const decision = decisionOf(typed);
  if (decision) return { decision };
  const words = Object.fromEntries(DECISIONS.map((one) => [one, decisionWord(one, locale)]));
  return { problem: row.about('decision', 'file.decision', { name: typed, ...words }) };
}

/** What speaks against the decision of a row by itself. */
function wrongDecision(
  { row, tps, qbo, decision, now }: ReadClient,
  { wishes }: People,
): Phrase | null {
  if (decision === 'pair') {
    if (!tps || !qbo) return row.about(tps ? 'qbo' : 'tps', 'file.pairWithout');
    const own = wishes.get(clientKey('qbo', qbo.id))?.do === 'own';
    if (qbo.parentId !== null && !own && now.qbo?.id !== qbo.id) {
      return row.about('qbo', 'file.subCustomer', { name: qbo.name });
    }
    return null;
  }
  if (tps && qbo && (decision === 'create' || now.qbo?.id !== qbo.id)) {
    return row.about('qbo', 'file.customerWithout', { name: qbo.name });
  }
  if (decision !== 'exclude') return null;
  const isNew = now.decision !== 'exclude';
  if (isNew && row.cells.reason === '') return row.about('reason', 'file.noReason');
  return row.cells.reason.length > REASON_LENGTH_MAX
    ? row.about('reason', 'file.longReason', { max: REASON_LENGTH_MAX })
    : null;
}

/** Whether the row asks for something else than what is. */
function differs({ tps, qbo, decision, why, now }: ReadClient): boolean {
  if (decision === null) {
    // A customer's own row stays blank when a client's row takes the customer.
    return now.decision !== null && now.decision !== 'leave' && (tps !== null || now.tps === null);
  }
  if (decision !== now.decision) return true;
  if (decision === 'pair') return qbo?.id !== now.qbo?.id;
  return decision === 'exclude' && survivingText(why) !== survivingText(now.why);
}

/** Nothing decided any more is kept as *Leave*: its documents wait until someone decides. */
function decisionToSave({ tps, qbo, decision, why, now }: ReadClient): FileClientDecision {
  const ends =
    decision === 'pair'
      ? endsOf('tps', tps?.id ?? null, qbo?.id ?? null)
      : endsOf('tps', now.tps?.id ?? null, now.qbo?.id ?? null);
  return { ...ends, decision: decision ?? 'leave', ...(decision === 'exclude' ? { why } : {}) };
}

function changeOf(
  { qbo, decision, why, now }: ReadClient,
  { locale }: FileSetUp,
): MappingsFileChange {
  const said = (made: FileDecision | null, customer: Client | null, reason: string) => {
    if (made === null) return '';
    const detail = made === 'pair' ? (customer?.name ?? '') : made === 'exclude' ? reason : '';
    return [decisionWord(made, locale), detail].filter((part) => part !== '').join(': ');
  };
  return {
    sheet: sheetTitle('client', locale),
    name: now.tps?.name ?? now.qbo?.name ?? '',
    before: said(now.decision, now.qbo, now.why),
    after: said(decision ?? 'leave', qbo, why),
  };
}
