/** Somebody who sets the extension up through its screens, by one kind of hand. */

import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { acceptable } from '../../../components/setup/decisions';
import type { SandboxOptions } from '../../sandbox/server';
import { openBanks } from '../../simulation/world/choices';
import { ENDED, RUN_MS_MAX, runBecomes } from './drive-sync';
import type { Hand } from './hands';
import { inspect } from './inspect';
import { startScene } from './scene';
import { openWorkspace } from './screens';
import { arriveSignedIn } from './sign-in';
import { askWorker } from './worker';

const READ_MS_MAX = 120_000;
const ITEM = 'Estate planning';

/** The first step of the set-up, signed in to both. */
export async function firstPage(firm: SandboxOptions): Promise<Page> {
  const scene = await startScene(firm);
  onTestFinished(() => scene.end());
  await arriveSignedIn(scene.browser.context, scene.sandbox);
  return openWorkspace(scene.browser, 'setup/connect');
}

/** The whole way, on a firm with every finding in it, to a first sync that ties out. */
export async function setUpAndSync(handOf: (page: Page) => Hand, pictures: boolean): Promise<void> {
  const page = await firstPage({ seed: 1, clients: 16, findings: 'all' });
  const person = new Bookkeeper(page, handOf(page), pictures);
  await person.connect();
  await person.lookAtTheReport();
  await person.pairClients();
  await person.mapCodes();
  await person.mapTheRest();
  await person.finish();
  await person.syncForTheFirstTime();
}

export class Bookkeeper {
  constructor(
    readonly page: Page,
    readonly hand: Hand,
    private readonly takesPictures: boolean,
  ) {}

  async connect(): Promise<void> {
    const confirm = this.#button('Confirm this pair');
    await confirm.waitFor({ timeout: READ_MS_MAX });
    await this.#picture('1-connect');
    await this.hand.press(confirm);
    await this.page.waitForURL(/#\/setup\/check/, { timeout: READ_MS_MAX });
    await this.#group('Credit memos').waitFor({ timeout: READ_MS_MAX });
  }

  /** Reads what stands in the way; rolls one sub-customer up, makes one customer active again. */
  async lookAtTheReport(): Promise<void> {
    const { page, hand } = this;
    await this.#picture('1-report');
    await this.#decide('Sub-customers', 'Roll up');
    await this.#decide('Inactive customers with a TPS balance', 'Make active');
    await this.#picture('1-report-decided');
    const { groups } = await askWorker(page, 'health.get', { reload: false });
    const severities = groups.map(({ id, severity }) => `${id} ${severity}`);
    expect(severities).toContain('creditMemos blocks');
    await hand.press(this.#button('Check again'));
    await page.getByText('Reading both books').waitFor({ state: 'hidden' });
    await this.goOnToClients();
  }

  async #decide(group: string, order: string): Promise<void> {
    const { page, hand } = this;
    await hand.press(this.#group(group));
    const items = page.getByRole('list', { name: `What was found: ${group}` });
    await hand.press(items.getByRole('button', { name: new RegExp(`^${order}: `) }).first());
    await page.getByText('Kept for the first sync. Nothing was written.').waitFor();
    await hand.press(this.#group(group));
  }

  #group(title: string) {
    const name = new RegExp(`^(Stops clients|Look at it|In order) ?${title}`);
    return this.page.getByRole('button', { name });
  }

  async goOnToClients(): Promise<void> {
    await this.hand.press(this.#button('Continue to clients'));
    await this.page.waitForURL(/#\/setup\/clients/);
    await this.#button('Accept all suggestions').waitFor({ timeout: READ_MS_MAX });
    await expect
      .poll(async () => (await this.#setup()).loaded, { timeout: READ_MS_MAX })
      .toBe(true);
    await this.page.getByRole('row').nth(2).waitFor();
  }

  async acceptAll(): Promise<void> {
    const accept = this.#button('Accept all suggestions');
    if (await accept.isEnabled()) await this.hand.press(accept);
    await expect.poll(() => accept.isDisabled()).toBe(true);
    await expect.poll(async () => acceptable((await this.#setup()).clients)).toEqual([]);
  }

  /** What is sure together; each sub-customer, each doubt and one exclusion on its own. */
  async pairClients(): Promise<void> {
    const { page, hand } = this;
    await this.#picture('2-clients-suggested');
    await this.acceptAll();
    for (const client of (await this.#setup()).clients.filter(({ decided }) => !decided)) {
      const name = client.tps?.name ?? client.qbo?.name ?? '';
      await this.#openClient(client.branch ? (client.qbo?.name ?? '') : name);
      if (client.branch) {
        await hand.mark(page.getByRole('radio', { name: /^Roll up to / }));
        await this.#picture('3-sub-customer');
      }
      await hand.press(this.#button('Save decision'));
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    const paired = (await this.#setup()).clients.find(
      ({ tps, qbo, blocked }) => tps && qbo && blocked.length === 0 && tps.arCents !== 0,
    );
    await this.#openClient(paired?.tps?.name ?? '');
    await hand.mark(page.getByRole('radio', { name: 'Exclude from sync' }));
    await hand.fill(page.getByLabel('Reason'), 'Moves to another firm');
    await hand.press(this.#button('Save decision'));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await hand.search('');
    await page.getByText('Every client is decided.').waitFor();
    await this.#setPolicy();
    await this.#picture('4-clients-decided');
    await hand.press(this.#button('Save and continue'));
  }

  async #setPolicy(): Promise<void> {
    const { page, hand } = this;
    await hand.press(this.#button('Changed or removed…'));
    await page.getByRole('dialog').waitFor();
    await this.#picture('5-policies');
    await hand.press(this.#button('Save policies'));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await this.#setup()).policies)
      .toMatchObject({ email: 'hold', invoice: 'hold' });
  }

  async mapCodes(): Promise<void> {
    const { page, hand } = this;
    await page.waitForURL(/#\/setup\/codes/);
    const decrease = page.getByRole('combobox', { name: 'Booked to, for Adjustment decrease' });
    await decrease.waitFor();
    await this.#picture('6-codes-suggested');
    await hand.press(page.getByRole('button', { name: /^New item in QuickBooks for / }).first());
    await hand.fill(page.getByLabel('Name in QuickBooks'), ITEM);
    await this.#picture('7-new-item');
    await hand.press(this.#button('Create in QuickBooks'));
    await page.getByText(`${ITEM} was created in QuickBooks`).waitFor();
    await hand.pick(decrease, 'Bad debt');
    await page.getByText('QuickBooks gets a journal entry').waitFor();
    await this.acceptAll();
    await page.getByText('All mapped').waitFor();
    await this.#picture('8-codes-mapped');
    await hand.press(this.#button('Save and continue'));
  }

  async mapTheRest(): Promise<void> {
    const { page, hand } = this;
    for (const step of ['taxes', 'banks']) {
      await page.waitForURL((url) => url.hash.startsWith(`#/setup/${step}`));
      await page.getByRole('row').nth(2).waitFor();
      if (step === 'taxes') await page.getByText('Equal', { exact: true }).first().waitFor();
      await this.acceptAll();
      if (step === 'banks') await this.#chooseBanks();
      await this.#picture(`9-${step}`);
      await hand.press(this.#button('Save and continue'));
    }
  }

  /** Where money goes is never guessed: what has no namesake is chosen by hand. */
  async #chooseBanks(): Promise<void> {
    const { page, hand } = this;
    const open = async () => openBanks(await this.#setup());
    // One choice may tell another: after each it is looked anew what is left.
    for (let [first] = await open(); first; [first] = await open()) {
      const { name, place } = first;
      // A long table draws only the rows that are in sight.
      await hand.search(name);
      await hand.pick(page.getByRole('combobox', { name: `Booked to, for ${name}` }), place);
      await expect.poll(async () => (await open()).map((one) => one.name)).not.toContain(name);
    }
    await hand.search('');
  }

  async finish(): Promise<void> {
    const { page, hand } = this;
    await page.waitForURL(/#\/setup\/preview/);
    await page.getByText('On both sides already').first().waitFor();
    await hand.tick(page.getByRole('checkbox', { name: 'Link fully paid documents, too' }));
    await page.getByText('On both sides already, and fully paid in both').first().waitFor();
    const { documents } = await askWorker(page, 'setup.documents', {});
    expect(new Set(documents.map(({ fate }) => fate))).toEqual(
      new Set(['linked', 'created', 'waits', 'leftOut']),
    );
    await hand.press(this.#button('Another backup exists…'));
    await hand.fill(page.getByLabel('Which tool has it?'), 'Rewind');
    await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
    // Said to a screen reader, too.
    await page.getByText('Backup elsewhere').first().waitFor();
    await this.#picture('10-open-documents');
    await hand.press(this.#button('Finish set-up'));
  }

  async syncForTheFirstTime(): Promise<void> {
    const { page, hand } = this;
    await page.waitForURL(/#\/preview/);
    await hand.fill(page.getByLabel('Description'), 'First sync');
    await hand.press(this.#button('Preview'));
    const preview = await runBecomes(page, null, ['preview', ...ENDED]);
    expect(preview.plan?.brakes).toEqual([]);
    await hand.mark(page.getByRole('radio', { name: 'A/R by client' }));
    await page.getByRole('grid', { name: 'A/R by client, before and after' }).waitFor();
    await page.getByText('Equal', { exact: true }).first().waitFor();
    await this.#picture('11-clients-before-after');
    await hand.press(page.getByRole('button', { name: /^Apply \d/ }));
    const run = await runBecomes(page, null, ENDED, RUN_MS_MAX);
    expect(run.status).not.toBe('failed');
    const { tieOut } = await askWorker(page, 'app.get', {});
    expect(tieOut?.unexplainedCents).toBe(0);
    expect(tieOut?.named.length).toBeGreaterThan(0);
    const apart = tieOut?.named.reduce((sum, { differenceCents }) => sum + differenceCents, 0);
    expect(apart).toBe((tieOut?.tpsCents ?? 0) - (tieOut?.qboCents ?? 0));
  }

  async #openClient(name: string): Promise<void> {
    const { page, hand } = this;
    await hand.search(name);
    await hand.openRow(page.getByRole('row').filter({ hasText: name }).first());
    await page.getByRole('dialog').waitFor();
  }

  #setup() {
    return askWorker(this.page, 'setup.get', { reload: false });
  }

  #button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  async #picture(name: string): Promise<void> {
    if (this.takesPictures) await inspect(this.page, name);
  }
}
