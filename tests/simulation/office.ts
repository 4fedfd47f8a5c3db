/**
 * A firm's office in one process: both stand-ins, a signed-in browser for each, and the real core,
 * adapters, database and desk of the extension. Only Chrome itself is missing.
 */

import type { Handlers } from '../../utils/messages/requests';
import type { Runner } from '../../utils/runner/runner';
import type { LedgerDatabase } from '../../utils/store/database';
import type { Desk } from '../../utils/worker/desk';
import type { SiteFetch } from '../contract/scene/site-fetch';
import type { QboCompany, QboStandIn } from '../sandbox/qbo';
import type { TpsBooks } from '../sandbox/tps';
import { Browser } from './world/browser';
import { approve, driveOn, mustPair, type Ran, setUp } from './world/drive';
import { copySites, type FirmShape, openSites, type SimClock, type Sites } from './world/sites';

export type OfficeOptions = Omit<FirmShape, 'strangers'>;

export interface Office {
  readonly db: LedgerDatabase;
  readonly ask: Handlers;
  readonly desk: Desk;
  readonly books: TpsBooks;
  readonly company: QboCompany;
  readonly switches: QboStandIn['switches'];
  readonly sites: { tps: SiteFetch; qbo: SiteFetch };
  readonly clock: SimClock;
  runner(): Promise<Runner>;
  /** Confirms the pair, accepts every suggestion, finishes the set-up. */
  setUp(): Promise<void>;
  /** One step sync, brakes typed away; gives the run as it ended. */
  sync(): Promise<Ran>;
  /** Drives on whatever can go on. */
  drive(): Promise<Ran>;
  /** The same office once more, as it stands: what is done in the one is not seen in the other. */
  copy(): Promise<Office>;
}

/** A plan that changes while it is approved is shown, and approved, again. */
const APPROVALS_MAX = 3;

export async function openOffice(options: OfficeOptions): Promise<Office> {
  const world = await openSites(options);
  const browser = new Browser(0, world);
  await browser.signIn();
  return officeOf(world, browser);
}

function officeOf(world: Sites, browser: Browser): Office {
  const { db, ask, desk } = browser;
  return {
    db,
    ask,
    desk,
    books: world.books,
    company: world.company,
    switches: world.qbo.switches,
    sites: browser.sites,
    clock: world.clock,
    runner: async () => desk.runner(await mustPair(db)),
    drive: () => driveOn(browser),
    setUp: () => setUp(browser),
    async sync() {
      world.clock.advance(60_000);
      await ask['run.sync']({ description: 'test' });
      let run = await driveOn(browser);
      for (let i = 0; i < APPROVALS_MAX && run.status === 'preview'; i++) {
        run = await approve(browser, run);
      }
      return run;
    },
    async copy() {
      const sites = copySites(world);
      return officeOf(sites, await browser.copy(sites));
    },
  };
}
