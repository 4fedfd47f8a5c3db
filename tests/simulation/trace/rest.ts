/**
 * The end of every trace: all is calm, everybody is signed in, and all browsers go on until there is
 * nothing more to do. Then both books must be as equal as the domain promises.
 */
import { ENDED } from '../../../utils/views/views';
import { seededRandom } from '../../sandbox/firm/random';
import { enteredOnce } from '../invariants/entered-once';
import { nothingLost } from '../invariants/nothing-lost';
import { everyDocumentIsNamed } from '../invariants/offsets';
import { everyCentIsNamed, tieOutIsTrue } from '../invariants/tie-out';
import type { Violation } from '../invariants/violation';
import { decide } from '../people/decisions';
import type { Browser } from '../world/browser';
import { lastRun } from '../world/drive';
import type { World } from '../world/world';
import { approveShown, driveThrough, goOn, ready, started } from './moves';

const ROUNDS_MAX = 6;
const GO_ON_MAX = 6;
/** Longer than any lease, hold or overlap of a reading. */
const CALM_MS = 20 * 60_000;

export async function rest(world: World): Promise<void> {
  world.sites.clock.advance(CALM_MS);
  await world.mendSessions();
  if (world.browsers.length === 0) await ready(world, 0);
  const browsers = world.browsers.filter((browser) => browser !== undefined);
  for (const browser of browsers) {
    world.storm(browser, []);
    if (!(await finished(world, browser))) return;
    await decide(browser, 'clients', seededRandom(1));
  }
  for (let round = 0; ; round++) {
    let done = 0;
    for (const browser of browsers) done += await synced(world, browser);
    if (world.violations.length > 0) return;
    if (done === 0) break;
    if (round < ROUNDS_MAX) continue;
    const run = browsers[0] && (await lastRun(browsers[0]));
    world.report({
      invariant: 6,
      kind: 'it never comes to rest',
      text: `still writing after ${ROUNDS_MAX} rounds: ${JSON.stringify(run?.groups)}`,
    });
    return;
  }
  for (const browser of browsers) await secondRun(world, browser);
  if (world.violations.length > 0) return;
  for (const browser of browsers) await checkEnd(world, browser);
  await nothingLost(world, browsers);
  await enteredOnce(world, browsers);
}

/** Brings whatever is under way to its end; false when it cannot be. */
async function finished(world: World, browser: Browser): Promise<boolean> {
  for (let i = 0; i < GO_ON_MAX; i++) {
    const run = await lastRun(browser);
    if (!run || ENDED.includes(run.status)) return true;
    await goOn(world, browser);
  }
  const run = await lastRun(browser);
  if (run && !ENDED.includes(run.status)) {
    // All invoices of a small firm can be gone: then the run waits for a person, as it should.
    if (run.reason?.id === 'pull.empty') return false;
    world.report({
      invariant: 6,
      kind: 'it never comes to rest',
      text: `run ${run.id} stays ${run.status} at ${run.stage}: ${JSON.stringify(run.reason)} ${run.technical}`,
    });
    return false;
  }
  return true;
}

/** One sync, brakes typed away; gives how much it did. */
async function synced(world: World, browser: Browser): Promise<number> {
  world.sites.clock.advance(60_000);
  world.reads(browser);
  await started(browser, 'run.sync');
  await driveThrough(browser);
  await approveShown(world, browser);
  if (!(await finished(world, browser))) return 0;
  return (await lastRun(browser))?.counts.done ?? 0;
}

/** Invariant 6: a second run right after a clean one writes nothing. */
export async function secondRun(world: World, browser: Browser): Promise<void> {
  const first = await lastRun(browser);
  const before = picture(world);
  const writes = world.bookWrites;
  await synced(world, browser);
  const run = await lastRun(browser);
  const sent = world.bookWrites - writes;
  const clean = first?.counts.failed === 0 && first.stage === 'done';
  const changed = firstDifference(before, picture(world));
  if ((run?.counts.done ?? 0) === 0 && changed === null && (sent === 0 || !clean)) return;
  world.report({
    invariant: 6,
    kind: 'a second run writes',
    text: `${run?.counts.done} done, ${sent} writes sent, ${changed ?? 'nothing changed'}: ${JSON.stringify(run?.groups)}`,
  });
}

function picture({ cards }: World): string[] {
  return [...cards.tps.values(), ...cards.qbo.values()]
    .map(({ side, kind, id, voided, fields }) => JSON.stringify([side, kind, id, voided, fields]))
    .sort();
}

function firstDifference(before: readonly string[], after: readonly string[]): string | null {
  const at = after.findIndex((text, index) => text !== before[index]);
  if (at < 0) return after.length === before.length ? null : 'a record is gone';
  return `${before[at]} became ${after[at]}`;
}

async function checkEnd(world: World, browser: Browser): Promise<void> {
  const run = await lastRun(browser);
  const report = (violation: Violation) => world.report(violation);
  for (const { key, why } of await browser.db.quarantine.toArray()) {
    report({ invariant: 7, kind: 'a row that we stored cannot be read', text: `${key}: ${why}` });
  }
  if (run?.stage !== 'done') return;
  tieOutIsTrue(run, world.sites, report);
  everyCentIsNamed(run, world.sites, world.pairs, report);
  await everyDocumentIsNamed(world, browser, run);
}
