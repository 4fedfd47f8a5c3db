/** What people decide on our own screens. */

import { otherSide } from '../../../utils/ledger/side';
import { RunStop } from '../../../utils/runner/stop';
import { DeskRefusal } from '../../../utils/worker/refusal';
import type { Random } from '../../sandbox/firm/random';
import type { Browser } from '../world/browser';
import { acceptClients, acceptMappings, entriesOf, lastRun } from '../world/drive';

type Decision = (browser: Browser, random: Random) => Promise<void>;

const pause: Decision = async (browser) => {
  const run = await lastRun(browser);
  if (run) await browser.ask['run.pause']({ runId: run.id, turn: run.turn ?? 0 });
};

const cancel: Decision = async (browser) => {
  const run = await lastRun(browser);
  if (run) await browser.ask['run.cancel']({ runId: run.id });
};

const exclude: Decision = async (browser, random) => {
  const side = random.pick(['tps', 'qbo'] as const);
  const pairs = (await browser.db.links.toArray()).filter(({ type }) => type === 'client');
  if (pairs.length === 0) return;
  const clientId = random.pick(pairs)[side === 'tps' ? 'tpsId' : 'qboId'];
  await browser.ask['client.exclude']({ side, clientId, reason: 'a person said so' });
};

const include: Decision = async (browser, random) => {
  const wishes = (await browser.db.wishes.toArray()).filter(({ wish }) => wish.do === 'exclude');
  if (wishes.length === 0) return;
  const { side, clientId } = random.pick(wishes);
  await browser.ask['client.include']({ side, clientId });
};

const unsolved = async (browser: Browser) =>
  (await entriesOf(browser, null)).filter(({ canRetry }) => canRetry);

const retry: Decision = async (browser, random) => {
  const rows = await unsolved(browser);
  if (rows.length === 0) return;
  const entryIds = random.chance(0.5) ? [] : [random.pick(rows).id];
  await browser.ask['entry.retry']({ entryIds });
};

const ignore: Decision = async (browser, random) => {
  const rows = (await unsolved(browser)).filter(({ canIgnore }) => canIgnore);
  if (rows.length === 0) return;
  await browser.ask['entry.ignore']({ entryId: random.pick(rows).id, reason: 'handled by hand' });
};

const unignore: Decision = async (browser, random) => {
  const rows = (await entriesOf(browser, null)).filter(({ ignored }) => ignored);
  if (rows.length === 0) return;
  await browser.ask['entry.restore']({ entryId: random.pick(rows).id });
};

/** Are two documents one? Chance says; so it may be wrong, but nothing may be lost over it. */
const twins: Decision = async (browser, random) => {
  const { needs } = await browser.ask['app.get']({});
  const asked = needs.flatMap((need) => need.actions).filter((action) => action.do === 'twin');
  if (asked.length === 0) return;
  const { recordKey, other, ruling } = random.pick(asked);
  await browser.ask['ruling.twin']({ recordKey, other, ruling });
};

/** One answer of the set-up becomes another one that the other system offers. */
const remap: Decision = async (browser, random) => {
  const setup = await browser.ask['setup.get']({ reload: false });
  const known = setup.mappings.filter(({ chosenId }) => chosenId !== null);
  if (known.length === 0) return;
  const { kind, from, fromId, chosenId } = random.pick(known);
  const others = setup.targets[kind][otherSide(from)].filter(({ id }) => id !== chosenId);
  if (others.length === 0) return;
  const toId = random.pick(others).id;
  await browser.ask['setup.saveMappings']({ choices: [{ kind, from, fromId, toId }] });
};

const removals: Decision = async (browser, random) => {
  const rule = random.pick(['void', 'delete'] as const);
  await browser.ask['policies.save']({ policies: {}, removals: rule });
};

export const DECISIONS = {
  pause: { weight: 2, decide: pause },
  cancel: { weight: 1, decide: cancel },
  exclude: { weight: 1, decide: exclude },
  include: { weight: 2, decide: include },
  retry: { weight: 3, decide: retry },
  ignore: { weight: 1, decide: ignore },
  unignore: { weight: 1, decide: unignore },
  twins: { weight: 2, decide: twins },
  clients: { weight: 2, decide: acceptClients },
  mappings: { weight: 1, decide: acceptMappings },
} satisfies Record<string, { readonly weight: number; readonly decide: Decision }>;

const standing = async (browser: Browser, how: 'linked' | 'apart') =>
  (await entriesOf(browser, null)).filter((row) => row.standing === how);

/** Two linked documents are not the same, somebody says; chance says it, so it is mostly wrong. */
const apart: Decision = async (browser, random) => {
  const rows = await standing(browser, 'linked');
  if (rows.length > 0) await browser.ask['link.apart']({ entryId: random.pick(rows).id });
};

const join: Decision = async (browser, random) => {
  const rows = await standing(browser, 'apart');
  if (rows.length > 0) await browser.ask['link.join']({ entryId: random.pick(rows).id });
};

/** What came later, from `FULL_FROM` on. */
export const LATER_DECISIONS = {
  remap: { weight: 2, decide: remap },
  removals: { weight: 2, decide: removals },
  apart: { weight: 1, decide: apart },
  join: { weight: 1, decide: join },
} satisfies Record<string, { readonly weight: number; readonly decide: Decision }>;

export const ALL_DECISIONS = { ...DECISIONS, ...LATER_DECISIONS };

export type DecisionName = keyof typeof ALL_DECISIONS;

/** False when our own product refuses it; other errors pass. */
export async function decide(
  browser: Browser,
  name: DecisionName,
  random: Random,
): Promise<boolean> {
  try {
    await ALL_DECISIONS[name].decide(browser, random);
    return true;
  } catch (error) {
    if (error instanceof DeskRefusal || error instanceof RunStop) return false;
    throw error;
  }
}
