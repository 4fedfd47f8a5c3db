/** Plays a trace from beginning to rest and checks the invariants after each step. */

import { seededRandom } from '../../sandbox/firm/random';
import { countsAddUp } from '../invariants/counts';
import { decidedNow, previewChangedNothing } from '../invariants/preview';
import { strangersPicture, strangersUntouched } from '../invariants/strangers';
import { nothingHalfWritten } from '../invariants/taken-back';
import { tieOutIsTrue } from '../invariants/tie-out';
import type { Violation } from '../invariants/violation';
import { watermarkHolds } from '../invariants/watermark';
import { decide } from '../people/decisions';
import type { Browser } from '../world/browser';
import { lastRun } from '../world/drive';
import { openSites } from '../world/sites';
import { type Counts, World } from '../world/world';
import { approveShown, driveThrough, goOn, ready, started, takeIn } from './moves';
import { rest } from './rest';
import type { Step, Trace } from './step';

export interface Played {
  readonly violations: readonly Violation[];
  readonly counts: Counts;
  /** The step at whose end something was wrong; the number of steps when it was at rest. */
  readonly failedAt: number | null;
}

/** Time between two steps: what was written is older than what is read next. */
const BREATH_MS = 7_000;

export async function play(trace: Trace, tell?: (line: string) => void): Promise<Played> {
  const sites = await openSites({ ...trace.firm, switches: trace.switches, strangers: true });
  const world = new World(sites, tell);
  world.isShared = trace.browsers > 1;
  const strangers = strangersPicture(sites);
  let at = 0;
  const played = (): Played => {
    const { violations, counts } = world;
    return { violations, counts, failedAt: violations.length > 0 ? at : null };
  };
  try {
    for (const step of trace.steps) {
      sites.clock.advance(BREATH_MS);
      world.counts.steps += 1;
      world.tell(`-- step ${at}: ${JSON.stringify(step)}`);
      await playStep(world, step);
      for (const browser of world.browsers) await tellRun(world, browser);
      if (step.do !== 'work' && step.do !== 'wait') await checkAll(world, strangers);
      if (world.violations.length > 0) return played();
      at += 1;
    }
    world.tell('-- rest');
    await rest(world);
    for (const browser of world.browsers) await tellRun(world, browser);
    await checkAll(world, strangers);
    return played();
  } finally {
    await world.close();
  }
}

async function checkAll(world: World, strangers: string): Promise<void> {
  const report = (violation: Violation) => world.report(violation);
  for (const browser of world.browsers) {
    if (!browser) continue;
    await countsAddUp(browser.db, world.runsOver, report);
    await watermarkHolds(browser.db, world.sites, report);
    await noBreakdown(browser, report);
    await nothingHalfWritten(world, browser);
  }
  strangersUntouched(strangers, world.sites, report);
}

async function tellRun(world: World, browser: Browser | undefined): Promise<void> {
  const run = browser && (await lastRun(browser));
  if (!run) return;
  const { id, status, stage, reason, technical, counts, holds } = run;
  world.tell(
    `run ${id}: ${JSON.stringify({ status, stage, reason: reason?.id, technical, counts })}`,
  );
  for (const { kind, side, type, id: of, what } of holds) {
    world.tell(`  held ${kind} ${side}:${type}:${of} ${JSON.stringify(what)}`);
  }
}

/** The engine's own assertions are no way to end a run, but where the disk is full. */
async function noBreakdown({ db }: Browser, report: (violation: Violation) => void): Promise<void> {
  for (const { id, reason, technical } of await db.runs.toArray()) {
    if (reason?.id !== 'run.brokenInvariant' || /Quota|Abort/.test(technical ?? '')) continue;
    report({ invariant: 7, kind: 'a run broke down', text: `run ${id}: ${technical}` });
  }
}

async function playStep(world: World, step: Step): Promise<void> {
  switch (step.do) {
    case 'wait':
      world.sites.clock.advance(step.minutes * 60_000);
      return;
    case 'work':
      world.work(step.act, step.r);
      return;
    case 'sync':
      return sync(world, step);
    case 'both': {
      const browsers = [await ready(world, 0), await ready(world, 1)];
      for (const browser of browsers) {
        world.storm(browser, []);
        world.reads(browser);
      }
      await Promise.all(
        browsers.map(async (browser) => {
          await started(browser, 'run.sync');
          await driveThrough(browser);
          await approveShown(world, browser);
        }),
      );
      return;
    }
    case 'goOn': {
      await world.mendSessions();
      const browser = await ready(world, step.browser);
      const storm = world.storm(browser, step.mishaps);
      await goOn(world, browser);
      world.counts.faults += storm.struck;
      return;
    }
    case 'keep':
      world.kept.set(step.browser, await (await ready(world, step.browser)).pack());
      return;
    case 'restore': {
      const luggage = world.kept.get(step.browser);
      if (luggage) await (await world.browser(step.browser)).become(luggage);
      return;
    }
    case 'clone':
      await (await world.browser(1)).become(await (await ready(world, 0)).pack());
      return;
    case 'decide': {
      const browser = await ready(world, step.browser);
      world.storm(browser, []);
      world.reads(browser);
      await decide(browser, step.decision, seededRandom(step.r)).catch(() => false);
      await driveThrough(browser);
    }
  }
}

async function sync(world: World, step: Extract<Step, { do: 'sync' }>): Promise<void> {
  const browser = await ready(world, step.browser);
  const { violations } = world;
  const report = (violation: Violation) => world.report(violation);
  const quiet = step.mishaps.every(
    ({ trouble }) => trouble.kind !== 'work' && trouble.kind !== 'decide',
  );
  // What others of the firm decided is taken in by every reading; here before it is looked at.
  if (world.browsers.length > 1) {
    world.storm(browser, []);
    world.reads(browser);
    await takeIn(browser);
  }
  const decided = await decidedNow(browser.db);
  const storm = world.storm(browser, step.mishaps);
  world.reads(browser);
  const runId = await started(browser, step.look ? 'run.preview' : 'run.sync');
  await driveThrough(browser);
  const shown = await lastRun(browser);
  if (runId !== null && shown?.status === 'preview' && quiet) {
    await previewChangedNothing(decided, browser.db, report);
  }
  world.sites.clock.advance((step.idleMinutes ?? 0) * 60_000);
  if (step.approve) await approveShown(world, browser);
  world.counts.faults += storm.struck;
  const ended = await lastRun(browser);
  const over = ended?.id === runId && ended?.stage === 'done';
  if (ended && over && quiet && violations.length === 0) tieOutIsTrue(ended, world.sites, report);
}
