import { Hono } from 'hono';
import type { Clock } from '../clock';
import { createApi, type Firm } from './api';
import { TpsBooks } from './books';
import { createPages } from './pages';
import { Sessions } from './sessions';

export type { Firm } from './api';
export { SWITCHED_LISTS, TpsBooks } from './books';
export { TpsProblem } from './problem';

export interface TpsOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly country: 'CA' | 'US';
  readonly firm: Firm;
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
}

export function createTpsStandIn(options: TpsOptions): TpsStandIn {
  const { clock, seed, country } = options;
  const sessions = new Sessions();
  const books = new TpsBooks({ clock, seed, country });
  const booksByFirm = new Map([[options.firm.id, books]]);
  let firm = options.firm;
  const scene = {
    sessions,
    firm: () => firm,
    books: () => booksByFirm.get(firm.id) ?? books,
  };
  const web = new Hono();
  web.route('/api/v1', createApi(scene));
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
        if (!booksByFirm.has(next.id)) {
          booksByFirm.set(next.id, new TpsBooks({ clock, seed: seed + 1, country }));
        }
      },
    },
    booksOf: (firmId) => booksByFirm.get(firmId),
  };
}
