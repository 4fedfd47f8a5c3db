/** The set-up that the firm's browsers share: offered to a new one, kept the same in all. */

import type { RequestOf } from '../messages/requests';
import { readOnlyBecause } from '../messages/under-policy';
import { patiently } from '../port/patiently';
import { readBooks } from '../runner/pull-stage';
import { statusOf } from '../shared-setup/known';
import { inWords } from '../shared-setup/row-words';
import { adoptSetup, type SharingDeps, shareSetup } from '../shared-setup/share';
import { currentPair } from '../store/pair';
import { isRead } from '../store/scene';
import { SETUP_STEPS, type SharedSetupView } from '../views/views';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';
import { settingsOf } from './settings';

export async function sharedSetupView({ db }: Desk): Promise<SharedSetupView> {
  const pair = await currentPair(db);
  if (!pair) return NOTHING;
  const { head, conflicts, problem } = await statusOf(db, pair.id);
  const view: SharedSetupView = {
    ...NOTHING,
    problem: problem && { ...problem },
    canReplace: pair.ready && problem?.what.id === 'shared.damaged',
  };
  if (!head) return view;
  const { generation, savedAt, savedBy, counts } = head;
  const shown = { generation, at: savedAt, who: savedBy, counts };
  if (!pair.ready) return { ...view, state: 'offered', shared: shown };
  const differences = [];
  for (const { key, mine, theirs } of conflicts) {
    const { what, one, other } = await inWords(db, pair, { key, one: mine, other: theirs });
    differences.push({ key, what, mine: one, theirs: other });
  }
  return {
    ...view,
    state: differences.length > 0 ? 'differs' : 'shared',
    shared: shown,
    differences,
  };
}

const NOTHING: SharedSetupView = {
  state: 'none',
  shared: null,
  differences: [],
  problem: null,
  canReplace: false,
};

/** Looks into QuickBooks and takes in what others changed; writes nothing there. */
export async function lookAtSharedSetup(desk: Desk): Promise<null> {
  const pair = await mustPair(desk.db);
  await shareSetup(depsOf(desk, pair), pair.id, { write: false });
  return null;
}

/** Writes what was changed here, too. Best effort: what went wrong is shown, not thrown. */
export async function shareWithFirm(desk: Desk, overDamaged = false): Promise<void> {
  const pair = await currentPair(desk.db);
  if (!pair?.ready) return;
  const write = readOnlyBecause(await desk.policy(), await settingsOf(desk.db)) === null;
  await shareSetup(depsOf(desk, pair), pair.id, { write, overDamaged: write && overDamaged });
}

export async function replaceSharedSetup(desk: Desk): Promise<null> {
  const pair = await mustPair(desk.db);
  if (!pair.ready) throw new DeskRefusal(phrase('shared.notReady'));
  await shareWithFirm(desk, true);
  return null;
}

/** Takes the firm's set-up over; from then on a sync may run. */
export async function adoptSharedSetup(
  desk: Desk,
  { generation }: RequestOf<'shared.adopt'>,
): Promise<null> {
  const { db } = desk;
  const pair = await mustPair(db);
  const deps = desk.runnerDeps(pair);
  // Pairs of clients need both clients as they are now.
  if (!isRead(pair)) {
    await patiently(() => readBooks(deps, pair.id, 'changes', () => {}, { lists: true }), deps);
  }
  const outcome = await adoptSetup(depsOf(desk, pair), pair.id, generation);
  if (outcome === 'moved') {
    await lookAtSharedSetup(desk);
    throw new DeskRefusal(phrase('shared.moved'));
  }
  await db.pairs.update(pair.id, { ready: true, stepsDone: [...SETUP_STEPS] });
  desk.onChange();
  return null;
}

/** A person has chosen for each difference that was on the screen. */
export async function resolveSharedSetup(
  desk: Desk,
  { generation, choices }: RequestOf<'shared.resolve'>,
): Promise<null> {
  const pair = await mustPair(desk.db);
  const take = new Map(choices.map((choice) => [choice.key, choice.take]));
  const order = { write: true, chosen: { generation, take } };
  const status = await shareSetup(depsOf(desk, pair), pair.id, order);
  if (status.conflicts.length > 0) throw new DeskRefusal(phrase('shared.moved'));
  return null;
}

function depsOf(desk: Desk, pair: Parameters<Desk['runnerDeps']>[0]): SharingDeps {
  const { db, notes, browserName, newId } = desk.runnerDeps(pair);
  return { db, notes, browserName, newId, onChange: () => desk.onChange() };
}

/** What could not be shared a while ago; called often, asks only when there is something to ask. */
export async function retrySharing(desk: Desk): Promise<void> {
  const pair = await currentPair(desk.db);
  if (!pair?.ready) return;
  const { problem } = await statusOf(desk.db, pair.id);
  if (problem?.what.id === 'shared.notNow') await shareWithFirm(desk);
}
