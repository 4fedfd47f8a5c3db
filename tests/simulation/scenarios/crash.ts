/**
 * One story with a crash at every effect: each request before it is sent, each answer before it is
 * heard, each write to the database. Points between which neither the systems nor the database have
 * committed anything that a later step reads leave the same world behind: of those the first is played.
 */
import { z } from 'zod';
import type { Browser } from '../world/browser';
import type { Effects, TableWrite } from '../world/effects';
import type { World } from '../world/world';

/** What a crash at this point leaves behind, counted in commits since the run began. */
export interface Point {
  readonly effect: number;
  readonly left: string;
}

/** Follows a run without disturbing it, and notes its points. */
export function watched(world: World, browser: Browser, onPoint: (point: Point) => void): void {
  const { writes } = world.counts;
  const rows = new Map<string, string>();
  let effect = 0;
  let carriedOut = writes;
  let commits = 0;
  arm(
    world,
    browser,
    () => {
      effect += 1;
      const left = `${carriedOut - writes} writes, ${commits} commits`;
      onPoint({ effect, left });
    },
    () => {
      carriedOut += 1;
    },
    (stored) => {
      if (isRead(stored, rows)) commits += 1;
    },
  );
}

/** Of a run: shown to whoever watches it, and read by no later step. */
const told = z.looseObject({ id: z.string(), requests: z.unknown(), read: z.unknown() });

/** Has something been stored that a later step reads? `known`: the runs as they were last stored. */
function isRead(stored: readonly TableWrite[], known: Map<string, string>): boolean {
  const changed = stored.map(({ table, rows }) => {
    if (table !== 'runs') return true;
    const changes = rows.map((row) => {
      const run = told.safeParse(row);
      if (!run.success) return true;
      const { requests: _requests, read: _read, ...rest } = run.data;
      const text = JSON.stringify(rest);
      const isNew = known.get(rest.id) !== text;
      known.set(rest.id, text);
      return isNew;
    });
    return changes.includes(true) || rows.length === 0;
  });
  return changed.includes(true);
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
    () => {},
  );
}

function arm(
  world: World,
  browser: Browser,
  strike: () => void,
  wrote: () => void,
  committed: (writes: readonly TableWrite[]) => void,
): void {
  const calm = world.storm(browser, []);
  const effects: Effects = {
    async sending(request) {
      strike();
      return calm.sending(request);
    },
    committed: (request, response) => calm.committed(request, response),
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
    stored(writes) {
      committed(writes);
      calm.stored(writes);
    },
  };
  browser.effects = effects;
}
