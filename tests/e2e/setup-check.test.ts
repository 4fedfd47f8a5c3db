import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { HEALTH_GROUPS } from '../../utils/checks/rules';
import { leaseText } from '../../utils/runner/lease-note';
import { writesIntoBooks } from './harness/control';
import { inspect, picture } from './harness/inspect';
import { type Scene, startScene } from './harness/scene';
import { openWorkspace } from './harness/screens';
import { arriveSignedIn } from './harness/sign-in';
import { story } from './harness/story';
import { askWorker } from './harness/worker';

const READ_MS_MAX = 120_000;
const LOOK_MS = 2_000;

let scene: Scene;
let page: Page;
/** Both ends of the client that is left out. */
let left: readonly { side: 'tps' | 'qbo'; clientId: string }[] = [];

beforeAll(async () => {
  scene = await startScene({ clients: 8, findings: 'all', seed: 13 });
  await arriveSignedIn(scene.browser.context, scene.sandbox);
  page = await openWorkspace(scene.browser, 'setup/connect');
});
afterAll(() => scene?.end());

const row = (title: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^(Stops clients|Look at it|In order) ?${title}`) });
const itemsOf = (title: string): Locator =>
  page.getByRole('list', { name: `What was found: ${title}` }).getByRole('listitem');

/** In the list: the first one is said to a screen reader beside it, too. */
const fact = (what: string): Locator => page.getByRole('listitem').getByText(what);

const written = () => writesIntoBooks(scene.control);

story('the check of the set-up, from connecting to converting', (step) => {
  step(
    'Connect: shows both books, and checks the connection before they are confirmed',
    async () => {
      await page.getByText('CA, CAD').first().waitFor({ timeout: READ_MS_MAX });
      await page.getByRole('button', { name: 'Check the connection' }).click();
      await page
        .getByText(/^QuickBooks: all 18 lists answer as expected\.$/)
        .waitFor({ timeout: READ_MS_MAX });
      await page.getByText(/^TPS: all 12 lists answer as expected\.$/).waitFor();
      await fact('The user in TPS has the permission “Sync”.').waitFor();
      await fact('The clock of this computer agrees with that of QuickBooks.').waitFor();
      await inspect(page, 'connect');
      expect(await written()).toEqual([]);
    },
  );

  step(
    'Connect: names what differs, field by field, and gives it as text without names or ids',
    async () => {
      await scene.control.addFault({
        site: 'tps',
        method: 'GET',
        path: '/api/v1/payments',
        effect: {
          kind: 'body',
          status: 200,
          body: {
            items: [{ id: 1, description: 'For jean@client.example', amount: 12 }],
            total: 1,
            serverTime: new Date().toISOString(),
          },
        },
      });
      await page.getByRole('button', { name: 'Check the connection again' }).click();
      await page.getByText('amount: expected string, found number (1 row)').first().waitFor();
      await page
        .getByText('clientId: expected number | string, found missing (1 row)')
        .first()
        .waitFor();
      await inspect(page, 'connect-differs');
      await scene.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy as text' }).click();
      await page.getByText('Copied. It names fields').waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toContain('/payments: Differs (1)');
      expect(text).toContain('clientId: expected number | string, found missing (1 row)');
      expect(text).not.toMatch(/jean|@|\d{5}|apikey/i);
      await scene.control.clearFaults();
    },
  );

  step('Connect: stops where another firm syncs the company, until its name is typed', async () => {
    const since = new Date().toISOString();
    const note = leaseText({
      ...{ v: 1, owner: 'somebody', label: 'Chrome', run: 'r', beat: 3, leaseMs: 1, before: null },
      ...{ since, free: true, firm: { tag: 'zzzzzzz', name: 'Cabinet Autre' } },
    });
    await scene.control.act({
      system: 'qbo',
      do: 'create',
      entity: 'Attachable',
      body: { Note: note },
    });
    await page.reload();
    await page.getByText(/^Cabinet Autre syncs .+ already/).waitFor({ timeout: READ_MS_MAX });
    await page.getByRole('button', { name: 'Confirm this pair' }).click();
    const dialog = page.getByRole('dialog', { name: 'Another firm syncs this company' });
    const go = dialog.getByRole('button', { name: 'Confirm this pair' });
    await go.waitFor();
    expect(await go.isDisabled()).toBe(true);
    await inspect(page, 'claimed');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect((await askWorker(page, 'app.get', {})).pair).toBeNull();
  });

  step('Connect: leads to the check once the pair is confirmed', async () => {
    const { candidate } = await askWorker(page, 'setup.get', { reload: false });
    await page.getByRole('button', { name: 'Confirm this pair' }).click();
    const dialog = page.getByRole('dialog', { name: 'Another firm syncs this company' });
    await dialog.getByRole('textbox').fill(candidate?.claimed?.confirm ?? '');
    await dialog.getByRole('button', { name: 'Confirm this pair' }).click();
    await page.waitForURL((url) => url.hash.startsWith('#/setup/check'));
  });

  step('Check: tells everything that was found, the worst first, and writes nothing', async () => {
    await row('Credit memos').waitFor({ timeout: READ_MS_MAX });
    for (const title of ['Journal entries on A/R', 'Sub-customers', 'Projects']) {
      await row(title).waitFor();
    }
    const severities = await page
      .getByRole('button', { name: /^(Stops clients|Look at it|In order)/ })
      .allTextContents();
    expect(severities).toHaveLength(HEALTH_GROUPS.length);
    const order = severities.map((text) =>
      ['Stops clients', 'Look at it', 'In order'].findIndex((word) => text.startsWith(word)),
    );
    expect(order).toEqual([...order].sort());
    expect(await written()).toEqual([]);
    await inspect(page, 'check');
  });

  step(
    'Check: opens a group by keyboard alone, to why, what can be done, and each item',
    async () => {
      await row('Credit memos').focus();
      await page.keyboard.press('Enter');
      await page.getByText('TPS has no credit memos.').waitFor();
      await page.getByText('Converting is offered here once the set-up is finished').waitFor();
      expect(await itemsOf('Credit memos').count()).toBeGreaterThan(0);
      await row('Sub-customers').focus();
      await page.keyboard.press('Space');
      await itemsOf('Sub-customers').first().waitFor();
      await inspect(page, 'check-open');
    },
  );

  step('Check: shows less once something is decided, and keeps it for the first sync', async () => {
    const shown = await row('Sub-customers').textContent();
    await itemsOf('Sub-customers')
      .first()
      .getByRole('button', { name: /^Roll up: / })
      .click();
    await page.getByText('Kept for the first sync. Nothing was written.').waitFor();
    await expect.poll(() => row('Sub-customers').textContent()).not.toBe(shown);
    await page.getByText('Decided: Belongs to the customer above it').waitFor();

    const { groups } = await askWorker(page, 'health.get', { reload: false });
    const memo = groups.find(({ id }) => id === 'creditMemos')?.items[0];
    left = memo?.actions.flatMap((action) => (action.do === 'exclude' ? action.clients : [])) ?? [];
    expect(left.map(({ side }) => side)).toEqual(['tps', 'qbo']);
    const memos = await itemsOf('Credit memos').count();
    await itemsOf('Credit memos')
      .first()
      .getByRole('button', { name: /^Exclude…: / })
      .click();
    await page.getByLabel('Reason').fill('File closed');
    await page.getByRole('button', { name: 'Exclude from sync' }).click();
    await expect.poll(() => itemsOf('Credit memos').count()).toBe(memos - 1);
    await page.getByText('is left out of the sync.').waitFor();
    // What was clicked is gone: its group has the focus.
    await expect
      .poll(() => row('Credit memos').evaluate((one) => one === document.activeElement))
      .toBe(true);
    expect(await written()).toEqual([]);
    await picture(page, 'check-decided');
  });

  step(
    'Check: shows less once it was put right in QuickBooks and both books are read again',
    async () => {
      const before = await row('Journal entries on A/R').textContent();
      const { documents } = (await scene.control.ledgers()).qbo;
      const entry = documents.find(({ entity }) => entity === 'JournalEntry');
      if (!entry) throw new Error('no journal entry');
      await scene.control.act({
        system: 'qbo',
        do: 'delete',
        entity: 'JournalEntry',
        id: entry.id,
      });
      await page.getByRole('button', { name: 'Check again' }).click();
      await expect
        .poll(() => row('Journal entries on A/R').textContent(), { timeout: READ_MS_MAX })
        .not.toBe(before);
      expect(await row('Journal entries on A/R').textContent()).toContain('In order');
    },
  );

  step('Check: prints every group and item, black on white, whatever is open', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const paper = page.getByRole('article');
    await paper.getByRole('heading', { level: 1, name: 'Health report' }).waitFor();
    expect(await paper.getByRole('heading', { level: 2 }).count()).toBe(HEALTH_GROUPS.length);
    await paper.getByText(/\(TPS\) and .+ \(QuickBooks\)/).waitFor();
    await paper.getByRole('table', { name: 'Projects' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    const colors = await paper.evaluate((at) => {
      const { color, backgroundColor } = getComputedStyle(at);
      return [color, backgroundColor, getComputedStyle(document.body).backgroundColor];
    });
    expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    await picture(page, 'check-print');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(await paper.count()).toBe(0);
  });

  step('Check: shows very many in a table that searches and takes the same orders', async () => {
    const { customers } = (await scene.control.ledgers()).qbo;
    const parent = customers.find(({ balanceCents }) => balanceCents > 0);
    if (!parent) throw new Error('no customer');
    for (let n = 1; n <= 40; n++) {
      await scene.control.act({
        system: 'qbo',
        do: 'create',
        entity: 'Customer',
        body: { DisplayName: `Branch ${n}`, Job: true, ParentRef: { value: parent.id } },
      });
    }
    await page.getByRole('button', { name: 'Check again' }).click();
    const table = page.getByRole('grid', { name: 'What was found: Sub-customers' });
    // Opened before, it stays so while the books are read and once they are, wherever it moves.
    expect(await row('Sub-customers').getAttribute('aria-expanded')).toBe('true');
    const rows = async () =>
      Number(await table.getAttribute('aria-rowcount', { timeout: LOOK_MS }).catch(() => 0));
    await expect.poll(rows, { timeout: READ_MS_MAX }).toBeGreaterThan(40);
    await page.getByRole('searchbox').fill('Branch 17');
    await table.getByRole('button', { name: 'Own client: Branch 17' }).click();
    await table.getByText('Decided: A client of its own in TPS').waitFor();
    await page.getByRole('searchbox').fill('');
    await inspect(page, 'check-many');
  });

  step('Check: speaks French', async () => {
    await askWorker(page, 'settings.save', { language: 'fr' });
    await page.getByRole('button', { name: 'Vérifier de nouveau' }).waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).not.toMatch(/\b(Check again|Look at it|In order|Stops clients|Roll up)\b/);
    await inspect(page, 'check-fr');
    await askWorker(page, 'settings.save', { language: 'en' });
  });

  step('Check: leads on to the clients, and is marked as done', async () => {
    await page.getByRole('button', { name: 'Continue to clients' }).click();
    await page.waitForURL((url) => url.hash.startsWith('#/setup/clients'));
    const { done } = await askWorker(page, 'setup.get', { reload: false });
    expect(done).toContain('check');
    expect(await written()).toEqual([]);
  });

  step(
    'once the set-up is finished: a credit memo can be converted, which leads to its preview',
    async () => {
      await askWorker(page, 'setup.finish', {});
      for (const { side, clientId } of left) {
        await askWorker(page, 'client.include', { side, clientId });
      }
      const check = await openWorkspace(scene.browser, 'setup/check');
      await check.getByRole('button', { name: /Credit memos/ }).click();
      await check.getByRole('button', { name: /^Convert to a TPS adjustment…: / }).click();
      await check.waitForURL((url) => url.hash.startsWith('#/preview'));
      expect(await written()).toEqual([]);
      await check.close();
    },
  );

  step(
    'another company in the same browser: is refused on Connect, with both names, and cannot be gone on with',
    async () => {
      await scene.control.session({
        system: 'qbo',
        do: 'switchCompany',
        realm: '9341454000000002',
      });
      const connect = await openWorkspace(scene.browser, 'setup/connect');
      const alert = connect.getByRole('alert');
      await alert.getByText('Other books are open than the ones that were confirmed.').waitFor();
      await alert.getByText(/Other Company Inc\..*Lavoie & O'Connor CPA inc\./s).waitFor();
      expect(await connect.getByRole('button', { name: 'Continue to the check' }).count()).toBe(0);
      await inspect(connect, 'connect-wrong');
      expect(await written()).toEqual([]);
      await connect.close();
    },
  );
});
