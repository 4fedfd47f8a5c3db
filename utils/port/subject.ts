import type { PhraseValues } from '../wording/phrase';

/** What a request or a row is about; the sentences choose the word by `type`. */
export type SubjectType =
  | 'client'
  | 'invoice'
  | 'payment'
  | 'adjustment'
  | 'creditMemo'
  | 'journalEntry'
  | 'deposit'
  | 'expense'
  | 'workCode'
  | 'item'
  | 'account'
  | 'tax'
  | 'method'
  | 'company'
  | 'session'
  | 'receivable'
  | 'deletions'
  | 'changes'
  | 'note';

export interface Subject {
  readonly type: SubjectType;
  /** Number or name that people know, else the id; an ellipsis for a list as a whole. */
  readonly label: string;
}

/** A whole list (`invoices`), as opposed to one row of it. */
export function listOf(type: SubjectType): Subject {
  return { type, label: '…' };
}

/** `type` and `label` as values of a sentence. */
export function subjectValues(subject: Subject): PhraseValues {
  return { type: subject.type, label: subject.label };
}
