/** The desk of a worker: the real one, but for Chrome's tabs and downloads. */
import { createHash } from 'node:crypto';
import type { Fetch } from '../../../utils/http/send';
import { NO_POLICY } from '../../../utils/managed/policy';
import type { BudgetStore } from '../../../utils/qbo/budget';
import type { LedgerDatabase } from '../../../utils/store/database';
import { compose } from '../../../utils/worker/compose';
import type { Desk } from '../../../utils/worker/desk';
import type { SimClock } from './sites';

export interface DeskParts {
  readonly db: LedgerDatabase;
  readonly clock: SimClock;
  readonly fetch: { readonly tps: Fetch; readonly qbo: Fetch };
  /** What the browser holds, read anew for each request. */
  cookie(side: 'tps' | 'qbo', name: string): string | null;
  readonly apiKey: string;
  readonly newId: () => string;
  /** Survives the worker, as `storage.session` does. */
  readonly budget: BudgetStore;
  readonly batchItems: number | undefined;
}

export function deskOf(parts: DeskParts): Desk {
  const { db, clock, fetch, cookie, apiKey, newId, budget, batchItems } = parts;
  const core = compose({
    db,
    now: () => clock.now(),
    sleep: async (ms) => clock.advance(ms),
    newId,
    // The one of `node:crypto` answers at once: virtual time does not go on meanwhile.
    sha256: async (text) => createHash('sha256').update(text).digest('hex'),
    fetch,
    sessions: {
      tps: { xsrfToken: async () => cookie('tps', 'XSRF-TOKEN') },
      qbo: {
        current: async () => ({
          authorization: `Intuit_APIKey intuit_apikey=${apiKey}, intuit_apikey_version=1.0`,
          companyId: cookie('qbo', 'qbo.currentcompanyid'),
          csrfToken: cookie('qbo', 'qbo.csrftoken'),
          xCsrfToken: null,
          extra: {},
        }),
      },
    },
    budget,
    policy: async () => NO_POLICY,
    browserName: 'Chrome on Linux',
    ...(batchItems === undefined ? {} : { batchItems }),
    onChange: () => {},
  });
  return {
    ...core,
    kick: () => {},
    openTab: async () => {},
    openSignIn: async () => {},
    openWorkspace: async () => {},
    exportHistory: async () => {},
    exporting: () => ({ state: 'idle', fileName: null }),
  };
}
