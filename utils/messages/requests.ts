/**
 * The one table of messages between the screens and the background worker: who may send it, its
 * schema, the type of its reply, and what it can lead to. Nothing else crosses between contexts.
 */
import type { z } from 'zod/mini';
import { backup } from './table/backup';
import { decisions } from './table/decisions';
import { guest } from './table/guest';
import type { Answer, Writes } from './table/message';
import { runs } from './table/runs';
import { screens } from './table/screens';
import { setup } from './table/setup';

export const requests = { ...screens, ...setup, ...runs, ...decisions, ...backup, ...guest };

export type RequestName = keyof typeof requests;
export type RequestOf<N extends RequestName> = z.infer<(typeof requests)[N]['schema']>;

export type Reply<N extends RequestName> =
  (typeof requests)[N]['reply'] extends Answer<infer R> ? R : never;

/** A handler for each message: what the worker has to offer. */
export type Handlers = { [N in RequestName]: (request: RequestOf<N>) => Promise<Reply<N>> };

/** What a request, as it was sent, can lead to. */
export function writesOf<N extends RequestName>(name: N, request: RequestOf<N>): Writes {
  const { writes }: { writes: Writes | ((request: never) => Writes) } = requests[name];
  return typeof writes === 'function' ? writes(request as never) : writes;
}

/** Are the firm's other browsers told of it? */
export function isShared(name: RequestName): boolean {
  return 'shares' in requests[name];
}
