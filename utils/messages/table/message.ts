/** What a message is made of. */
import { z } from 'zod/mini';
import { SIDES } from '../../ledger/side';

/** Who may send it: `page` = our own extension pages, `guest` = content scripts in TPS and QBO. */
export type Sender = 'page' | 'guest';

/** What an order can lead to: a document in one of the books, a plan that is only shown, or neither. */
export type Writes = 'no' | 'plan' | 'books';

/** One message: who may send it, what it must look like, what is answered, what it can lead to. */
export interface Message<S extends z.ZodMiniType> {
  readonly from: readonly Sender[];
  readonly schema: S;
  readonly reply: Answer<unknown>;
  /** Where it can lead to a write into the books, a policy or *Read only* forbids it. */
  readonly writes: Writes | ((request: never) => Writes);
  /** The firm's other browsers are told of what is decided. */
  readonly shares?: true;
}

/** Messages by their names. */
export type Table = Readonly<Record<string, Message<z.ZodMiniType>>>;

/** The type of an answer; nothing at run time. */
export interface Answer<R> {
  readonly type?: R;
}
export const answers = <R>(): Answer<R> => ({});

export const id = z.string().check(z.minLength(1), z.maxLength(200));
export const text = z.string().check(z.maxLength(500));
export const side = z.enum(SIDES);
export const setupStep = z.enum([
  'connect',
  'check',
  'clients',
  'codes',
  'taxes',
  'banks',
  'preview',
]);
export const locale = z.enum(['en', 'fr']);
/** As many rows as one message may carry. */
export const LIST_MAX = 50_000;
