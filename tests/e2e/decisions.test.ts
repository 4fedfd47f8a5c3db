/** What the panel asks a person, answered with one button each. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTwins } from '../run/tour/twins';
import { currentRun, ENDED, runBecomes, syncFromPopup } from './harness/drive-sync';
import { type Prepared, preparedScene } from './harness/prepared';
import { openPopup } from './harness/screens';

let scene: Prepared;
let popup: Page;

beforeAll(async () => {
  scene = await preparedScene({ clients: 6, findings: 'none', seed: 12 });
  popup = await openPopup(scene.browser);
});
afterAll(() => scene?.end());

/** Presses the button of a need and waits for the run that it starts. */
async function answer(name: string) {
  const before = (await currentRun(popup))?.id ?? null;
  await popup.getByRole('button', { name }).first().click();
  return runBecomes(popup, before, ENDED);
}

async function aTwin() {
  const [twin] = openTwins(await scene.control.ledgers());
  if (!twin) throw new Error('no open invoice on both sides');
  return twin;
}

describe('a conflict', () => {
  test('shows both values and is settled by saying who is right', async () => {
    const { tpsId, qboId } = await aTwin();
    const { control } = scene;
    await control.act({ system: 'tps', do: 'memo', entity: 'invoice', id: tpsId, text: 'In TPS' });
    const text = `In QuickBooks [TPS invoice ${tpsId}]`;
    await control.act({ system: 'qbo', do: 'memo', entity: 'Invoice', id: qboId, text });
    const held = await syncFromPopup(popup, 'Both changed');
    expect(held.status).toBe('warning');
    await popup.getByRole('button', { name: 'TPS is right' }).first().waitFor();
    const run = await answer('QuickBooks is right');
    expect(run.counts).toMatchObject({ done: 1, failed: 0 });
    const { tps } = await control.ledgers();
    const after = tps.documents.find(({ id, type }) => id === tpsId && type === 'invoice');
    expect(after?.description).toContain('In QuickBooks');
    await popup.getByRole('button', { name: 'TPS is right' }).waitFor({ state: 'detached' });
  });
});
