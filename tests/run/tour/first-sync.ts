import type { Page } from 'playwright-core';
import type { RunView } from '../../../utils/messages/views';
import { driveSetup } from '../../e2e/harness/drive-setup';
import { apply, ENDED, runBecomes, start } from '../../e2e/harness/drive-sync';
import { panelFrame } from '../../e2e/harness/screens';
import { toFront } from '../../e2e/harness/to-front';
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
  return countRun(tour, async () => {
    await start(panel, 'Preview', 'First sync');
    const preview = await runBecomes(page, null, ['preview', ...ENDED]);
    if (preview.status !== 'preview') return preview;
    await panel.getByRole('button', { name: /^Apply \d/ }).waitFor();
    await picture(tour, tps, 'panel-preview');
    await page.getByRole('table').first().waitFor();
    await picture(tour, page, 'workspace-preview');
    await toFront(tps);
    await apply(panel);
    await runBecomes(page, null, ['applying', ...ENDED]);
    await picture(tour, tps, 'panel-applying');
    const run = await runBecomes(page, null, ENDED);
    await panel
      .getByText(/Last sync|Nothing to sync/)
      .first()
      .waitFor();
    await picture(tour, tps, 'panel-result');
    return run;
  });
}
