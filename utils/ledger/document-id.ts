/**
 * Ids that tell apart what one kind of record has from two lists of a system. TPS keeps adjustments
 * beside invoices and payments, QBO journal entries beside payments, each list counting from its
 * own start: `A12` is adjustment 12, `J45` is journal entry 45, `118` the ordinary one. `Q88` and
 * `X88` are a cheque and an expense of QBO that give money back to a client. `C73` is a document of
 * QBO that was converted into an adjustment: it is nobody's twin.
 */

export type IdList = 'plain' | 'adjustment' | 'journal' | 'cheque' | 'expense' | 'credit';

const PREFIX = {
  plain: '',
  adjustment: 'A',
  journal: 'J',
  cheque: 'Q',
  expense: 'X',
  credit: 'C',
} as const;

/** `documentId('adjustment', '12')` is `A12`. */
export function documentId(list: IdList, ownId: string): string {
  return `${PREFIX[list]}${ownId}`;
}

/** `A12` as the list and the id in it. */
export function splitId(id: string): { readonly list: IdList; readonly ownId: string } {
  if (id.startsWith('A')) return { list: 'adjustment', ownId: id.slice(1) };
  if (id.startsWith('J')) return { list: 'journal', ownId: id.slice(1) };
  if (id.startsWith('Q')) return { list: 'cheque', ownId: id.slice(1) };
  if (id.startsWith('X')) return { list: 'expense', ownId: id.slice(1) };
  if (id.startsWith('C')) return { list: 'credit', ownId: id.slice(1) };
  return { list: 'plain', ownId: id };
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
