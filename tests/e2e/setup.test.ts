/**
 * The whole set-up as a person does it, with the mouse, on a firm with every finding in it. It ends
 * with a first sync that ties out but for named differences.
 */
import { describe, expect, test } from 'vitest';
import { Bookkeeper, firstPage, setUpAndSync } from './harness/bookkeeper';
import { mouse } from './harness/hands';
import { askWorker } from './harness/worker';

test('the whole set-up with the mouse, and a first sync that ties out', () =>
  setUpAndSync(mouse, true));

describe('a step that was left', () => {
  test('is where it was, and can be done again', async () => {
    const page = await firstPage({ seed: 1, clients: 6 });
    const person = new Bookkeeper(page, mouse(page), false);
    await person.connect();
    await person.goOnToClients();
    await person.acceptAll();
    const again = await page.context().newPage();
    await again.goto(page.url());
    await page.close();
    await again.getByText('Every client is decided.').waitFor();
    await again.getByRole('button', { name: 'Save and continue' }).click();
    await again.waitForURL(/#\/setup\/codes/);
    const { done } = await askWorker(again, 'setup.get', { reload: false });
    expect(done).toContain('clients');
    expect(done).not.toContain('codes');
  });
});
