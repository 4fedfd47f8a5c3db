/** A run that does not end fails its test with what it waits for, not by a bare time-out. */
import { expect, it, vi } from 'vitest';
import { Runner } from '../../utils/runner/runner';
import { Browser } from './world/browser';
import { driveWorker, setUp } from './world/drive';
import { openSites } from './world/sites';

it('a run that does not end says what it waits for', async () => {
  const browser = new Browser(0, await openSites({ seed: 6, clients: 2, findings: 'none' }));
  await browser.signIn();
  await setUp(browser);
  await browser.ask['run.preview']({ description: '' });
  const drive = vi.spyOn(Runner.prototype, 'drive').mockReturnValue(new Promise(() => {}));
  try {
    await expect(driveWorker(browser, 10)).rejects.toThrow(
      /still goes on: .*"status":"\w+","stage":"\w+","reason":/,
    );
  } finally {
    drive.mockRestore();
    await browser.close();
  }
});
