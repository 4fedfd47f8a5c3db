/**
 * A colleague's browser takes the firm's set-up over from QuickBooks and syncs at once; changes of
 * two people at the same time meet row by row.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { localRows } from '../../utils/shared-setup/local-rows';
import type { SharedSetupView } from '../../utils/views/views';
import { retrySharing, shareWithFirm } from '../../utils/worker/shared-setup';
import { duplicatesIn, isWrite } from './ledgers';
import { Browser } from './world/browser';
import { approve, driveOn, mustPair, type Ran, setUp } from './world/drive';
import { NOTHING_HAPPENS } from './world/effects';
import { openSites, type Sites } from './world/sites';

let world: Sites;
let anna: Browser;
let ben: Browser;

/** Anna has set up her browser and shared it; Ben has installed the extension. */
beforeEach(async () => {
  world = await openSites({ seed: 6, clients: 10, findings: 'auto' });
  [anna, ben] = [new Browser(0, world), new Browser(1, world)];
  for (const browser of [anna, ben]) await browser.signIn();
  await setUp(anna);
  world.clock.advance(60_000);
});

async function share(browser: Browser): Promise<SharedSetupView> {
  // Two browsers have a limit each, but QuickBooks has one for both.
  world.clock.advance(10_000);
  await shareWithFirm(browser.desk);
  return browser.ask['shared.get']({});
}

/** Ben confirms the pair, finds the firm's set-up and takes it over. */
async function adopt(browser: Browser): Promise<void> {
  world.clock.advance(10_000);
  const { candidate } = await browser.ask['setup.get']({ reload: true });
  if (!candidate) throw new Error('no candidate');
  await browser.ask['pair.confirm']({ firmId: candidate.firm.id, realm: candidate.company.realm });
  await browser.ask['shared.look']({});
  const { state, shared } = await browser.ask['shared.get']({});
  expect(state).toBe('offered');
  await browser.ask['shared.adopt']({ generation: shared?.generation ?? 0 });
}

async function preview(browser: Browser): Promise<Ran> {
  world.clock.advance(60_000);
  await browser.ask['run.preview']({ description: '' });
  return driveOn(browser);
}

async function sync(browser: Browser): Promise<Ran> {
  world.clock.advance(60_000);
  await browser.ask['run.sync']({ description: '' });
  const run = await driveOn(browser);
  return run.status === 'preview' ? approve(browser, run) : run;
}

const rowsOf = async (browser: Browser) =>
  Object.fromEntries([...(await localRows(browser.db, (await mustPair(browser.db)).id))].sort());

/** An invoice and its payment, entered in TPS for a client whose documents are synced. */
async function cameAndWasPaid(browser: Browser): Promise<void> {
  const [link] = (await browser.db.links.toArray()).filter(
    ({ base: { tps } }) => tps.kind === 'invoice' && tps.invoiceKind === 'invoice' && !tps.voided,
  );
  const like = world.books.read('invoice', Number(link?.tpsId));
  if (!('lines' in like)) throw new Error('not an invoice');
  const made = world.books.invoices.create({
    clientId: like.clientId,
    code: '0',
    number: '90002',
    date: '2026-03-02',
    dueDate: '2026-04-01',
    description: 'Came and was paid',
    lines: [{ ...like.lines[0], id: undefined, amount: '100.00', quantity: '1', rate: '100.00' }],
  });
  const { total } = made;
  world.books.payments.create({
    clientId: like.clientId,
    date: '2026-03-02',
    bankAccountId: world.books.reference.bankAccounts[0]?.id,
    amount: total,
    applications: [{ documentType: 'invoice', documentId: made.id, amount: total }],
  });
}

/** Chooses another target for the n-th mapped code. */
async function remap(browser: Browser, n: number, to: number): Promise<string> {
  const view = await browser.ask['setup.get']({ reload: false });
  const row = view.mappings.filter(({ kind, chosenId }) => kind === 'code' && chosenId)[n];
  const others = view.targets.code.qbo.filter(({ id }) => id !== row?.chosenId);
  const target = others[to];
  if (!row || !target) throw new Error('nothing to map');
  const { kind, from, fromId } = row;
  await browser.ask['setup.saveMappings']({ choices: [{ kind, from, fromId, toId: target.id }] });
  return `mapping:${kind}:${from}:${fromId}`;
}

describe('the firm’s shared set-up', () => {
  it('is offered with who, when and what, and taken over whole', async () => {
    const tpsId = [...(await anna.db.mirror.toArray())].find(
      ({ side, kind }) => side === 'tps' && kind === 'client',
    )?.id;
    await anna.ask['client.exclude']({ side: 'tps', clientId: tpsId ?? '', reason: 'in court' });
    await anna.ask['policies.save']({ policies: { invoice: 'tps' } });
    expect(await share(anna)).toMatchObject({ state: 'shared', problem: null });
    await adopt(ben);
    expect((await mustPair(ben.db)).policies).toEqual({ invoice: 'tps' });
    expect(await ben.ask['shared.get']({})).toMatchObject({
      state: 'shared',
      shared: { generation: 1, who: 'Chrome on Linux', counts: { excluded: 1 } },
    });
    expect(await rowsOf(ben)).toEqual(await rowsOf(anna));
    expect((await ben.ask['app.get']({})).pair?.ready).toBe(true);
    expect(Object.keys(await rowsOf(ben)).length).toBeGreaterThan(20);
  });

  it('leads to the same plan in the second browser', async () => {
    await share(anna);
    await adopt(ben);
    const [annas, bens] = [await preview(anna), await preview(ben)];
    expect(annas.counts.planned).toBeGreaterThan(5);
    expect(bens.planHash).toBe(annas.planHash);
  });

  it('lets the second browser sync at once: after the first one there is nothing to write', async () => {
    expect((await sync(anna)).counts.failed).toBe(0);
    await share(anna);
    await adopt(ben);
    const run = await sync(ben);
    expect(run.counts.failed).toBe(0);
    expect(run.requests.writes).toBe(0);
    expect(run.tieOut?.unexplainedCents).toBe(0);
    expect(duplicatesIn(world)).toEqual([]);
    expect((await sync(anna)).requests.writes).toBe(0);
  });

  it('carries the line that the first run drew: what came and was paid since is synced', async () => {
    await sync(anna);
    await share(anna);
    await cameAndWasPaid(anna);
    await adopt(ben);
    const [annas, bens] = [await preview(anna), await preview(ben)];
    const about = async ({ db }: Browser, { id }: Ran) =>
      (await db.journal.toArray())
        .filter(({ runId, intent }) => runId === id && intent.does === 'create')
        .map(({ intent }) => intent.key)
        .sort();
    expect(await about(anna, annas)).toHaveLength(2);
    expect(await about(ben, bens)).toEqual(await about(anna, annas));
  });

  it('takes in what a colleague changed, before the next plan', async () => {
    await share(anna);
    await adopt(ben);
    const key = await remap(anna, 0, 0);
    await share(anna);
    expect((await rowsOf(ben))[key]).not.toBe((await rowsOf(anna))[key]);
    await preview(ben);
    expect(await rowsOf(ben)).toEqual(await rowsOf(anna));
  });

  it('a preview writes nothing, not even a change that waits to be shared', async () => {
    await share(anna);
    await adopt(ben);
    await remap(ben, 0, 0);
    ben.sites.qbo.sent.length = 0;
    await preview(ben);
    expect(ben.sites.qbo.sent.filter(isWrite)).toEqual([]);
  });

  it('changes of two people at once are merged', async () => {
    await share(anna);
    await adopt(ben);
    const [first, second] = [await remap(anna, 0, 0), await remap(ben, 1, 0)];
    const both = { ...(await rowsOf(anna)), [second]: (await rowsOf(ben))[second] };
    expect(first).not.toBe(second);
    await Promise.all([share(anna), share(ben)]);
    await share(anna);
    await share(ben);
    expect(await rowsOf(anna)).toEqual(both);
    expect(await rowsOf(ben)).toEqual(both);
  });

  for (const take of ['mine', 'theirs'] as const) {
    it(`the same answer changed by both is shown, and ${take} holds once chosen`, async () => {
      await share(anna);
      await adopt(ben);
      const key = await remap(anna, 0, 0);
      expect(await remap(ben, 0, 1)).toBe(key);
      const said = { mine: (await rowsOf(ben))[key], theirs: (await rowsOf(anna))[key] };
      await share(anna);
      const view = await share(ben);
      expect(view).toMatchObject({ state: 'differs', differences: [{ key }] });
      expect(view.differences[0]?.mine).not.toEqual(view.differences[0]?.theirs);
      expect((await rowsOf(ben))[key]).toBe(said.mine);
      expect((await ben.ask['app.get']({})).needs.map(({ id }) => id)).toContain('shared-setup');
      const generation = view.shared?.generation ?? 0;
      const choices = [{ key, take }];
      await expect(
        ben.ask['shared.resolve']({ generation: generation - 1, choices }),
      ).rejects.toMatchObject({ what: { id: 'shared.moved' } });
      await ben.ask['shared.resolve']({ generation, choices });
      await share(anna);
      expect((await rowsOf(ben))[key]).toBe(said[take]);
      expect(await rowsOf(anna)).toEqual(await rowsOf(ben));
      expect((await ben.ask['app.get']({})).needs.map(({ id }) => id)).not.toContain(
        'shared-setup',
      );
    });
  }

  it('what others changed is told before the first plan that uses it, and one step stops there once', async () => {
    await share(anna);
    await adopt(ben);
    await sync(ben);
    await share(anna);
    const tps = (await anna.db.mirror.toArray()).find(
      ({ side, kind }) => side === 'tps' && kind === 'client',
    );
    await remap(anna, 0, 0);
    await anna.ask['client.exclude']({ side: 'tps', clientId: tps?.id ?? '', reason: 'in court' });
    await share(anna);
    await share(ben);
    const clientId = tps?.id;
    const bill = world.books.invoices
      .all()
      .find((one) => one.status === 'outstanding' && String(one.clientId) !== clientId);
    const lines = (bill?.lines ?? []).map(({ id: _, ...line }) => line);
    const enter = (number: string) =>
      world.books.invoices.create({
        ...{ clientId: bill?.clientId ?? 0, code: '0', number, date: '2026-03-02', lines },
      });
    enter('90071');
    world.clock.advance(60_000);
    await ben.ask['run.sync']({ description: 'in one step' });
    const stopped = await driveOn(ben);
    expect(stopped).toMatchObject({
      status: 'preview',
      brakes: [
        {
          id: 'setupNews',
          what: { id: 'brake.setupNews', values: { mappings: 1, clients: 1, excluded: 1 } },
          confirm: '2',
        },
      ],
    });
    // One by one, in the words of both systems.
    const { listed, more } = stopped.brakes[0]?.changes ?? { listed: [], more: -1 };
    expect(more).toBe(0);
    expect(listed.map(({ what }) => what.id).sort()).toEqual([
      'shared.rowClient',
      'shared.rowMapping',
    ]);
    const about = (id: string) => listed.find(({ what }) => what.id === id);
    const name = tps?.record.kind === 'client' ? tps.record.name : '';
    expect(about('shared.rowClient')).toMatchObject({
      what: { values: { name } },
      after: { values: { decision: 'exclude', why: 'in court' } },
    });
    const { before, after } = about('shared.rowMapping') ?? {};
    expect(before?.values?.name).toMatch(/\D/);
    expect(after?.values?.name).toMatch(/\D/);
    expect(after).not.toEqual(before);
    expect((await approve(ben, stopped)).counts).toMatchObject({ failed: 0 });
    enter('90072');
    world.clock.advance(60_000);
    await ben.ask['run.sync']({ description: 'in one step' });
    expect(await driveOn(ben)).toMatchObject({ status: 'success', counts: { failed: 0 } });
  });

  it('news that an earlier version stored as counts alone stops no run, and makes room for new ones', async () => {
    await share(anna);
    await adopt(ben);
    await sync(ben);
    const { id } = await mustPair(ben.db);
    const old = { mappings: 1, clients: 0, excluded: 0, documents: 0, by: 'Anna' };
    await ben.db.pairs.update(id, { setupNews: old as never });
    expect((await preview(ben)).status).toBe('success');
    await share(anna);
    const key = await remap(anna, 0, 0);
    await share(anna);
    await share(ben);
    expect((await mustPair(ben.db)).setupNews?.changes).toMatchObject([{ key }]);
  });

  it('damaged, changes nothing and says so; a browser that is set up can mend it', async () => {
    await share(anna);
    await adopt(ben);
    await remap(anna, 0, 0);
    await share(anna);
    const notes = await ben.desk
      .runnerDeps(await mustPair(ben.db))
      .notes.find('Ledger Bridge set-up');
    const part = notes.notes.find(({ text }) => text.includes(' part '));
    if (!part) throw new Error('no part');
    world.company.remove('Attachable', { Id: part.id, SyncToken: part.version });
    const before = await rowsOf(ben);
    const view = await share(ben);
    expect(view).toMatchObject({ problem: { what: { id: 'shared.damaged' } }, canReplace: true });
    expect(await rowsOf(ben)).toEqual(before);
    await anna.ask['shared.replace']({});
    expect(await share(ben)).toMatchObject({ state: 'shared', problem: null });
    expect(await rowsOf(ben)).toEqual(await rowsOf(anna));
  });

  it('says in one sentence when it could not be shared, and tries again later', async () => {
    const fail = (status: number, code: string) => ({
      ...NOTHING_HAPPENS,
      sending: async (request: { path: string }) =>
        /attachable/i.test(request.path)
          ? Response.json(
              { Fault: { Error: [{ Message: 'no', Detail: 'no', code }], type: 'x' } },
              { status },
            )
          : null,
    });
    anna.effects = fail(400, '500');
    expect((await share(anna)).problem?.what.id).toBe('shared.refused');
    anna.effects = fail(503, '');
    expect((await share(anna)).problem?.what.id).toBe('shared.notNow');
    anna.effects = NOTHING_HAPPENS;
    world.clock.advance(60_000);
    await retrySharing(anna.desk);
    expect(await anna.ask['shared.get']({})).toMatchObject({ state: 'shared', problem: null });
    anna.sites.qbo.sent.length = 0;
    await retrySharing(anna.desk);
    expect(anna.sites.qbo.sent).toEqual([]);
  });

  it('nothing is written when nothing was changed', async () => {
    await share(anna);
    anna.sites.qbo.sent.length = 0;
    await share(anna);
    expect(anna.sites.qbo.sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('survives a worker that dies at any request', { timeout: 120_000 }, async () => {
    await share(anna);
    await adopt(ben);
    let requests = 0;
    await remap(anna, 0, 0);
    anna.effects = {
      ...NOTHING_HAPPENS,
      sending: async () => {
        requests += 1;
        return null;
      },
    };
    await share(anna);
    const total = requests;
    expect(total).toBeGreaterThan(3);
    for (let n = 1; n <= total; n++) {
      anna.effects = NOTHING_HAPPENS;
      await remap(anna, 0, n % 2);
      let seen = 0;
      anna.effects = {
        ...NOTHING_HAPPENS,
        answered: async (_request, response) => {
          if (++seen === n) throw anna.kill();
          return response;
        },
      };
      await share(anna).catch(() => {});
      anna.effects = NOTHING_HAPPENS;
      await share(ben);
      expect((await ben.ask['shared.get']({})).problem, `killed at ${n}`).toBeNull();
      await share(anna);
      await share(ben);
      expect(await rowsOf(ben), `killed at ${n}`).toEqual(await rowsOf(anna));
    }
  });
});
