/** Rows of runs, of the history and of the pair that cannot be read: set aside, and the rest goes on. */
import { beforeEach, describe, expect, it } from 'vitest';
import { KEPT_ROWS } from '../../utils/store/kept-schemas';
import { duplicatesIn } from './ledgers';
import { Browser } from './world/browser';
import { approve, driveOn, entriesOf, mustPair, setUp } from './world/drive';
import { openSites, type Sites } from './world/sites';

let world: Sites;
let browser: Browser;

beforeEach(async () => {
  world = await openSites({ seed: 5, clients: 5, findings: 'none' });
  browser = new Browser(0, world);
  await browser.signIn();
  await setUp(browser);
  expect((await sync()).status).toBe('success');
});

async function sync() {
  world.clock.advance(60_000);
  await browser.ask['run.sync']({ description: 'sync' });
  const run = await driveOn(browser);
  return run.status === 'preview' ? approve(browser, run) : run;
}

const setAside = async () => (await browser.db.quarantine.toArray()).map(({ table }) => table);

/** The worker ends and begins again, which opens the database anew. */
const reopened = () => void browser.kill();

function enterInvoice(number: string) {
  const model = world.books.invoices.all().find(({ status }) => status === 'outstanding');
  if (!model) throw new Error('nothing open');
  const lines = model.lines.map(({ id: _, ...line }) => line);
  const { clientId } = model;
  return world.books.invoices.create({ clientId, code: '0', number, date: '2026-03-02', lines });
}

describe('rows that no plan is made from', () => {
  it('are all as their schemas have them after a working day', async () => {
    enterInvoice('90001');
    await sync();
    await browser.ask['run.undo']({ runId: (await sync()).id, description: 'undo' }).catch(
      () => {},
    );
    await driveOn(browser);
    for (const [name, schema] of Object.entries(KEPT_ROWS)) {
      for (const row of await browser.db.table(name).toArray()) {
        expect(schema.safeParse(row).error?.issues ?? []).toEqual([]);
      }
    }
  });

  it('of the history: the screen shows the others', async () => {
    const [first] = await browser.db.entries.toArray();
    if (!first) throw new Error('no history');
    const { length } = await entriesOf(browser, null);
    await browser.db.entries.update(first.id, { amountCents: 'much' as never });
    expect(await entriesOf(browser, null)).toHaveLength(length - 1);
    expect(await setAside()).toEqual(['entries']);
  });

  it('of a run: the others are there', async () => {
    const run = await sync();
    await browser.db.runs.update(run.id, { counts: null as never });
    reopened();
    const { run: shown } = await browser.ask['app.get']({});
    expect(shown?.id).not.toBe(run.id);
    expect(await setAside()).toEqual(['runs']);
    expect((await sync()).status).toBe('success');
  });

  it('of the pair: the set-up is asked for again, the twins are still known', async () => {
    const { id } = await mustPair(browser.db);
    const links = await browser.db.links.count();
    await browser.db.pairs.update(id, { owed: null as never });
    reopened();
    expect((await browser.ask['app.get']({})).pair).toBeNull();
    expect(await setAside()).toEqual(['pairs']);
    await setUp(browser);
    const run = await sync();
    expect(run.counts.failed).toBe(0);
    expect(await browser.db.links.count()).toBe(links);
    expect(duplicatesIn(world)).toEqual([]);
  });

  it('of what a run has yet to do: it ends red, and nothing is written twice', async () => {
    enterInvoice('90001');
    enterInvoice('90002');
    world.clock.advance(60_000);
    await browser.ask['run.preview']({ description: '' });
    const shown = await driveOn(browser);
    const due = (await browser.db.journal.toArray()).filter(({ runId }) => runId === shown.id);
    const [row] = due.filter(({ intent }) => intent.does === 'create');
    if (!row) throw new Error('nothing is planned');
    // Approved and begun; the damage comes before the rest is applied.
    let once = true;
    const { effects } = browser;
    browser.effects = {
      ...effects,
      async sending(request) {
        if (once && request.write && request.side === 'qbo' && /Invoice/.test(request.body)) {
          once = false;
          throw browser.kill();
        }
        return effects.sending(request);
      },
    };
    const { id: runId, planHash } = shown;
    await browser.ask['run.apply']({ runId, planHash: planHash ?? '', confirmed: [] }).catch(
      () => {},
    );
    await driveOn(browser).catch(() => {});
    browser.effects = effects;
    await browser.db.journal.update(due.at(-1)?.key ?? '', { intent: null as never });
    const run = await driveOn(browser);
    expect(await setAside()).toContain('journal');
    expect(run.status).not.toBe('success');
    expect((await sync()).counts.failed).toBe(0);
    expect(duplicatesIn(world)).toEqual([]);
  });
});
