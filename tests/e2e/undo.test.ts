/** A person undoes a run from the history, by keyboard, and reads what stays and why. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { currentRun, ENDED, runBecomes } from './harness/drive-sync';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openWorkspace } from './harness/screens';
import { story } from './harness/story';

let scene: Prepared;
let page: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  await payOnlineSince();
  page = await openWorkspace(scene.browser, 'history');
});
afterAll(() => scene?.end());

/** Since the sync a client has paid 10.00 of an invoice that it created. */
async function payOnlineSince(): Promise<void> {
  const { qbo } = await scene.control.ledgers();
  const made = qbo.documents.find(
    ({ entity, privateNote, balanceCents }) =>
      entity === 'Invoice' && /\[TPS#\w+ invoice/.test(privateNote ?? '') && balanceCents > 1000,
  );
  if (!made) throw new Error('the sync created no invoice');
  await scene.control.act({ system: 'qbo', do: 'payOnline', id: made.id, cents: 1000 });
}

const openUndo = () => page.getByRole('button', { name: 'Undo this run…' });

async function fits(width: number): Promise<boolean> {
  await page.setViewportSize({ width, height: 800 });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return !sideways;
}

story('undoing a run', (step) => {
  step('is explained first, and Escape leaves everything as it is', async () => {
    await page.getByRole('link', { name: /First sync/ }).click();
    await openUndo().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Undo “First sync”?' });
    await dialog.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Show what can be undone');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Undo this run…');
    expect((await currentRun(page))?.undoOf).toBeNull();
  });

  step('shows what goes, and what stays and why, before anything is written', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show what can be undone' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Preview of the undo' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.getByRole('button', { name: /^Undo \d+ changes \(/ }).waitFor();
    const planned = page.getByRole('grid', { name: 'Planned changes' });
    await planned.getByText('Delete').first().waitFor();
    await page.getByRole('radio', { name: /^Stays/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    const stays = page.getByRole('grid', { name: 'What stays' });
    await stays
      .getByText(/10\.00 of a payment of .+ is applied to it/)
      .first()
      .waitFor();
    const row = stays.getByRole('row').filter({ hasText: /is applied to it/ });
    await row.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/Take that payment off it/)
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await fits(360)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  step('is applied once it is confirmed, and stands in the history with what stays', async () => {
    const before = await currentRun(page);
    await page.getByRole('button', { name: /^Undo \d+ changes \(/ }).click();
    const words = page.getByRole('textbox', { name: /^Type .+ to confirm$/ });
    await words.first().waitFor();
    for (const [index, brake] of (before?.plan?.brakes ?? []).entries()) {
      await words.nth(index).fill(brake.confirm);
    }
    await page.getByRole('button', { name: 'Apply anyway' }).press('Enter');
    const end = await runBecomes(page, null, ENDED);
    expect(end).toMatchObject({ id: before?.id, status: 'warning', counts: { failed: 0 } });
    expect(end.counts.done).toBe(before?.plan?.changes);
    expect(end.tieOut?.unexplainedCents).toBe(0);
    await page.getByRole('heading', { name: 'Last sync', exact: true }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
    await page.getByRole('link', { name: /^Undo of/ }).click();
    await page.locator('label', { hasText: /^Stays/ }).waitFor();
    await page.getByRole('link', { name: /^First sync/ }).click();
    await page.getByText(/^Undone on/).waitFor();
    expect(await openUndo().count()).toBe(0);
  });

  step('speaks French, and tells that the next sync would write the same again', async () => {
    const settings = await openWorkspace(scene.browser, 'settings');
    await settings.getByLabel('Language').selectOption('fr');
    await settings.close();
    await page.getByRole('navigation').getByRole('link', { name: 'Aperçu' }).click();
    await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
    await page
      .getByText(/de ces changements ont été défaits le/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Historique' }).click();
    await page.getByRole('link', { name: /Undo of/ }).click();
    await page.locator('label', { hasText: 'Reste (' }).click();
    await page
      .getByText(/d’un paiement du/)
      .first()
      .waitFor();
  });
});
