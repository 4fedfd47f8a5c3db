/** Rules that a firm sets, in TPS or by a button of ours, and what they do to its documents. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { atRest, syncByMessages } from './harness/by-messages';
import { enterInvoices } from './harness/day-at-the-firm';
import { inspect } from './harness/inspect';
import { type Prepared, preparedScene, SMALL_FIRM } from './harness/prepared';
import { openPopup, openWorkspace } from './harness/screens';
import { askWorker } from './harness/worker';

let scene: Prepared;
let popup: Page;
let next = 94_000;

beforeAll(async () => {
  scene = await preparedScene(SMALL_FIRM);
  popup = await openPopup(scene.browser);
});
afterEach(() => atRest(popup));
afterAll(() => scene?.end());

async function inQuickBooks(number: string): Promise<number> {
  const { qbo } = await scene.control.ledgers();
  return qbo.documents.filter(({ docNumber, deleted }) => docNumber === number && !deleted).length;
}

describe('a client with the flag of TPS', () => {
  test('is shown as excluded on Clients, with the word that it is set in TPS', async () => {
    const { tps } = await scene.control.ledgers();
    const client = tps.clients.find(({ status }) => status === 'active');
    const { id = 0, name = '' } = client ?? {};
    await scene.control.act({ system: 'tps', do: 'exclude', id, exclude: true });
    const page = await openWorkspace(scene.browser, 'clients');
    await askWorker(page, 'setup.get', { reload: true });
    await page.reload();
    await page.getByRole('searchbox').fill(name);
    const row = page.getByRole('row').filter({ hasText: name }).first();
    await row.getByText('Set in TPS').waitFor();
    await row.getByText(/Exclude from Sync is ticked in TPS/).waitFor();
    await inspect(page, 'excluded-in-tps');
    await scene.control.act({ system: 'tps', do: 'exclude', id, exclude: false });
    await askWorker(page, 'setup.get', { reload: true });
    await page.reload();
    await page.getByRole('searchbox').fill(name);
    await row.getByRole('button', { name: 'Exclude from sync' }).waitFor();
    await page.close();
  });
});

describe('an invoice that is removed in TPS', () => {
  const removedOnceSynced = async (): Promise<string> => {
    const [number = ''] = await enterInvoices(scene.control, next++, 1);
    await syncByMessages(popup, `With ${number}`);
    expect(await inQuickBooks(number)).toBe(1);
    const { tps } = await scene.control.ledgers();
    const id = tps.documents.find((doc) => doc.number === number)?.id ?? 0;
    await scene.control.act({ system: 'tps', do: 'delete', entity: 'invoice', id });
    expect((await syncByMessages(popup, `Without ${number}`)).counts.failed).toBe(0);
    return number;
  };

  test('is void in QuickBooks under another number; its own can be used again', async () => {
    const number = await removedOnceSynced();
    const { qbo } = await scene.control.ledgers();
    expect(qbo.documents.filter(({ docNumber }) => docNumber?.startsWith(number))).toMatchObject([
      { docNumber: `${number}-void`, voided: true, deleted: false },
    ]);
  });

  test('is deleted there once the firm has chosen that, by the rules on Clients', async () => {
    const choose = async (label: string) => {
      const page = await openWorkspace(scene.browser, 'setup/clients');
      await page.getByRole('button', { name: 'Changed or removed…' }).click();
      const rules = page.getByRole('dialog');
      await rules.getByLabel('A document was removed in one system').selectOption({ label });
      await inspect(page, 'removed-documents');
      await rules.getByRole('button', { name: 'Save policies' }).click();
      await rules.waitFor({ state: 'hidden' });
      await page.close();
    };
    await choose('Delete its twin');
    const number = await removedOnceSynced();
    const { qbo } = await scene.control.ledgers();
    expect(qbo.documents.filter(({ docNumber }) => docNumber?.startsWith(number))).toMatchObject([
      { docNumber: number, deleted: true },
    ]);
    await choose('Void its twin');
  });
});
