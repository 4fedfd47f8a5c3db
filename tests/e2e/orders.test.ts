/** What a person orders in panel, popup, history and clients, each by its button, with what comes of it. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FaultSpec } from '../sandbox/faults';
import { atRest, syncByMessages } from './harness/by-messages';
import { enterInvoices, inQuickBooks } from './harness/day-at-the-firm';
import { currentRun, ENDED, runBecomes } from './harness/drive-sync';
import { giveReason } from './harness/give-reason';
import { inspect } from './harness/inspect';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup, openWorkspace } from './harness/screens';
import { askWorker } from './harness/worker';

let scene: Prepared;
let popup: Page;
let next = 93_000;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  popup = await openPopup(scene.browser);
});
afterEach(async () => {
  await scene.control.clearFaults();
  await atRest(popup);
});
afterAll(() => scene?.end());

/** QuickBooks refuses whatever invoice it is sent. */
const refusal: FaultSpec = {
  site: 'qbo',
  method: 'POST',
  // A batch with a request id writes; one without asks.
  path: '/(invoice\\b|batch\\?.*requestid)',
  effect: {
    kind: 'body',
    status: 400,
    body: {
      Fault: {
        type: 'ValidationFault',
        Error: [{ code: '2020', Message: 'Required param missing', Detail: 'Required param' }],
      },
    },
  },
};

/** An invoice that the last sync could not write; its number. */
async function failedInvoice(): Promise<string> {
  const [number = ''] = await enterInvoices(scene.control, next++, 1);
  await scene.control.addFault(refusal);
  const run = await syncByMessages(popup, `Refused ${number}`);
  expect(run.counts.failed).toBeGreaterThan(0);
  await scene.control.clearFaults();
  return number;
}

const need = (page: Page, number: string) =>
  page.getByRole('region', { name: 'Needs you' }).getByRole('listitem').filter({ hasText: number });

async function openEntry(history: Page, number: string): Promise<void> {
  await history.getByRole('searchbox').fill(number);
  const row = history.getByRole('grid').getByRole('row').filter({ hasText: number }).first();
  await row.getByRole('gridcell').nth(1).click();
  await history.getByRole('dialog').waitFor();
}

describe('what failed', () => {
  test('is tried again by the button of its need, and arrives once', async () => {
    const number = await failedInvoice();
    const before = (await currentRun(popup))?.id ?? null;
    await need(popup, number).getByRole('button', { name: 'Try again' }).click();
    expect(await runBecomes(popup, before, ENDED)).toMatchObject({ counts: { failed: 0 } });
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await need(popup, number).waitFor({ state: 'detached' });
  });

  test('is tried again from the history, all together', async () => {
    const number = await failedInvoice();
    const before = (await currentRun(popup))?.id ?? null;
    const history = await openWorkspace(scene.browser, 'history');
    await history.getByRole('button', { name: 'Retry failed items' }).click();
    await runBecomes(history, before, ENDED);
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await history.close();
  });

  test('is removed with a reason, left alone, and restored from the history', async () => {
    const number = await failedInvoice();
    await need(popup, number).getByRole('button', { name: 'Remove entry' }).click();
    await giveReason(popup, 'Settled in cash', 'Remove entry');
    await need(popup, number).waitFor({ state: 'detached' });
    await syncByMessages(popup, 'Without it');
    expect(await inQuickBooks(scene.control, number)).toBe(0);
    const tieOut = await openWorkspace(scene.browser, 'tieout');
    await tieOut.getByText(/^1 entry was removed from the sync by a person/).waitFor();
    await tieOut
      .getByText(/Settled in cash/)
      .first()
      .waitFor();
    await tieOut.close();

    const history = await openWorkspace(scene.browser, 'history');
    await openEntry(history, number);
    const details = history.getByRole('dialog');
    await details.getByText(/Settled in cash/).waitFor();
    await details.getByRole('button', { name: 'Restore entry' }).click();
    await details.getByText(/Settled in cash/).waitFor({ state: 'detached' });
    await syncByMessages(history, 'With it');
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await history.close();
  });
});

describe('two linked documents', () => {
  test('are said not to be the same in the history, and linked again by the button beside it', async () => {
    const [number = ''] = await enterInvoices(scene.control, next++, 1);
    await syncByMessages(popup, 'One more');
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    const history = await openWorkspace(scene.browser, 'history');
    await openEntry(history, number);
    const details = history.getByRole('dialog');
    await details.getByRole('button', { name: 'Not the same document' }).click();
    await details.getByText(/carries each as a document of its own/).waitFor();
    await inspect(history, 'taken-apart');
    await details.getByRole('button', { name: 'Link them again' }).click();
    await details.getByRole('button', { name: 'Not the same document' }).waitFor();
    expect((await syncByMessages(history, 'As before')).counts.planned).toBe(0);
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await history.close();
  });
});

describe('a client', () => {
  test('is excluded on Clients with a reason, and included again: then its invoice arrives', async () => {
    const [number = ''] = await enterInvoices(scene.control, next++, 1);
    const { tps } = await scene.control.ledgers();
    const invoice = tps.documents.find((doc) => doc.number === number);
    const client = tps.clients.find(({ id }) => id === invoice?.clientId);
    const page = await openWorkspace(scene.browser, 'clients');
    await askWorker(page, 'setup.get', { reload: true });
    await page.reload();
    await page.getByRole('searchbox').fill(client?.name ?? '');
    const row = page
      .getByRole('row')
      .filter({ hasText: client?.name ?? '' })
      .first();
    await row.getByRole('button', { name: 'Exclude from sync' }).click();
    await giveReason(page, 'Moves to another firm', 'Exclude from sync');
    await row.getByText('Moves to another firm').waitFor();
    await syncByMessages(page, 'Without it');
    expect(await inQuickBooks(scene.control, number)).toBe(0);
    await row.getByRole('button', { name: 'Include again' }).click();
    await row.getByRole('button', { name: 'Exclude from sync' }).waitFor();
    await syncByMessages(page, 'With it');
    expect(await inQuickBooks(scene.control, number)).toBe(1);
    await page.close();
  });
});
