/**
 * What the other systems can answer. Each time the screen says in one sentence what happened,
 * nothing is written, and the run goes on once the cause is gone.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Effect } from '../sandbox/faults';
import { ENDED, runBecomes } from './harness/drive-sync';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { nothingWritten, oneNewInvoice, resume, setRight, stoppedRun } from './harness/trouble';

let scene: Prepared;
let popup: Page;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
});
afterAll(() => scene?.end());

beforeEach(async () => {
  popup = await oneNewInvoice(scene);
});
afterEach(() => setRight(scene, popup));

const BAD: [string, Effect][] = [
  ['a web page instead of JSON', { kind: 'html' }],
  ['JSON that is cut off', { kind: 'truncate' }],
  ['a missing field', { kind: 'body', status: 200, body: { items: [{ id: 1 }], total: 1 } }],
  ['a server error', { kind: 'status', status: 500 }],
  ['a refused connection', { kind: 'resetBefore' }],
];

describe.each([
  ['TPS', 'tps' as const, '/api/v1/clients'],
  ['QuickBooks', 'qbo' as const, '/(cdc|query)'],
])('%s that answers with', (system, site, path) => {
  test.each(BAD)(
    '%s: one sentence that names it, nothing written, and it goes on',
    async (_what, effect) => {
      await scene.control.addFault({ site, method: 'GET', path, effect });
      const run = await stoppedRun(popup);
      expect(run.reason).not.toBeNull();
      await popup.getByText(new RegExp(system)).first().waitFor();
      expect(JSON.stringify(run.reason?.values)).toContain(system);
      await nothingWritten(scene);
      await scene.control.clearFaults();
      await resume(popup);
      const preview = await runBecomes(popup, null, ['preview']);
      expect(preview.counts.planned).toBeGreaterThan(0);
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await runBecomes(popup, null, ENDED);
    },
  );
});
