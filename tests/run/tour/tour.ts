import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Scene } from '../../e2e/harness/scene';
import { toFront } from '../../e2e/harness/to-front';
import type { RunSummary } from './summary';

/** What the acts of the tour share. */
export interface Tour {
  scene: Scene;
  out: string;
  tps: Page;
  qbo: Page;
  screenshots: string[];
  runs: RunSummary[];
}

/** Says what happens now, with the seconds since the start. */
export function say(text: string): void {
  console.log(`${performance.now().toFixed(0).padStart(7)} ms  ${text}`);
}

/** Takes a picture of a screen as `NN-name.png`. */
export async function picture(tour: Tour, page: Page, name: string): Promise<void> {
  const file = `${String(tour.screenshots.length + 1).padStart(2, '0')}-${name}.png`;
  await toFront(page);
  await page.screenshot({ path: join(tour.out, file), animations: 'disabled' });
  tour.screenshots.push(file);
}
