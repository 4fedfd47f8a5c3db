/** A colleague's browser takes the firm's set-up over, syncs at once, and both keep up with each other. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { writesIntoBooks } from './harness/control';
import { enterInvoices } from './harness/day-at-the-firm';
import { apply, ENDED, runBecomes, start } from './harness/drive-sync';
import { inspect } from './harness/inspect';
import { type Browser, launch } from './harness/launch';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openWorkspace } from './harness/screens';
import { arriveSignedIn } from './harness/sign-in';
import { story } from './harness/story';
import { askWorker } from './harness/worker';

const READ_MS_MAX = 120_000;

/** Anna has set the firm up and synced; Ben sits down at his own computer. */
let anna: Prepared;
let ben: Browser;
let page: Page;

beforeAll(async () => {
  anna = await preparedScene(SMALL_FIRM);
  ben = await launch({ httpsPort: anna.sandbox.httpsPort });
  await arriveSignedIn(ben.context, anna.sandbox);
  page = await openWorkspace(ben, 'setup/connect');
  // Both are at work in the same second, which no two people would be: each takes half of it.
  for (const one of [anna.workspace, page]) {
    await askWorker(one, 'settings.save', { sharePercent: 50 });
  }
});
afterAll(async () => {
  await ben?.close();
  await anna?.end();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

const written = () => writesIntoBooks(anna.control);

story('a second browser of the firm', (step) => {
  step(
    'is offered the set-up once the pair is confirmed: who saved it, when, and what it holds',
    async () => {
      await anna.control.forgetRequests();
      await button('Confirm this pair').click({ timeout: READ_MS_MAX });
      await page.getByText('Your firm is set up already').waitFor({ timeout: READ_MS_MAX });
      await page.getByText(/^Saved on .+ by Chrom.+\.$/).waitFor();
      await inspect(page, 'firm-set-up-offered');
      expect(await written()).toEqual([]);
    },
  );

  step('takes it over with one button, and finds nothing left to do', async () => {
    await button('Use the firm’s set-up').click();
    await expect
      .poll(async () => (await askWorker(page, 'app.get', {})).pair?.ready, {
        timeout: READ_MS_MAX,
      })
      .toBe(true);
    await page.getByRole('navigation').getByRole('link', { name: 'Preview' }).click();
    await start(page, 'Preview', 'Ben looks first');
    const found = await runBecomes(page, null, ['preview', ...ENDED]);
    expect(found.plan?.groups.every(({ verb }) => verb === 'link')).toBe(true);
    await page.getByText('Found again by their markers').waitFor();
    await apply(page);
    const first = await runBecomes(page, null, ENDED);
    expect(first).toMatchObject({ status: 'success', counts: { failed: 0, skipped: 0 } });
    await start(page, 'Preview', 'And again');
    const second = await runBecomes(page, first.id, ['preview', ...ENDED]);
    expect(second.counts.planned).toBe(0);
    expect(await written()).toEqual([]);
  });

  step('hears of what the other one decides', async () => {
    const { clients } = await askWorker(anna.workspace, 'setup.get', { reload: false });
    const client = clients.find(({ tps, qbo }) => tps && qbo)?.tps;
    if (!client) throw new Error('no pair of clients');
    await askWorker(anna.workspace, 'client.exclude', {
      side: 'tps',
      clientId: client.id,
      reason: 'Moves to another firm',
    });
    await expect
      .poll(
        async () => {
          await askWorker(page, 'shared.look', {});
          const { clients: seen } = await askWorker(page, 'setup.get', { reload: false });
          return seen.find(({ tps }) => tps?.id === client.id)?.decision;
        },
        { timeout: READ_MS_MAX },
      )
      .toBe('exclude');
  });

  step(
    'lists it in front of the first plan that uses it, which a typed word lets go on',
    async () => {
      await enterInvoices(anna.control, 97_001, 1);
      await page.getByRole('navigation').getByRole('link', { name: 'Preview' }).click();
      const before = (await askWorker(page, 'app.get', {})).run?.id ?? null;
      await start(page, 'Preview', 'After a change of the set-up');
      const shown = await runBecomes(page, before, ['preview', ...ENDED]);
      expect(shown.plan?.brakes.map(({ id, confirm }) => [id, confirm])).toEqual([
        ['setupNews', '1'],
      ]);
      await page.getByText(/^Client .+ → exclude: Moves to another firm$/).waitFor();
      await inspect(page, 'firm-set-up-news');
      await apply(page);
      expect(await runBecomes(page, before, ENDED)).toMatchObject({
        counts: { done: 2, failed: 0 },
      });
      await start(page, 'Preview', 'Once more');
      const next = await runBecomes(page, shown.id, ['preview', ...ENDED]);
      expect(next.plan?.brakes ?? []).toEqual([]);
    },
  );

  step('shows what two people answered differently, and keeps what is chosen', async () => {
    const generation = async (of = anna.workspace) =>
      (await askWorker(of, 'shared.get', {})).shared?.generation ?? 0;
    // What Anna decided last is shared, and Ben has it.
    const before = await generation(page);
    await expect.poll(() => generation()).toBe(before);
    await askWorker(anna.workspace, 'policies.save', { policies: { email: 'tps' } });
    await expect.poll(() => generation(), { timeout: READ_MS_MAX }).toBeGreaterThan(before);
    await askWorker(page, 'policies.save', { policies: { email: 'qbo' } });
    await page.getByRole('navigation').getByRole('link', { name: 'Set-up' }).click();
    await page
      .getByRole('navigation', { name: 'Set-up steps' })
      .getByRole('link', { name: 'Connect' })
      .click();
    await page.getByRole('button', { name: 'Show the differences' }).click();
    const dialog = page.getByRole('dialog', { name: 'Which answers hold?' });
    await inspect(page, 'firm-set-up-differs');
    await dialog.getByRole('radio', { name: /TPS/ }).click();
    await dialog.getByRole('button', { name: 'Keep these answers' }).click();
    await expect
      .poll(async () => (await askWorker(page, 'setup.get', { reload: false })).policies.email)
      .toBe('tps');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/^Shared with the firm’s other browsers/).waitFor();
  });

  step('mends it by one button when a part of it is gone', async () => {
    const company = anna.sandbox.qbo.company(anna.sandbox.realm);
    const found = company.query("select * from Attachable where Note like 'Ledger Bridge set-up%'");
    const notes: { Id: string; SyncToken: string; Note: string }[] = Object(found).Attachable;
    const part = notes.find(({ Note }) => Note.includes(' part '));
    if (!part) throw new Error(`no part among ${notes.length} notes`);
    company.remove('Attachable', { Id: part.Id, SyncToken: part.SyncToken });
    await askWorker(page, 'policies.save', { policies: { phone: 'tps' } });
    const mend = page.getByRole('button', { name: 'Share this browser’s set-up again' });
    await mend.waitFor({ timeout: READ_MS_MAX });
    await inspect(page, 'firm-set-up-damaged');
    await mend.click();
    await page.getByText(/^Shared with the firm’s other browsers/).waitFor();
    await expect
      .poll(async () => {
        await askWorker(anna.workspace, 'shared.look', {});
        return (await askWorker(anna.workspace, 'setup.get', { reload: false })).policies.phone;
      })
      .toBe('tps');
  });
});
