/** What needs a person, as panel and popup list it: what happened, and what can be done about it. */
import type { Finding } from '../checks/finding';
import type { WayOut } from '../checks/rules';
import { waysOut } from '../checks/ways-out';
import { cents } from '../ledger/cents';
import type { RefundType } from '../ledger/refund';
import type { EntryRecord, PairRow } from '../store/rows';
import type { Phrase } from '../wording/phrase';
import type { NeedAction, NeedView } from './app';
import { pageOfFinding, pageOfRecord } from './pages';
import { remedyOf } from './remedies';

export function need(id: string, kind: NeedView['kind'], what: Phrase): NeedView {
  return { id, kind, what, clientName: null, amountCents: null, actions: [], technical: null };
}

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

/** A way out as a button; none where the record at hand does not allow it. */
function button(way: WayOut, finding: Finding, takeable: ReadonlySet<string>): NeedAction[] {
  const { subject, client } = finding;
  switch (way) {
    case 'exclude': {
      const clientName = String(finding.what.values?.client ?? '');
      if (client?.qboId) return [{ do: way, side: 'qbo', clientId: client.qboId, clientName }];
      return client?.tpsId ? [{ do: way, side: 'tps', clientId: client.tpsId, clientName }] : [];
    }
    case 'convert':
      return subject?.kind === 'creditMemo' || subject?.kind === 'journalEntry'
        ? [{ do: way, foreignType: subject.kind, id: subject.id }]
        : [];
    case 'take':
      return subject && isTakeableType(subject.kind) && takeable.has(subject.id)
        ? [{ do: way, foreignType: subject.kind, id: subject.id }]
        : [];
    default:
      return subject ? [{ do: 'wish', qboId: subject.id, wish: way }] : [];
  }
}

function isTakeableType(kind: string): kind is 'journalEntry' | RefundType {
  return kind === 'journalEntry' || kind === 'cheque' || kind === 'expense';
}

/** The buttons of a finding, best first; `takeable`: documents that TPS could get as they are. */
export function actionsFor(finding: Finding, takeable: ReadonlySet<string>): NeedAction[] {
  const page = pageOfFinding(finding);
  const open: NeedAction[] = page ? [{ do: 'open', ...page }] : [];
  const ways = waysOut(finding);
  const own = ways
    .filter((way) => way !== 'exclude')
    .flatMap((way) => button(way, finding, takeable));
  const exclude = ways.includes('exclude') ? button('exclude', finding, takeable) : [];
  return [...own, ...open, ...exclude];
}

export function findingNeed(
  finding: Finding,
  pair: PairRow,
  takeable: ReadonlySet<string>,
): NeedView {
  const { client } = finding;
  const name = String(finding.what.values?.client ?? '');
  return {
    ...need(
      `finding-${finding.rule}-${finding.subject?.id ?? pair.id}-${client?.qboId ?? client?.tpsId}`,
      'blocked',
      finding.what,
    ),
    clientName: name || null,
    amountCents: finding.amountCents === null ? null : cents(-finding.amountCents),
    actions: actionsFor(finding, takeable),
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
