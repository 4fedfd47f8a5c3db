/** What needs a person, as panel and popup list it: what happened, and what can be done about it. */
import type { Finding } from '../checks/finding';
import { cents } from '../ledger/cents';
import type { RefundType } from '../ledger/refund';
import type { EntryRecord, PairRow } from '../store/database';
import type { Phrase } from '../wording/phrase';
import type { CustomerWish, NeedAction, NeedView } from './app';
import { pageOfFinding, pageOfRecord } from './pages';
import { remedyOf } from './remedies';

export function need(id: string, kind: NeedView['kind'], what: Phrase): NeedView {
  return { id, kind, what, clientName: null, amountCents: null, actions: [], technical: null };
}

/** What we can do ourselves about a customer that stands in the way, best first. */
const WISHES: Readonly<Record<string, readonly CustomerWish[]>> = {
  inactiveCustomer: ['activate'],
  subCustomer: ['rollUp', 'own', 'topLevel'],
};

/** The answers to what an entry asks, as buttons. */
function answers(entry: EntryRecord): NeedAction[] {
  const { recordKey, message, otherKey = null } = entry;
  const { asks } = remedyOf(message.id);
  const alone = { do: 'twin', recordKey, other: null, ruling: 'apart' } as const;
  if (asks === 'alone') return [alone];
  if (otherKey !== null) {
    const twin = { do: 'twin', recordKey, other: otherKey } as const;
    const apart: NeedAction[] = asks === 'sameOrApart' ? [{ ...twin, ruling: 'apart' }] : [];
    return [{ ...twin, ruling: 'same' }, ...apart];
  }
  const rule = (ruling: 'tpsWins' | 'qboWins' | 'dateToday'): NeedAction => ({
    do: 'rule',
    recordKey,
    ruling,
  });
  switch (asks) {
    case 'winner': {
      const both = [rule('tpsWins'), rule('qboWins')];
      return entry.type === 'client' ? both : [...both, { do: 'apart', entryId: entry.id }];
    }
    case 'qboWins':
      return [rule('qboWins')];
    case 'sideNamed': {
      const named = message.values?.system;
      return named === 'tps' || named === 'qbo' ? [rule(`${named}Wins`)] : [];
    }
    case 'dateToday':
      return [rule('dateToday')];
    default:
      return [];
  }
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

export function findingNeed(
  finding: Finding,
  pair: PairRow,
  taking: ReadonlySet<string>,
): NeedView {
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

export function entryNeed(entry: EntryRecord): NeedView {
  const page = pageOfRecord(entry.recordKey);
  const { setup, again } = remedyOf(entry.message.id);
  const actions: NeedAction[] = [...answers(entry)];
  if (setup) actions.push({ do: 'setup', step: setup });
  if (again) actions.push({ do: 'retry', entryId: entry.id });
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
