/** What needs a person, worst first: sessions, set-up, blocks, failures, conflicts. */
import type { Finding } from '../checks/finding';
import { cents } from '../ledger/cents';
import type { RefundType } from '../ledger/refund';
import { type Both, SIDES } from '../ledger/side';
import type { EntryRecord, LedgerDatabase, PairRow, RunRecord } from '../store/database';
import { unsolvedEntries } from '../store/entries';
import { takeable } from '../store/takeable';
import { pageOfFinding, pageOfRecord } from '../views/pages';
import type { CustomerWish, NeedAction, NeedView, SystemView } from '../views/views';
import { type Phrase, phrase } from '../wording/phrase';

/** More is a list nobody reads; the history has them all. */
const NEEDS_MAX = 200;

export async function needsOf(
  db: LedgerDatabase,
  pair: PairRow | null,
  systems: Both<SystemView>,
  latest: RunRecord | null,
): Promise<NeedView[]> {
  const needs: NeedView[] = [];
  for (const side of SIDES) {
    const { state, problem } = systems[side];
    if (state === 'signedIn' || state === 'unknown') continue;
    needs.push({
      ...need(`session-${side}`, 'session', problem ?? phrase('need.signIn', { system: side })),
      actions: [{ do: 'signIn', side }],
    });
  }
  if (!pair?.ready) {
    needs.push({
      ...need('setup', 'setup', phrase('need.setup')),
      actions: [{ do: 'setup', step: pair ? 'clients' : 'connect' }],
    });
    return needs;
  }
  const excluded = await excludedClients(db, pair.id);
  const findings = distinct(latest?.findings ?? []);
  const subjects = findings.flatMap(({ subject }) => subject ?? []);
  const taking = await takeable(db, pair.id, subjects);
  for (const finding of findings) {
    const { tpsId, qboId } = finding.client ?? {};
    if (excluded.has(`tps:${tpsId}`) || excluded.has(`qbo:${qboId}`)) continue;
    needs.push(findingNeed(finding, pair, taking));
  }
  for (const entry of askedOnce(await unsolvedEntries(db, pair.id))) needs.push(entryNeed(entry));
  return needs.slice(0, NEEDS_MAX);
}

/** Two documents that may be one are one question. */
function askedOnce(entries: readonly EntryRecord[]): EntryRecord[] {
  const asked = new Map<string, string>();
  return entries.filter(({ recordKey, otherKey, message }) => {
    if (otherKey === undefined || !ALIKE.has(message.id)) return true;
    if (asked.get(otherKey) === recordKey) return false;
    asked.set(recordKey, otherKey);
    return true;
  });
}

/** A client excluded since the last run needs nobody any more. */
async function excludedClients(db: LedgerDatabase, pairId: string): Promise<Set<string>> {
  const wishes = await db.wishes.where('pairId').equals(pairId).toArray();
  return new Set(
    wishes.filter(({ wish }) => wish.do === 'exclude').map((w) => `${w.side}:${w.clientId}`),
  );
}

function need(id: string, kind: NeedView['kind'], what: Phrase): NeedView {
  return { id, kind, what, clientName: null, amountCents: null, actions: [], technical: null };
}

/** A sub-customer blocks itself and its parents with one sentence: told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.rule, finding.subject, finding.what]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What we can do ourselves about a customer that stands in the way, best first. */
const WISHES: Readonly<Record<string, readonly CustomerWish[]>> = {
  inactiveCustomer: ['activate'],
  subCustomer: ['rollUp', 'own', 'topLevel'],
};

/** Conflicts that are settled by saying who is right. */
const SETTLED_BY_WINNER: ReadonlySet<string> = new Set([
  'conflict.bothChanged',
  'conflict.stale',
  'conflict.undoneElsewhere',
  'conflict.clientField',
  'conflict.clientDiffered',
]);

/** Both could be right: one document that stands in both books, or two. */
const ALIKE: ReadonlySet<string> = new Set([
  'conflict.alikeInvoice',
  'conflict.alikePayment',
  'conflict.appliedDifferently',
  'conflict.saidSame',
  'conflict.tagDiffers',
]);

/** A document of which a person may say that it has no like: it is carried then. */
const STANDS_ALONE: ReadonlySet<string> = new Set([
  'hold.before',
  'conflict.copyOf',
  'conflict.enteredTwice',
  'conflict.markedTwinGone',
  'conflict.otherFirm',
]);

function rulings(entry: EntryRecord): NeedAction[] {
  const { recordKey, message, otherKey = null } = entry;
  const twin = { do: 'twin', recordKey, other: otherKey } as const;
  if (STANDS_ALONE.has(message.id)) return [{ ...twin, other: null, ruling: 'apart' }];
  if (otherKey !== null) {
    const apart: NeedAction[] = ALIKE.has(message.id) ? [{ ...twin, ruling: 'apart' }] : [];
    return [{ ...twin, ruling: 'same' }, ...apart];
  }
  if (SETTLED_BY_WINNER.has(message.id)) {
    const apart: NeedAction[] = entry.type === 'client' ? [] : [{ do: 'apart', entryId: entry.id }];
    return [
      { do: 'rule', recordKey, ruling: 'tpsWins' },
      { do: 'rule', recordKey, ruling: 'qboWins' },
      ...apart,
    ];
  }
  if (message.id === 'conflict.refundThere') {
    return [{ do: 'rule', recordKey, ruling: 'qboWins' }];
  }
  const voidedIn = message.values?.system;
  if (message.id === 'conflict.unvoided' && (voidedIn === 'tps' || voidedIn === 'qbo')) {
    return [{ do: 'rule', recordKey, ruling: voidedIn === 'tps' ? 'tpsWins' : 'qboWins' }];
  }
  return message.id === 'tray.closed' ? [{ do: 'rule', recordKey, ruling: 'dateToday' }] : [];
}

/** What stands on A/R without a TPS document: taken as it is where it can be, else converted. */
function replacements({ subject }: Finding, taking: ReadonlySet<string>): NeedAction[] {
  if (!subject) return [];
  const { kind, id } = subject;
  const take: NeedAction[] =
    isTakeableType(kind) && taking.has(id) ? [{ do: 'take', foreignType: kind, id }] : [];
  if (kind !== 'creditMemo' && kind !== 'journalEntry') return take;
  return [...take, { do: 'convert', foreignType: kind, id }];
}

function isTakeableType(kind: string): kind is 'journalEntry' | RefundType {
  return kind === 'journalEntry' || kind === 'cheque' || kind === 'expense';
}

function findingNeed(finding: Finding, pair: PairRow, taking: ReadonlySet<string>): NeedView {
  const actions: NeedAction[] = replacements(finding, taking);
  const page = pageOfFinding(finding);
  for (const wish of WISHES[finding.rule] ?? []) {
    if (finding.subject) actions.push({ do: 'wish', qboId: finding.subject.id, wish });
  }
  if (page) actions.push({ do: 'open', ...page });
  const { client } = finding;
  const name = String(finding.what.values?.client ?? '');
  if (client?.qboId) {
    actions.push({ do: 'exclude', side: 'qbo', clientId: client.qboId, clientName: name });
  } else if (client?.tpsId) {
    actions.push({ do: 'exclude', side: 'tps', clientId: client.tpsId, clientName: name });
  }
  return {
    ...need(
      `finding-${finding.rule}-${finding.subject?.id ?? pair.id}-${client?.qboId ?? client?.tpsId}`,
      'blocked',
      finding.what,
    ),
    clientName: name || null,
    amountCents: finding.amountCents === null ? null : cents(-finding.amountCents),
    actions,
  };
}

function entryNeed(entry: EntryRecord): NeedView {
  const page = pageOfRecord(entry.recordKey);
  const setup = entry.message.id.startsWith('translate.');
  const actions: NeedAction[] = [];
  actions.push(...rulings(entry));
  if (setup) actions.push({ do: 'setup', step: stepFor(entry.message.id) });
  if (entry.message.id === 'hold.undecided') actions.push({ do: 'setup', step: 'clients' });
  if (!setup && entry.status !== 'skipped') actions.push({ do: 'retry', entryId: entry.id });
  if (page) actions.push({ do: 'open', ...page });
  if (entry.type !== 'client') actions.push({ do: 'ignore', entryId: entry.id });
  return {
    id: `entry-${entry.id}`,
    kind:
      entry.status === 'conflict'
        ? 'conflict'
        : entry.status === 'skipped'
          ? 'undecided'
          : 'failed',
    what: entry.message,
    clientName: entry.clientName,
    amountCents: cents(entry.effectCents),
    actions,
    technical: entry.technical,
  };
}

function stepFor(id: string): 'codes' | 'taxes' | 'banks' {
  if (id.includes('tax')) return 'taxes';
  return id.includes('bank') || id.includes('method') ? 'banks' : 'codes';
}
