import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Act, act } from './act';
import { selfSignedCertificate } from './certificate';
import { type Clock, scaledClock } from './clock';
import { createControl } from './control';
import { Faults, HOSTS, type Site } from './faults';
import { buildFirm } from './firm';
import { passGate, type Scene } from './gate';
import { pullLever } from './levers';
import { createQboStandIn, type KeptCompany, type QboStandIn } from './qbo';
import { skewable } from './skew';
import { createTpsStandIn, type KeptBooks, type TpsStandIn } from './tps';
import { Traffic } from './traffic';
import { dressed, type WebOptions, webOptions } from './web';

export interface SandboxOptions {
  /** TLS port; 0, or none given, means a free one. */
  readonly port?: number;
  readonly httpPort?: number;
  readonly seed?: number;
  /** How many clients the firm has; 0: both sides stay empty. */
  readonly clients?: number;
  readonly country?: 'CA' | 'US';
  readonly timeScale?: number;
  /** Instead of `timeScale`: a clock that the test moves. */
  readonly clock?: Clock;
  /** A folder of recorded responses to fill QBO with; the country is then US. */
  readonly qboSamples?: string;
  /** `all`: every kind of finding, however small the firm. */
  readonly findings?: 'auto' | 'all' | 'none';
  /** How awkward the pages are; calm and English where it is left out. */
  readonly web?: Partial<WebOptions>;
  /** What another one of the same options held; no firm is made then. */
  readonly kept?: KeptSandbox;
}

/** All that is in the books of both, as plain data; who is signed in is not among it. */
export interface KeptSandbox {
  readonly tps: KeptBooks;
  readonly qbo: Readonly<Record<string, KeptCompany>>;
}

export interface Sandbox {
  readonly httpsPort: number;
  readonly httpPort: number;
  readonly realm: string;
  readonly firm: { readonly id: number; readonly name: string };
  readonly tps: TpsStandIn;
  readonly qbo: QboStandIn;
  readonly faults: Faults;
  readonly traffic: Traffic;
  /** May be changed at any time; pages that are loaded afterwards see it. */
  readonly web: WebOptions;
  kept(): KeptSandbox;
  stop(): Promise<void>;
}

const REALM = '9341454792738915';
const OTHER_REALM = '9341454000000002';
const FIRM = { id: 4711, name: "Lavoie & O'Connor CPA inc." };

/** Starts both stand-ins with a firm in them, behind one TLS port and one plain port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? 1;
  const clock = skewable(options.clock ?? scaledClock(options.timeScale ?? 1));
  const web = webOptions(options.web);
  const country = options.qboSamples === undefined ? (options.country ?? 'CA') : 'US';
  const companies = [
    { realm: REALM, name: FIRM.name },
    { realm: OTHER_REALM, name: 'Other Company Inc.' },
  ];
  const { kept } = options;
  const tps = createTpsStandIn({ clock, seed, country, firm: FIRM, kept: kept?.tps });
  const qbo = createQboStandIn({ clock, seed, country, companies, kept: kept?.qbo });
  const today = clock.now().toISOString().slice(0, 10);
  const firm = { ...options, seed, clients: options.clients ?? 40, country, today };
  if (!kept) await buildFirm(firm, tps, qbo, REALM);
  const faults = new Faults(seed, clock);
  const traffic = new Traffic();
  const scene: Scene = {
    faults,
    traffic,
    clock,
    act: (asked: Act, caught) => {
      act(asked, tps.books, qbo.company(asked.realm ?? REALM), caught);
    },
    pull: (lever) => pullLever(lever, tps, qbo),
  };
  const sites: Readonly<Record<Site, Hono>> = {
    tps: dressed(tps.web, web),
    qbo: dressed(qbo.web, web),
    qboApi: qbo.api,
  };
  const control = createControl({ tps, qbo, faults, traffic, clock, web, realm: REALM });
  const tls = createTlsServer(
    selfSignedCertificate(Object.values(HOSTS), new Date()),
    getRequestListener((request, bindings) => {
      const site = siteOf(new URL(request.url).hostname);
      if (!site)
        return new Response('The sandbox does not stand in for this host.', { status: 421 });
      return passGate(scene, site, sites[site], request, bindings);
    }),
  );
  const plain = createServer(
    getRequestListener((request, bindings) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/__control/')) return control.fetch(request);
      if (pathname.startsWith('/v3/')) return passGate(scene, 'qboApi', qbo.api, request, bindings);
      return new Response('Not found', { status: 404 });
    }),
  );
  const httpsPort = await listen(tls, options.port ?? 0);
  const httpPort = await listen(plain, options.httpPort ?? 0);
  const stop = async (): Promise<void> => {
    faults.clear();
    await Promise.all([close(tls), close(plain)]);
  };
  const keep = (): KeptSandbox => ({
    tps: tps.books.kept(),
    qbo: Object.fromEntries(companies.map(({ realm }) => [realm, qbo.company(realm).kept()])),
  });
  return {
    ...{ httpsPort, httpPort, realm: REALM, firm: FIRM, tps, qbo, faults, traffic, web },
    kept: keep,
    stop,
  };
}

function siteOf(hostname: string): Site | undefined {
  if (hostname === HOSTS.tps) return 'tps';
  if (hostname === HOSTS.qbo) return 'qbo';
  return hostname === HOSTS.qboApi ? 'qboApi' : undefined;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

function close(server: Server & { closeAllConnections(): void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
