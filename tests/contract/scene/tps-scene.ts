import type { BooksPort } from '../../../utils/port/books-port';
import type { TpsDeps } from '../../../utils/tps/deps';
import { createTpsPort } from '../../../utils/tps/port';
import { manualClock } from '../../sandbox/clock';
import { createTpsStandIn, type TpsBooks, type TpsStandIn } from '../../sandbox/tps';
import { SiteFetch } from './site-fetch';

export const FIRM = { id: 4711, name: 'Cabinet Roy' };
export const OTHER_FIRM = { id: 4712, name: 'Other Firm' };
const ORIGIN = 'https://app.tpssoftware.com';

export interface TpsScene {
  readonly port: BooksPort;
  readonly books: TpsBooks;
  readonly standIn: TpsStandIn;
  readonly site: SiteFetch;
  advance(ms: number): void;
  nowMs(): number;
  signIn(): Promise<void>;
  portWith(change: Partial<TpsDeps>): BooksPort;
}

/** A TPS of its own and a signed-in browser that looks at the paired firm. */
export async function tpsScene(country: 'CA' | 'US' = 'CA', seed = 7): Promise<TpsScene> {
  const clock = manualClock(new Date('2026-03-02T15:00:00Z'));
  const standIn = createTpsStandIn({ clock, seed, country, firm: FIRM });
  const site = new SiteFetch(standIn.web);
  const signIn = async (): Promise<void> => {
    const form = new URLSearchParams({ email: 'sync@firm.example', password: 'sandbox' });
    await site.fetch(`${ORIGIN}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    site.sent.length = 0;
  };
  await signIn();
  const deps: TpsDeps = {
    fetch: site.fetch,
    now: () => clock.now().getTime(),
    session: { xsrfToken: async () => site.jar.get('XSRF-TOKEN') },
    firmId: String(FIRM.id),
    firmName: FIRM.name,
  };
  return {
    port: createTpsPort(deps),
    books: standIn.books,
    standIn,
    site,
    advance: (ms) => clock.advance(ms),
    nowMs: () => clock.now().getTime(),
    signIn,
    portWith: (change) => createTpsPort({ ...deps, ...change }),
  };
}
