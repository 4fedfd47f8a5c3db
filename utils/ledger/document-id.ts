/**
 * Ids that tell apart what one kind of record has from two lists of a system. TPS keeps adjustments
 * beside invoices and payments, QBO journal entries beside payments, each list counting from its
 * own start: `A12` is adjustment 12, `J45` is journal entry 45, `118` the ordinary one. `Q88` and
 * `X88` are a cheque and an expense of QBO that give money back to a client. `C73` is a document of
 * QBO that was converted into an adjustment: it is nobody's twin.
 */
import type { RecordKind } from './entities';

export type IdList = 'plain' | 'adjustment' | 'journal' | 'cheque' | 'expense' | 'credit';

const PREFIX = {
  plain: '',
  adjustment: 'A',
  journal: 'J',
  cheque: 'Q',
  expense: 'X',
  credit: 'C',
} as const;

/** Before an ordinary id that looks like one of a list, or like what stands for an id: `~A3F1`. */
const PLAIN = '~';

/** What a system's own id must not be taken for. */
const LOOKS_OTHERWISE = /^(?:[AJQXC~]|planned|again:)/;

/** `documentId('adjustment', '12')` is `A12`, `documentId('plain', 'A3F1')` is `~A3F1`. */
export function documentId(list: IdList, ownId: string): string {
  const isMistaken = list === 'plain' && LOOKS_OTHERWISE.test(ownId);
  return `${isMistaken ? PLAIN : PREFIX[list]}${ownId}`;
}

/** The id that the system itself has: clients have no lists, so theirs is as it is. */
export function ownIdOf(kind: RecordKind, id: string): string {
  return kind === 'client' || kind === 'foreign' ? id : splitId(id).ownId;
}

/** `A12` as the list and the id in it. */
export function splitId(id: string): { readonly list: IdList; readonly ownId: string } {
  if (id.startsWith('A')) return { list: 'adjustment', ownId: id.slice(1) };
  if (id.startsWith('J')) return { list: 'journal', ownId: id.slice(1) };
  if (id.startsWith('Q')) return { list: 'cheque', ownId: id.slice(1) };
  if (id.startsWith('X')) return { list: 'expense', ownId: id.slice(1) };
  if (id.startsWith('C')) return { list: 'credit', ownId: id.slice(1) };
  return { list: 'plain', ownId: id.startsWith(PLAIN) ? id.slice(PLAIN.length) : id };
}

/** Stands for the id of a client that exists only once the plan is applied. */
export const PLANNED = 'planned';

/** Stands for the id of an invoice that exists only once the intent of this key is done. */
export function plannedId(key: string): string {
  return `${PLANNED}:${key}`;
}

/** Before the id of a twin: the invoice that the same undo enters anew for it. */
export const AGAIN = 'again:';

/** Does it only stand for an id? */
export function isPlaceholder(id: string): boolean {
  return id === PLANNED || id.startsWith(`${PLANNED}:`) || id.startsWith(AGAIN);
}

const LABEL = {
  plain: '#',
  adjustment: 'ADJ-',
  journal: 'JE-',
  cheque: 'CHQ-',
  expense: 'EXP-',
  credit: '#',
} as const;

/** What people call a document without a number: `ADJ-12` for an adjustment, else `#118`. */
export function labelOfId(id: string): string {
  const { list, ownId } = splitId(id);
  return `${LABEL[list]}${ownId}`;
}
