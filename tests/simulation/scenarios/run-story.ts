/** Plays one story: once in calm, then once for each point at which its worker can die. */
import { expect } from 'vitest';
import { approveShown, driveThrough, ready, started } from '../trace/moves';
import { secondRun } from '../trace/rest';
import { lastRun } from '../world/drive';
import { openSites } from '../world/sites';
import { World } from '../world/world';
import { crashing, type Point, watched } from './crash';
import type { Story } from './story';

/** A run needs this many effects at least, else the story tests nothing. */
const EFFECTS_MIN = 60;
/** A worker that died before the run was stored: the person presses again. */
const PRESSES_MAX = 3;

/** What a run goes through in one go: up to the plan that is shown, or from there to its end. */
interface Phase {
  /** Where it begins; each crash has a copy of this world to itself. */
  readonly from: World;
  /** From there to the end of the story. */
  readonly play: (world: World) => Promise<End>;
  readonly points: readonly Point[];
}

export async function everyCrash(story: Story): Promise<{ points: number; played: number }> {
  const beginning = await prepared(story);
  const shown = await beginning.copy();
  const toPlan = await pointsOf(shown, () => plan(shown, story));
  const whole = await shown.copy();
  const phases: Phase[] = [
    {
      from: beginning,
      play: async (world) => {
        await plan(world, story);
        return end(world);
      },
      points: toPlan,
    },
    { from: shown, play: end, points: await pointsOf(whole, () => approved(whole)) },
  ];
  const expected = await end(whole);
  const points = phases.flatMap((phase) => phase.points).length;
  expect(points).toBeGreaterThan(EFFECTS_MIN);
  let played = 0;
  for (const { from, play, points: all } of phases) {
    for (const { effect, left } of firstOfEach(all)) {
      const world = await from.copy();
      crashing(world, await world.browser(0), effect);
      expect(await play(world), `killed at effect ${effect} (${left})`).toEqual(expected);
      await world.close();
      played += 1;
    }
  }
  for (const world of [beginning, shown, whole]) await world.close();
  return { points, played };
}

async function pointsOf(world: World, play: () => Promise<void>): Promise<readonly Point[]> {
  const points: Point[] = [];
  const browser = await world.browser(0);
  watched(world, browser, (point) => points.push(point));
  await play();
  world.storm(browser, []);
  return points;
}

function firstOfEach(points: readonly Point[]): Point[] {
  const seen = new Set<string>();
  return points.filter(({ left }) => !seen.has(left) && seen.add(left));
}

async function prepared({ firm, switches, prepare }: Story): Promise<World> {
  const shape = { ...firm, findings: 'none', switches: switches ?? {} } as const;
  const world = new World(await openSites(shape));
  await ready(world, 0);
  await prepare(world);
  world.sites.clock.advance(10 * 60_000);
  return world;
}

interface End {
  readonly violations: readonly unknown[];
  readonly books: readonly string[];
  readonly counts: unknown;
  readonly held: readonly string[];
}

/** The run of the story up to its plan, however often it has to be started again. */
async function plan(world: World, { begin }: Story): Promise<void> {
  const browser = await world.browser(0);
  world.reads(browser);
  const before = await lastRun(browser);
  for (let press = 0; press < PRESSES_MAX; press++) {
    if ((await lastRun(browser))?.id !== before?.id) break;
    await (begin ? begin(browser) : started(browser, 'run.preview'));
  }
  await driveThrough(browser);
}

async function approved(world: World): Promise<void> {
  await approveShown(world, await world.browser(0));
}

/** The plan is approved, unless that is done, and a second run follows. */
async function end(world: World): Promise<End> {
  const browser = await world.browser(0);
  await approved(world);
  const run = await lastRun(browser);
  world.storm(browser, []);
  await secondRun(world, browser);
  return {
    violations: world.violations,
    books: picture(world),
    counts: run && { status: run.status, ...run.counts },
    held: (run?.holds ?? []).map(({ what }) => what.id).sort(),
  };
}

/** The books without the ids that depend on how often something was tried. */
function picture({ cards }: World): string[] {
  return [...cards.tps.values(), ...cards.qbo.values()]
    .map(({ side, kind, label, voided, fields, marker }) =>
      JSON.stringify([side, kind, label, voided, fields, marker]),
    )
    .sort();
}
