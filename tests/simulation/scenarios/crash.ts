/**
 * One story with a crash at every effect: each request before it is sent, each answer before it is
 * heard, each write to the database. Points between which neither the systems nor the database have
 * committed anything leave the very same world behind: of those the first is played.
 */
import type { Browser } from '../world/browser';
import type { Effects } from '../world/effects';
import type { World } from '../world/world';

/** What a crash at this point leaves behind, counted in commits since the run began. */
export interface Point {
  readonly effect: number;
  readonly left: string;
}

/** Follows a run without disturbing it, and notes its points. */
export function watched(world: World, browser: Browser, onPoint: (point: Point) => void): void {
  const { commits } = browser;
  const { writes } = world.counts;
  let effect = 0;
  let carriedOut = writes;
  arm(
    world,
    browser,
    () => {
      effect += 1;
      const left = `${carriedOut - writes} writes, ${browser.commits - commits} commits`;
      onPoint({ effect, left });
    },
    () => {
      carriedOut += 1;
    },
  );
}

/** Kills the worker at the n-th effect. */
export function crashing(world: World, browser: Browser, at: number): void {
  let effect = 0;
  arm(
    world,
    browser,
    () => {
      effect += 1;
      if (effect === at) throw browser.kill();
    },
    () => {},
  );
}

function arm(world: World, browser: Browser, strike: () => void, wrote: () => void): void {
  const calm = world.storm(browser, []);
  const effects: Effects = {
    async sending(request) {
      strike();
      return calm.sending(request);
    },
    async answered(request, response) {
      const answer = await calm.answered(request, response);
      if (request.write) wrote();
      strike();
      return answer;
    },
    storing(table, rows) {
      strike();
      calm.storing(table, rows);
    },
    stored: (writes) => calm.stored(writes),
  };
  browser.effects = effects;
}
