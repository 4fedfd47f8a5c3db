/** Plays one story: once in calm, then once for each point at which its worker can die. */
import { expect } from 'vitest';
import { approveShown, driveThrough, ready, started } from '../trace/moves';
import { secondRun } from '../trace/rest';
import { lastRun } from '../world/drive';
import { openSites } from '../world/sites';
import { World } from '../world/world';
import { crashing, type Point, watched } from './crash';
import type { Story } from './story';
import { Tape } from './tape';

/** A run needs this many effects at least, else the story tests nothing. */
const EFFECTS_MIN = 60;
/** A worker that died before the run was stored: the person presses again. */
const PRESSES_MAX = 3;

export async function everyCrash(story: Story): Promise<{ points: number; played: number }> {
  const tape = new Tape();
  const whole = await prepared(story, tape);
  const points: Point[] = [];
  const browser = await whole.browser(0);
  watched(whole, browser, (point) => points.push(point));
  const expected = await end(whole, story);
  await whole.close();
  expect(points.length).toBeGreaterThan(EFFECTS_MIN);
  const seen = new Set<string>();
  const first = points.filter(({ left }) => !seen.has(left) && seen.add(left));
  for (const { effect, left } of first) {
    const world = await prepared(story, tape);
    crashing(world, await world.browser(0), effect);
    expect(await end(world, story), `killed at effect ${effect} (${left})`).toEqual(expected);
    await world.close();
  }
  return { points: points.length, played: first.length };
}

async function prepared({ firm, switches, prepare }: Story, tape: Tape): Promise<World> {
  const shape = { ...firm, findings: 'none', switches: switches ?? {} } as const;
  const world = new World(await openSites(shape));
  const browser = await world.browser(0);
  const { clock } = world.sites;
  await tape.stretch(world, async () => {
    await ready(world, 0);
  });
  await prepare(world, tape);
  await tape.arrived(browser);
  clock.advance(10 * 60_000);
  return world;
}

interface End {
  readonly violations: readonly unknown[];
  readonly books: readonly string[];
  readonly counts: unknown;
  readonly held: readonly string[];
}

/** The run of the story, however often it has to be started again, and a second one. */
async function end(world: World, { begin }: Story): Promise<End> {
  const browser = await world.browser(0);
  world.reads(browser);
  const before = await lastRun(browser);
  for (let press = 0; press < PRESSES_MAX; press++) {
    if ((await lastRun(browser))?.id !== before?.id) break;
    await (begin ? begin(browser) : started(browser, 'run.preview'));
  }
  await driveThrough(browser);
  await approveShown(world, browser);
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
