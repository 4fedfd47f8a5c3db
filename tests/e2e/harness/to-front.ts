import type { Page } from 'playwright-core';

/**
 * Puts a tab in front, so that it is drawn anew and takes the mouse. After `bringToFront` alone,
 * headless Chromium gives neither to a frame of another process, such as our panel, until the
 * window's size changes.
 */
export async function toFront(page: Page): Promise<void> {
  await page.bringToFront();
  const size = page.viewportSize();
  if (!size) return;
  await page.setViewportSize({ width: size.width, height: size.height + 1 });
  await page.setViewportSize(size);
  // Two frames: the panel's own process has to draw, too.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
