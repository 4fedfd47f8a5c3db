import { Hono } from 'hono';
import type { Clock } from '../clock';
import { createApi, type Firm } from './api';
import { type KeptBooks, TpsBooks } from './books';
import { withOpaqueIds } from './opaque-ids';
import { createPages } from './pages';
import { Sessions } from './sessions';

export type { Firm } from './api';
export { type KeptBooks, SWITCHED_LISTS, TpsBooks } from './books';
export { TpsProblem } from './problem';

const API = '/api/v1';

export interface TpsOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly country: 'CA' | 'US';
  readonly firm: Firm;
  /** How its ids look on the wire: nobody knows whether the real TPS counts. `counted` if absent. */
  readonly ids?: 'counted' | 'opaque' | undefined;
  /** One of the same options: all that it holds is held by this one too, who is signed in as well. */
  readonly like?: TpsStandIn | undefined;
  /** What was kept of its books. */
  readonly kept?: KeptBooks | undefined;
}

export interface TpsStandIn {
  /** The whole site `app.tpssoftware.com`: pages, assets and API. */
  readonly web: Hono;
  /** The books of the firm that the stand-in was created for. */
  readonly books: TpsBooks;
  readonly sessions: {
    expireAll(): void;
    revokeSyncPermission(): void;
    grantSyncPermission(): void;
    rotateCsrf(): void;
    /** From now on every session looks at this firm, whose books start empty. */
    switchFirm(firm: Firm): void;
  };
  /** The books of any firm that was switched to; undefined where there are none. */
  booksOf(firmId: number): TpsBooks | undefined;
  /** What it remembers beside the books of the firm it was created for. */
  memory(): TpsMemory;
}

interface TpsMemory {
  readonly sessions: Sessions;
  readonly booksByFirm: ReadonlyMap<number, TpsBooks>;
  /** The firm that sessions look at. */
  readonly firm: Firm;
}

export function createTpsStandIn(options: TpsOptions): TpsStandIn {
  const { clock, seed, country } = options;
  const like = options.like?.memory();
  const sessions = new Sessions();
  if (like) sessions.copyFrom(like.sessions);
  const booksFor = (firmId: number, booksSeed: number) =>
    new TpsBooks({ clock, seed: booksSeed, country, like: like?.booksByFirm.get(firmId) });
  const books = options.kept
    ? new TpsBooks({ clock, seed, country, kept: options.kept })
    : booksFor(options.firm.id, seed);
  const booksByFirm = new Map([[options.firm.id, books]]);
  for (const id of like?.booksByFirm.keys() ?? []) {
    if (id !== options.firm.id) booksByFirm.set(id, booksFor(id, seed + 1));
  }
  let firm = like?.firm ?? options.firm;
  const scene = {
    sessions,
    firm: () => firm,
    books: () => booksByFirm.get(firm.id) ?? books,
  };
  const web = new Hono();
  const api = createApi(scene);
  web.route(API, options.ids === 'opaque' ? withOpaqueIds(api, API) : api);
  web.route('/', createPages(scene));
  return {
    web,
    books,
    sessions: {
      expireAll: () => sessions.expireAll(),
      revokeSyncPermission: () => sessions.revokeSyncPermission(),
      grantSyncPermission: () => sessions.grantSyncPermission(),
      rotateCsrf: () => sessions.rotateCsrf(),
      switchFirm: (next) => {
        firm = next;
        if (!booksByFirm.has(next.id)) booksByFirm.set(next.id, booksFor(next.id, seed + 1));
      },
    },
    booksOf: (firmId) => booksByFirm.get(firmId),
    memory: () => ({ sessions, booksByFirm, firm }),
  };
}
