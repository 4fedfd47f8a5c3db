import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { render } from '../../../utils/wording/render';
import '../../all-texts';
import type { Scene } from '../../e2e/harness/scene';
import { signIn } from '../../e2e/harness/sign-in';
import { askWorker } from '../../e2e/harness/worker';
import { workADay } from './daily-work';
import { countDuplicates, type Duplicates } from './duplicates';
import { previewAndApply, setUpFromPanel } from './first-sync';
import { lookAround } from './look-around';
import { exportHistory, HISTORY_FILE, sync } from './popup-syncs';
import { complaints, type Summary, table } from './summary';
import { picture, say, type Tour } from './tour';

/** The whole tour. Answers with what is wrong, one sentence each; leaves its report in the empty folder `out`. */
export async function runTour(scene: Scene, out: string): Promise<string[]> {
  const tour: Tour = {
    scene,
    out,
    ...(await signIn(scene.browser.context)),
    screenshots: [],
    runs: [],
  };
  say('signed in to both');
  const before = countDuplicates(await scene.control.ledgers());
  try {
    const workspace = await setUpFromPanel(tour);
    say('first sync from the panel');
    await previewAndApply(tour, workspace);
    await workADay(tour);
    say('sync from the popup');
    await (await sync(tour, 'After a day of work', 'popup-second-sync')).close();
    say('sync once more');
    const popup = await sync(tour, 'Nothing new', 'popup-third-sync');
    const summary = await summarize(tour, workspace, before);
    await exportHistory(tour, popup);
    await lookAround(tour);
    writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    console.log(`\n${table(summary)}\n`);
    return complaints(summary);
  } catch (error) {
    await pictureOfAll(tour);
    throw error;
  }
}

/** Totals and duplicates come from the ledgers; only the names of differences from the product. */
async function summarize(tour: Tour, page: Page, before: Duplicates): Promise<Summary> {
  const ledgers = await tour.scene.control.ledgers();
  const { tieOut } = await askWorker(page, 'app.get', {});
  const named = (tieOut?.named ?? []).map(({ cause, differenceCents }) => ({
    cause: render(cause, 'en'),
    cents: differenceCents,
  }));
  const tpsCents = ledgers.tps.arTotalCents;
  const qboCents = ledgers.qbo.arTotalCents;
  const explained = named.reduce((sum, { cents }) => sum + cents, 0);
  const after = countDuplicates(ledgers);
  return {
    runs: tour.runs,
    tieOut: { tpsCents, qboCents, named, unexplainedCents: tpsCents - qboCents - explained },
    ledger: {
      duplicatesInTps: Math.max(0, after.tps - before.tps),
      duplicatesInQbo: Math.max(0, after.qbo - before.qbo),
    },
    files: { history: HISTORY_FILE, screenshots: tour.screenshots },
  };
}

/** What every tab showed when the tour broke off. */
async function pictureOfAll(tour: Tour): Promise<void> {
  for (const [at, page] of tour.scene.browser.context.pages().entries()) {
    await picture(tour, page, `broke-off-${at + 1}`).catch(() => undefined);
  }
}
