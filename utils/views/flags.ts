/** What a guest in QuickBooks shows. */
import type { NeedAction } from './app';

/** What a QBO page shows: a document by its route, or a customer. */
export interface FlagSubject {
  type:
    | 'creditmemo'
    | 'journal'
    | 'deposit'
    | 'expense'
    | 'check'
    | 'invoice'
    | 'payment'
    | 'customer';
  id: string;
}

export interface FlagView {
  subject: FlagSubject;
  tone: 'stop' | 'warn' | 'info' | 'ok';
  /** Short, for a badge in a list: "Credit memo". Said in words: a guest knows no sentences. */
  label: string;
  /** What it is, why it hurts the sync. */
  what: string;
  /** What to do. */
  advice: string | null;
  actions: NeedAction[];
}
