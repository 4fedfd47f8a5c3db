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
  const rows: Known = new Map();
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

/** Rows that bear their own key. */
const named = z.looseObject({ id: z.string() }).or(z.looseObject({ key: z.string() }));

/** Rows as they were last stored, by table and key. */
type Known = Map<string, Map<string, string>>;

/** Has something been stored that a later step reads? What is stored as it was changes nothing. */
function isRead(stored: readonly TableWrite[], known: Known): boolean {
  const changed = stored.map(({ table, rows }) => {
    const before = known.get(table) ?? new Map<string, string>();
    known.set(table, before);
    // Something was deleted, and nobody says what.
    if (rows.length === 0) before.clear();
    const news = rows.map((row) => isNews(table, row, before));
    return rows.length === 0 || news.includes(true);
  });
  return changed.includes(true);
}

function isNews(table: string, row: unknown, before: Map<string, string>): boolean {
  const { success, data } = named.safeParse(row);
  if (!success) return true;
  const key = 'id' in data ? data.id : data.key;
  // What a run tells whoever watches it is read by no later step.
  const told = table === 'runs' ? { requests: null, read: null } : {};
  const text = JSON.stringify({ ...data, ...told });
  const isNew = before.get(String(key)) !== text;
  before.set(String(key), text);
  return isNew;
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
