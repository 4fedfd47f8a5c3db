import type { QboDeps } from '../../../utils/qbo/deps';
import { createQboPort, type QboPort } from '../../../utils/qbo/port';
import { manualClock } from '../../sandbox/clock';
import { ACCOUNTS, createQboStandIn, type QboCompany, type QboStandIn } from '../../sandbox/qbo';
import { SiteFetch } from './site-fetch';

export const REALM = '9341452000000001';
export const OTHER_REALM = '9341452000000002';
const ORIGIN = 'https://qbo.intuit.com';

export interface QboScene {
  readonly port: QboPort;
  readonly company: QboCompany;
  readonly standIn: QboStandIn;
  readonly site: SiteFetch;
  readonly waits: number[];
  readonly requests: { method: string; write: boolean }[];
  advance(ms: number): void;
  nowMs(): number;
  signIn(): Promise<void>;
  portWith(change: Partial<QboDeps>): QboPort;
}

/** A QuickBooks Online of its own and a signed-in browser that looks at the paired company. */
export async function qboScene(country: 'CA' | 'US' = 'CA', seed = 7): Promise<QboScene> {
  const clock = manualClock(new Date('2026-03-02T15:00:00Z'));
  const standIn = createQboStandIn({
    clock,
    seed,
    country,
    companies: [
      { realm: REALM, name: 'Cabinet Roy' },
      { realm: OTHER_REALM, name: 'Other Books' },
    ],
  });
  const site = new SiteFetch(standIn.web);
  let apiKey = '';
  const signIn = async (): Promise<void> => {
    const [account] = ACCOUNTS;
    const form = new URLSearchParams({
      email: account?.email ?? '',
      password: account?.password ?? '',
      returnTo: '/app/homepage',
    });
    const page = await site.fetch(`${ORIGIN}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    apiKey = /"apiKey":"([^"]+)"/.exec(await page.text())?.[1] ?? '';
    if (apiKey === '') throw new Error('no key in the page');
    site.sent.length = 0;
  };
  await signIn();
  let budget: unknown = null;
  const waits: number[] = [];
  let ids = 0;
  const requests: { method: string; write: boolean }[] = [];
  const deps: QboDeps = {
    fetch: site.fetch,
    now: () => clock.now().getTime(),
    sleep: async (ms) => clock.advance(ms),
    session: {
      current: async () => ({
        authorization: `Intuit_APIKey intuit_apikey=${apiKey}, intuit_apikey_version=1.0`,
        companyId: site.jar.get('qbo.currentcompanyid'),
        csrfToken: site.jar.get('qbo.csrftoken'),
        xCsrfToken: null,
        extra: {},
      }),
    },
    budget: {
      get: async () => budget,
      set: async (value) => {
        budget = value;
      },
    },
    newId: () => `id-${++ids}`,
    realm: REALM,
    companyName: 'Cabinet Roy',
    onWait: (untilMs) => waits.push(untilMs),
    onRequest: ({ method, write }) => requests.push({ method, write }),
  };
  return {
    port: createQboPort(deps),
    company: standIn.company(REALM),
    standIn,
    site,
    waits,
    requests,
    advance: (ms) => clock.advance(ms),
    nowMs: () => clock.now().getTime(),
    signIn,
    portWith: (change) => createQboPort({ ...deps, ...change }),
  };
}
