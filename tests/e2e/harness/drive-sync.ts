import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { ENDED, type RunView } from '../../../utils/views/views';
import { render } from '../../../utils/wording/render';
import '../../all-texts';
import { askWorker } from './worker';

/** A page of ours, in a tab or framed into a host. */
export type Screen = Pick<Page | FrameLocator, 'getByRole' | 'getByLabel' | 'getByText'>;

const LOOK_MS = 400;
/** A run that has not moved for so long, and waits for no limit, is stuck. */
const STUCK_MS = 45_000;
export const RUN_MS_MAX = 180_000;

/** Writes a description and presses the button that starts. */
export async function start(
  screen: Screen,
  button: 'Preview' | 'Sync now',
  description: string,
): Promise<void> {
  await screen.getByLabel('Description').fill(description);
  await screen.getByRole('button', { name: button, exact: true }).click();
}

/** Presses Apply, and types what the brakes ask for. */
export async function apply(screen: Screen): Promise<void> {
  await screen.getByRole('button', { name: /^Apply \d/ }).click({ timeout: RUN_MS_MAX });
  const goAhead = screen.getByRole('button', { name: 'Apply anyway' });
  const running = screen.getByRole('button', { name: /^(Pause|Stop)$/ }).first();
  const ended = screen.getByRole('heading', { name: 'Last sync', exact: true });
  await goAhead.or(running).or(ended).first().waitFor();
  if (!(await goAhead.isVisible())) return;
  const words = screen.getByRole('textbox', { name: /^Type .+ to confirm$/ });
  for (const box of await words.all()) {
    const label = await box.evaluate((input) =>
      input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? '') : '',
    );
    await box.fill(/^Type (.+) to confirm$/.exec(label.trim())?.[1] ?? '');
  }
  await goAhead.click();
}

/** The run that is on show, as the worker has it. `page` is one of ours in a tab. */
export async function currentRun(page: Page): Promise<RunView | null> {
  return (await askWorker(page, 'app.get', {})).run;
}

/** Waits until a run other than `before` has come to one of these ends. */
export async function runBecomes(
  page: Page,
  before: string | null,
  statuses: readonly RunView['status'][],
  msMax: number = RUN_MS_MAX,
): Promise<RunView> {
  let seen: RunView | null = null;
  let moved = { at: Date.now(), to: '' };
  for (const untilMs = Date.now() + msMax; Date.now() < untilMs; await sleep(LOOK_MS)) {
    seen = await currentRun(page);
    if (seen && seen.id !== before && statuses.includes(seen.status)) return seen;
    const to = JSON.stringify(seen);
    if (to !== moved.to) moved = { at: Date.now(), to };
    const waitsUntilMs = Date.parse(seen?.waitingUntil ?? '') || 0;
    if (Math.max(moved.at, waitsUntilMs) + STUCK_MS < Date.now()) break;
  }
  throw new Error(
    `The run did not become ${statuses.join(' or ')}. ${whereItStands(seen, before)}`,
  );
}

/** What a run waits for, as far as it can be told. */
function whereItStands(run: RunView | null, before: string | null): string {
  if (run === null || run.id === before) return 'No run was started.';
  const { status, stage, turn, waitingUntil, current, counts, read } = run;
  const why = run.reason ? render(run.reason, 'en') : 'no reason is given';
  const doing = current ? render(current, 'en') : 'nothing';
  return (
    `It is ${status} at ${stage} (${why}); it does ${doing}; ` +
    JSON.stringify({
      turn,
      waitingUntil,
      read,
      counts,
      brakes: run.plan?.brakes.map(({ id }) => id),
    })
  );
}

export { ENDED };

/** Syncs from the popup: starts, applies the plan when it is asked to, waits for the end. */
export async function syncFromPopup(popup: Page, description: string): Promise<RunView> {
  const before = (await currentRun(popup))?.id ?? null;
  await start(popup, 'Sync now', description);
  const run = await runBecomes(popup, before, [...ENDED, 'preview']);
  if (run.status !== 'preview') return run;
  if (run.plan?.changes === 0) await popup.getByRole('button', { name: 'Close' }).click();
  else await apply(popup);
  return runBecomes(popup, before, ENDED);
}
