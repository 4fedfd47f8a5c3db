import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Of several measurements the one in the middle. */
export async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push(await measure());
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** CPU of the main thread of a new page until something stands there, in ms. */
export async function cpuUntil(
  context: BrowserContext,
  address: string,
  ready: string,
): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  const { metrics } = await session.send('Performance.getMetrics');
  await page.close();
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return seconds * 1_000;
}

/** From a press, or from what is typed, to the picture after it, in ms. */
export async function pressed(page: Page, where: Locator, typed?: string): Promise<number> {
  const target = await where.elementHandle();
  if (!target) throw new Error('nothing to press');
  return page.evaluate(
    async ({ target, typed }) => {
      const startMs = performance.now();
      if (typed === undefined) (target as HTMLElement).click();
      else {
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
        set?.call(target, typed);
        target.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - startMs;
    },
    { target, typed },
  );
}
