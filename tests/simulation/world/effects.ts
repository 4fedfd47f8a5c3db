import type { WireRequest } from './wire-request';

/** Thrown by every effect of a worker that Chrome has killed: it does nothing more. */
export class Killed extends Error {
  constructor() {
    super('the worker was killed');
    this.name = 'Killed';
  }
}

/** Rows that were written to one table. */
export interface TableWrite {
  readonly table: string;
  readonly rows: readonly unknown[];
}

/** Where the world can strike: everything that a worker does outside its own memory. */
export interface Effects {
  /** Just before a request leaves; an answer instead of the site's own, or null. May throw. */
  sending(request: WireRequest): Promise<Response | null>;
  /** The site has carried it out, and nothing else since: what the books say now comes of it. */
  committed(request: WireRequest, response: Response): Promise<void>;
  /** After that; gives what the worker gets. May throw. */
  answered(request: WireRequest, response: Response): Promise<Response>;
  /** Just before rows are written to a table of the database. May throw. */
  storing(table: string, rows: readonly unknown[]): void;
  /** After a transaction was committed: what it wrote. */
  stored(writes: readonly TableWrite[]): void;
}

export const NOTHING_HAPPENS: Effects = {
  sending: async () => null,
  committed: async () => {},
  answered: async (_request, response) => response,
  storing: () => {},
  stored: () => {},
};
