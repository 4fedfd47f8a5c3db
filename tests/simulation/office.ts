/**
 * A firm's office in one process: both stand-ins, a signed-in browser for each, and the real core,
 * adapters, database and desk of the extension. Only Chrome itself is missing.
 */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import type { Desk } from '../../utils/desk/desk';
import { type Handlers, handlersOf } from '../../utils/desk/handlers';
import { Systems } from '../../utils/desk/systems';
import { createQboPort } from '../../utils/qbo/port';
import type { RunnerDeps } from '../../utils/runner/deps';
import type { BooksPort } from '../../utils/runner/port';
import { Runner } from '../../utils/runner/runner';
import { LedgerDatabase, type PairRow, type RunRecord } from '../../utils/store/database';
import { createTpsPort } from '../../utils/tps/port';
import { SiteFetch } from '../contract/scene/site-fetch';
import { manualClock } from '../sandbox/clock';
import { buildFirm } from '../sandbox/firm';
import { ACCOUNTS, createQboStandIn, type QboCompany, type QboStandIn } from '../sandbox/qbo';
import { createTpsStandIn, type TpsBooks } from '../sandbox/tps';

const REALM = '9341452000000001';
const FIRM = { id: 4711, name: 'Cabinet Roy' };

export interface OfficeOptions {
  readonly seed: number;
  readonly clients: number;
  readonly country?: 'CA' | 'US';
  readonly findings?: 'auto' | 'all' | 'none';
  /** Points on which nobody knows how the real QuickBooks behaves. */
  readonly switches?: Partial<QboStandIn['switches']>;
}

export interface Office {
  readonly db: LedgerDatabase;
  readonly ask: Handlers;
  readonly desk: Desk;
  readonly books: TpsBooks;
  readonly company: QboCompany;
  readonly switches: QboStandIn['switches'];
  readonly sites: { tps: SiteFetch; qbo: SiteFetch };
  readonly clock: { advance(ms: number): void; now(): Date };
  runner(): Promise<Runner>;
  /** Confirms the pair, accepts every suggestion, finishes the set-up. */
  setUp(): Promise<void>;
  /** One step sync, brakes typed away; gives the run as it ended. */
  sync(): Promise<RunRecord>;
  /** Drives on whatever can go on. */
  drive(): Promise<RunRecord>;
}

/** A plan that changes while it is approved is shown, and approved, again. */
const APPROVALS_MAX = 3;

let offices = 0;

export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { seed, clients } = options;
  const country = options.country ?? 'CA';
  const clock = manualClock(new Date('2026-03-02T15:00:00Z'));
  const companies = [{ realm: REALM, name: FIRM.name }];
  const tps = createTpsStandIn({ clock, seed, country, firm: FIRM });
  const qbo = createQboStandIn({ clock, seed, country, companies });
  await buildFirm(
    { seed, clients, country, today: '2026-03-02', findings: options.findings ?? 'auto' },
    tps,
    qbo,
    REALM,
  );
  Object.assign(qbo.switches, options.switches);
  const sites = { tps: new SiteFetch(tps.web), qbo: new SiteFetch(qbo.web) };
  const apiKey = await signIn(sites);
  const db = new LedgerDatabase(`office-${++offices}`);
  const desk = deskOf(db, sites, apiKey, clock);
  const ask = handlersOf(desk);
  const runner = async () => desk.runner(await pairOf(db));
  const drive = async () => {
    await (await runner()).drive();
    const run = await db.runs.orderBy('startedAt').last();
    if (!run) throw new Error('no run');
    return run;
  };
  return {
    db,
    ask,
    desk,
    books: tps.books,
    company: qbo.company(REALM),
    switches: qbo.switches,
    sites,
    clock,
    runner,
    drive,
    async setUp() {
      const { candidate } = await ask['setup.get']({ reload: true });
      if (!candidate) throw new Error('not signed in');
      await ask['pair.confirm']({ firmId: candidate.firm.id, realm: candidate.company.realm });
      const view = await ask['setup.get']({ reload: true });
      await ask['setup.saveClients']({
        decisions: view.clients.map((row) => ({
          tpsId: row.tps?.id ?? null,
          qboId: row.qbo?.id ?? null,
          decision: row.decision,
        })),
      });
      await acceptMappings(ask);
      await acceptMappings(ask);
      await ask['setup.finish']({});
    },
    async sync() {
      clock.advance(60_000);
      await ask['run.sync']({ description: 'test' });
      let run = await drive();
      for (let i = 0; i < APPROVALS_MAX && run.status === 'preview'; i++) {
        const confirmed = run.brakes.map((brake) => brake.id);
        await ask['run.apply']({ runId: run.id, planHash: run.planHash ?? '', confirmed });
        run = await drive();
      }
      return run;
    },
  };
}

async function acceptMappings(ask: Handlers): Promise<void> {
  const { mappings } = await ask['setup.get']({ reload: false });
  await ask['setup.saveMappings']({
    choices: mappings.map(({ kind, from, fromId, chosenId, suggestedId }) => ({
      kind,
      from,
      fromId,
      toId: chosenId ?? suggestedId,
    })),
  });
}

async function pairOf(db: LedgerDatabase): Promise<PairRow> {
  const pair = await db.pairs.toCollection().first();
  if (!pair) throw new Error('not paired');
  return pair;
}

async function signIn(sites: { tps: SiteFetch; qbo: SiteFetch }): Promise<string> {
  const [account] = ACCOUNTS;
  const post = (site: SiteFetch, url: string, form: Record<string, string>) =>
    site.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  await post(sites.tps, 'https://app.tpssoftware.com/login', {
    email: 'sync@firm.example',
    password: 'sandbox',
  });
  const page = await post(sites.qbo, 'https://qbo.intuit.com/login', {
    email: account?.email ?? '',
    password: account?.password ?? '',
    returnTo: '/app/homepage',
  });
  const apiKey = /"apiKey":"([^"]+)"/.exec(await page.text())?.[1];
  if (!apiKey) throw new Error('no key in the page');
  return apiKey;
}

function deskOf(
  db: LedgerDatabase,
  sites: { tps: SiteFetch; qbo: SiteFetch },
  apiKey: string,
  clock: { now(): Date; advance(ms: number): void },
): Desk {
  let budget: unknown = null;
  let ids = 0;
  let sent = { tps: 0, qbo: 0, writes: 0 };
  const sleep = async (ms: number) => clock.advance(ms);
  const ports = (pair: PairRow | null): { tps: BooksPort; qbo: BooksPort } => {
    const common = {
      now: () => clock.now().getTime(),
      onRequest: ({ side, write }: { side: 'tps' | 'qbo'; write: boolean }) => {
        sent[side] += 1;
        if (write) sent.writes += 1;
      },
    };
    return {
      tps: createTpsPort({
        ...common,
        fetch: sites.tps.fetch,
        session: { xsrfToken: async () => sites.tps.jar.get('XSRF-TOKEN') },
        firmId: pair?.firm.id ?? null,
        firmName: pair?.firm.name,
      }),
      qbo: createQboPort({
        ...common,
        fetch: sites.qbo.fetch,
        sleep,
        session: {
          current: async () => ({
            authorization: `Intuit_APIKey intuit_apikey=${apiKey}, intuit_apikey_version=1.0`,
            companyId: sites.qbo.jar.get('qbo.currentcompanyid'),
            csrfToken: sites.qbo.jar.get('qbo.csrftoken'),
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
        realm: pair?.company.realm ?? null,
        companyName: pair?.company.name,
      }),
    };
  };
  const newId = () => `id-${String(++ids).padStart(6, '0')}`;
  const runnerDeps = (pair: PairRow): RunnerDeps => ({
    db,
    ports: ports(pair),
    now: () => clock.now(),
    newId,
    sha256: async (text) => createHash('sha256').update(text).digest('hex'),
    sleep,
    takeRequests: () => {
      const taken = sent;
      sent = { tps: 0, qbo: 0, writes: 0 };
      return taken;
    },
    onChange: () => {},
  });
  const systems = new Systems(
    ports,
    () => clock.now().getTime(),
    () => {},
  );
  return {
    db,
    now: () => clock.now(),
    newId,
    ports,
    runnerDeps,
    runner: (pair) => new Runner(runnerDeps(pair)),
    kick: () => {},
    systems: (pair) => systems.view(pair),
    checkSystems: (pair) => systems.check(pair),
    openTab: async () => {},
    openWorkspace: async () => {},
    exportHistory: async () => {},
    exporting: () => ({ state: 'idle', fileName: null }),
    onChange: () => {},
  };
}
