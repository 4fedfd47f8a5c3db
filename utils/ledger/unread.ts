/**
 * Records that are not as their service says. One of them stops its client, not the firm; many are
 * another service than the one that we know, and stop everything.
 */
import { ZERO } from './cents';
import { type IdList, splitId } from './document-id';
import type { Foreign, RecordKind, Unread } from './entities';
import { plainDate } from './plain-date';
import type { Side } from './side';

/** So many of a list, and so large a share of it, are no odd ones any more. */
const ODD_MAX = 5;
const ODD_SHARE_MAX = 0.02;
/** A list of so many of which none can be read is no accident, either. */
const WHOLE_MIN = 3;

export function tooManyUnread(unread: number, all: number): boolean {
  const whole = unread === all && all >= WHOLE_MIN;
  return whole || (unread > ODD_MAX && unread > all * ODD_SHARE_MAX);
}

/** Id of the record that stands for one that could not be read. */
export function unreadId({ kind, id }: Pick<Unread, 'kind' | 'id'>): string {
  return `unread-${kind}-${id}`;
}

/** Of a record that was read, or is gone: the ids of what may have stood for it until now. */
export function unreadIdsOf(kind: RecordKind, id: string): string[] {
  const { list, ownId } = splitId(id);
  if (kind === 'foreign') return FOREIGN.map((one) => unreadId({ kind: one, id }));
  const own = [unreadId({ kind, id })];
  // Which way an adjustment goes is not known before it is read: it stands as an invoice.
  if (list === 'adjustment') return [...own, unreadId({ kind: 'invoice', id })];
  const kept = KEPT_AS[list];
  return kept ? [...own, unreadId({ kind: kept, id: ownId })] : own;
}

/** What QBO itself calls those that are documents of the ledger all the same. */
const KEPT_AS: Readonly<Partial<Record<IdList, Exclude<Unread['kind'], 'client'>>>> = {
  journal: 'journalEntry',
  cheque: 'expense',
  expense: 'expense',
};

const FOREIGN = ['creditMemo', 'journalEntry', 'deposit', 'expense'] as const;

/** It stands for the record until that can be read; its amount is unknown. */
export function unreadRecord(
  side: Side,
  unread: Unread,
  clientId: string,
  number: string,
): Foreign {
  return {
    kind: 'foreign',
    foreignType: 'unread',
    side,
    id: unreadId(unread),
    version: '',
    modifiedAt: '',
    marker: null,
    number,
    date: plainDate('2000-01-01'),
    clientId,
    openCents: ZERO,
    totalCents: ZERO,
    unread,
  };
}
