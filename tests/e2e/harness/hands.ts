import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. Two people can do the same: one with a mouse, one with keys alone. */
export interface Hand {
  press(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  /** Chooses from a searchable list. */
  pick(target: Locator, text: string): Promise<void>;
  /** Marks one radio button of a group. */
  mark(target: Locator): Promise<void>;
  /** Ticks a box, or takes the tick away. */
  tick(target: Locator): Promise<void>;
  /** Opens the one row that is left of a table. */
  openRow(row: Locator): Promise<void>;
  /** Puts a text into the search field of a table. */
  search(text: string): Promise<void>;
}

export function mouse(page: Page): Hand {
  return {
    press: (target) => target.click(),
    fill: (target, text) => target.fill(text),
    async pick(target, text) {
      await target.click();
      await target.fill(text);
      await page.getByRole('option').filter({ hasText: text }).first().click();
    },
    async mark(target) {
      // A radio button may be hidden behind its label.
      const id = await target.getAttribute('id');
      await page.locator(`label[for="${id}"]`).first().click();
    },
    tick: (target) => target.click(),
    openRow: (row) => row.getByRole('gridcell').nth(1).click(),
    search: (text) => page.getByRole('searchbox').fill(text),
  };
}

const TABS_MAX = 500;
const ARROWS_MAX = 20;

export function keys(page: Page): Hand {
  const { keyboard } = page;
  const hasFocus = (target: Locator) =>
    target.evaluate((element) => element === document.activeElement);
  const tabTo = async (target: Locator) => {
    await target.waitFor({ state: 'attached' });
    // Found once: to look it up by role and name at each step costs more than the step.
    let element = await target.elementHandle();
    for (let i = 0; i < TABS_MAX; i++) {
      const at = await element?.evaluate((one) =>
        one.isConnected ? one === document.activeElement : null,
      );
      if (at === true) return;
      if (at === false) await keyboard.press('Tab');
      // Drawn anew meanwhile.
      else element = await target.elementHandle();
    }
    throw new Error(`No way to ${target} by Tab alone.`);
  };
  const type = async (target: Locator, text: string) => {
    await tabTo(target);
    await keyboard.press('Control+A');
    await keyboard.press('Delete');
    await keyboard.type(text);
  };
  return {
    async press(target) {
      await tabTo(target);
      await keyboard.press('Enter');
    },
    fill: type,
    async pick(target, text) {
      await type(target, text);
      await page.getByRole('option').filter({ hasText: text }).first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    async mark(target) {
      // Tab leads to the group's marked button, arrows from one to the next.
      const group = page.getByRole('radiogroup').filter({ has: target });
      const marked = group.getByRole('radio', { checked: true });
      await tabTo(marked);
      for (let i = 0; i < ARROWS_MAX && !(await target.isChecked()); i++) {
        await keyboard.press('ArrowDown');
      }
      if (!(await target.isChecked())) throw new Error(`No way to ${target} by arrows alone.`);
    },
    async tick(target) {
      await tabTo(target);
      await keyboard.press('Space');
    },
    async openRow(row) {
      await tabTo(row);
      await keyboard.press('Enter');
    },
    async search(text) {
      const field = page.getByRole('searchbox');
      if (!(await hasFocus(field))) {
        await page.evaluate(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        });
        await keyboard.press('/');
      }
      await keyboard.press('Control+A');
      await keyboard.press('Delete');
      await keyboard.type(text);
    },
  };
}
