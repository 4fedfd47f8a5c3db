/** A screen as other people meet it: narrow and wide, light and dark, by rule and by picture. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { brokenRules } from './broken-rules';

const WIDTHS = [360, 1280];
const HEIGHT = 800;
/** All rules in one scheme; the other one changes nothing but colours. */
export const SCHEMES = [
  ['dark', 'colours'],
  ['light', 'all'],
] as const;

/**
 * No rule of WCAG 2.2 AA is broken and nothing scrolls sideways, in every width and scheme. Leaves
 * the page wide and light, and pictures where `PICTURES_DIR` says so.
 */
export async function inspect(
  page: Page,
  name: string,
  widths: readonly number[] = WIDTHS,
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect(await scrollsSideways(page), `${name} at ${width}`).toBe(false);
    for (const [colorScheme, which] of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await breaksNoRule(page, which, `${name} at ${width}`);
      await picture(page, `${name}-${width}-${colorScheme}`);
    }
  }
}

/** Asked until nothing fades in any more: half-drawn colours are nobody's. */
export async function breaksNoRule(
  page: Page | Frame,
  which: 'all' | 'colours' = 'all',
  message = page.url(),
): Promise<void> {
  await expect.poll(() => brokenRules(page, which), { message }).toEqual([]);
}

/** With PICTURES_DIR set, a picture to look at; the page as long as it is. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES_DIR;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  const length = await page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
  if (size && length > size.height) {
    await page.setViewportSize({ width: size.width, height: length });
  }
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  if (size) await page.setViewportSize(size);
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
