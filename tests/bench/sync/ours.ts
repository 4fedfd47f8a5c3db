/** The real engine, in process, on virtual time: the first push, and days at a firm in step. */

import { readBooks } from '../../../utils/runner/pull-stage';
import type { RunRecord } from '../../../utils/store/rows';
import { Browser } from '../../simulation/world/browser';
import { approve, driveOn, mustPair, setUp } from '../../simulation/world/drive';
import { NOTHING_HAPPENS } from '../../simulation/world/effects';
import { describeFirm, openBooks, type Size } from './firm';
import { type Figures, Meter } from './measured';
import { serviceMs } from './service-times';

const MINUTE_MS = 60_000;
/** What we wrote ourselves is read once more for so long. */
const REST_MS = 15 * MINUTE_MS;
const APPROVALS_MAX = 3;
/** Of real time: a big firm takes its time on any machine. */
const DRIVE_MS_MAX = 3_600_000;

export type Tell = (figures: Figures) => void;

async function office(size: Size, isInBoth: boolean, batchItems?: number) {
  const books = openBooks(describeFirm(size, isInBoth));
  const { clock } = books;
  const browser = new Browser(0, books);
  browser.batchItems = batchItems;
  const meter = new Meter(() => clock.ms);
  browser.effects = {
    ...NOTHING_HAPPENS,
    async answered(request, response) {
      meter.note(request, response.status);
      await clock.advance(await serviceMs(request, response));
      return response;
    },
  };
  await browser.signIn();
  await setUp(browser);
  const sync = async (what: string, tell: Tell): Promise<RunRecord> => {
    await clock.advance(MINUTE_MS);
    meter.begin();
    await browser.ask['run.sync']({ description: what });
    let run = await driveOn(browser, DRIVE_MS_MAX);
    for (let n = 0; n < APPROVALS_MAX && run.status === 'preview'; n += 1) {
      run = await approve(browser, run, DRIVE_MS_MAX);
    }
    const { counts, tieOut, status } = run;
    if (counts.failed > 0 || counts.done !== counts.planned || tieOut?.unexplainedCents !== 0) {
      throw new Error(`${what} ended as ${status}: ${JSON.stringify({ counts, tieOut })}`);
    }
    tell(meter.end(what, counts.done));
    return run;
  };
  return { ...books, browser, meter, sync };
}

/** Everything that TPS has goes to an empty company; the money is compared at the end. */
export async function firstPush(size: Size, batchItems: number, tell: Tell): Promise<void> {
  const { browser, clock, meter, sync } = await office(size, false, batchItems);
  // When the money is equal and compared; payment links come after it.
  const moneyAt: number[] = [];
  browser.db.runs.hook('updating', (changes) => {
    if ('stage' in changes && (changes.stage === 'links' || changes.stage === 'done')) {
      moneyAt.push(clock.ms);
    }
  });
  const writesFrom: number[] = [];
  browser.db.runs.hook('updating', (changes) => {
    if ('stage' in changes && changes.stage === 'apply') writesFrom.push(clock.ms);
  });
  const by = `slices of ${batchItems}`;
  await sync(`${by}: payment links included`, (figures) => {
    const fromMs = writesFrom.at(-1) ?? 0;
    const money = ((moneyAt[0] ?? 0) - fromMs) / 1000;
    tell({ ...figures, what: `${by}: from Apply until compared`, seconds: money });
    tell(figures);
  });
  await clock.advance(REST_MS);
  meter.begin();
  const pair = await mustPair(browser.db);
  await readBooks(browser.desk.runnerDeps(pair), pair.id, 'everything', () => {});
  tell(meter.end('full read of both books', 0));
  await browser.close();
}

/** Both books agree; nothing, one per cent of it, ten payments change. */
export async function daysInStep(size: Size, tell: Tell): Promise<void> {
  const firm = await office(size, true);
  const { books, browser, clock, company, sync } = firm;
  await sync('first sync of books that agree', tell);
  const rest = () => clock.advance(REST_MS);
  await rest();
  await sync('nothing changed', () => {});
  await rest();
  await sync('nothing changed', tell);

  const links = await browser.db.links.toArray();
  const ofType = (type: string) => links.filter((link) => link.type === type);
  const [invoices, clients] = [ofType('invoice'), ofType('client')];
  const share = (all: readonly unknown[]) => Math.max(1, Math.round(all.length / 100));
  const step = Math.max(1, Math.floor(invoices.length / (2 * share(invoices))));
  for (let n = 0; n < share(invoices); n += 1) {
    const [one, other] = [invoices[2 * n * step], invoices[(2 * n + 1) * step]];
    if (!one || !other) continue;
    books.patch('invoice', Number(one.tpsId), { description: `Edited in TPS ${n}` });
    const { SyncToken } = company.read('Invoice', other.qboId);
    const Id = other.qboId;
    company.update('Invoice', { Id, SyncToken, sparse: true, PrivateNote: `Edited ${n}` });
  }
  for (let n = 0; n < share(clients); n += 1) {
    const [one, other] = [clients[2 * n], clients[2 * n + 1]];
    if (!one || !other) continue;
    books.patch('client', Number(one.tpsId), { phone: `514-555-${1000 + n}` });
    const { SyncToken } = company.read('Customer', other.qboId);
    const PrimaryEmailAddr = { Address: `new${n}@client.example` };
    company.update('Customer', { Id: other.qboId, SyncToken, sparse: true, PrimaryEmailAddr });
  }
  await sync(`1 % changed on both sides (${share(invoices)} + ${share(clients)} each)`, tell);
  await rest();
  for (let n = 0; n < 10; n += 1) {
    const link = invoices[(7 * n + 3) % invoices.length];
    if (link) company.payOnline(link.qboId, 2500);
  }
  await sync('10 online payments', tell);
  await browser.close();
}
