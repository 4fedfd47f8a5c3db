import type { FrameLocator, Page } from 'playwright-core';
import type { RunView } from '../../../utils/views/views';
import { render } from '../../../utils/wording/render';
import { driveSetup } from '../../e2e/harness/drive-setup';
import { apply, currentRun, ENDED, runBecomes, start } from '../../e2e/harness/drive-sync';
import { panelFrame } from '../../e2e/harness/screens';
import { toFront } from '../../e2e/harness/to-front';
import { booleanAt, objectAt, objectsAt } from '../../sandbox/qbo/json';
import { countRun } from './count-run';
import { picture, say, type Tour } from './tour';

/** From the panel in TPS to the set-up: answers with the workspace, set up. */
export async function setUpFromPanel(tour: Tour): Promise<Page> {
  const { tps, scene } = tour;
  await toFront(tps);
  await tps.getByRole('link', { name: 'QuickBooks', exact: true }).click();
  const panel = await panelFrame(tps);
  const setUp = panel.getByRole('button', { name: 'Set up', exact: true });
  await setUp.waitFor();
  await picture(tour, tps, 'panel-before-set-up');
  const [workspace] = await Promise.all([
    scene.browser.context.waitForEvent('page'),
    setUp.click(),
  ]);
  say('set-up in the workspace');
  await driveSetup(workspace, (step) => picture(tour, workspace, `set-up-${step}`));
  return workspace;
}

/** Preview and Apply in the panel of TPS. `page` shows the preview in the workspace meanwhile. */
export async function previewAndApply(tour: Tour, page: Page): Promise<RunView> {
  const { tps } = tour;
  await toFront(tps);
  const panel = await panelFrame(tps);
  await unblock(tour, panel, page);
  const before = (await currentRun(page))?.id ?? null;
  return countRun(tour, async () => {
    await start(panel, 'Preview', 'First sync');
    const preview = await runBecomes(page, before, ['preview', ...ENDED]);
    if (preview.status !== 'preview') throw new Error(`There is no preview: ${whyOf(preview)}`);
    await panel.getByRole('button', { name: /^Apply \d/ }).waitFor();
    await picture(tour, tps, 'panel-preview');
    await page.getByRole('table').first().waitFor();
    await picture(tour, page, 'workspace-preview');
    await toFront(tps);
    await apply(panel);
    await runBecomes(page, before, ['applying', ...ENDED]);
    await picture(tour, tps, 'panel-applying');
    const run = await runBecomes(page, before, ENDED);
    await panel
      .getByText(/Last sync|Nothing to sync/)
      .first()
      .waitFor();
    await picture(tour, tps, 'panel-result');
    return run;
  });
}

/**
 * A company that numbers invoices itself is refused as a whole (some recorded ones do): previews
 * to see that it says so, and turns the setting on, as the panel asks.
 */
async function unblock(tour: Tour, panel: FrameLocator, page: Page): Promise<void> {
  const company = tour.scene.sandbox.qbo.company(tour.scene.sandbox.realm);
  const [settings] = objectsAt(company.query('select * from Preferences'), 'Preferences');
  if (booleanAt(objectAt(settings, 'SalesFormsPrefs'), 'CustomTxnNumbers') === true) return;
  await start(panel, 'Preview', 'First look');
  const refused = await runBecomes(page, null, ['preview', ...ENDED]);
  if (refused.status === 'preview') throw new Error('Custom transaction numbers are not missed.');
  say(`blocked: ${whyOf(refused)}`);
  await panel.getByText('Last sync').waitFor();
  await picture(tour, tour.tps, 'panel-blocked');
  const body = { SalesFormsPrefs: { CustomTxnNumbers: true } };
  await tour.scene.control.act({
    system: 'qbo',
    do: 'update',
    entity: 'Preferences',
    id: '1',
    body,
  });
}

function whyOf(run: RunView): string {
  return run.reason ? render(run.reason, 'en') : run.status;
}
