/** Backups that end before there is a file, and backups that somebody else made. */

import { beforeEach, describe, expect, it } from 'vitest';
import { newRun } from '../../utils/runner/new-run';
import { render } from '../../utils/wording/render';
import { type BackupScene, backupScene } from './scene/backup-scene';
import { OTHER_REALM } from './scene/qbo-scene';
import { connectionRefused } from './scene/site-fetch';
import { FIRM, OTHER_FIRM } from './scene/tps-scene';

let scene: BackupScene;
let tps: BackupScene['tps'];
let qbo: BackupScene['qbo'];
let desk: BackupScene['desk'];
let backUp: BackupScene['backUp'];

beforeEach(async () => {
  scene = await backupScene();
  ({ tps, qbo, desk, backUp } = scene);
});

async function nothingKept(): Promise<void> {
  expect(scene.saved).toEqual([]);
  expect(scene.scratch.names()).toEqual([]);
  expect((await scene.db.pairs.toArray())[0]?.backup).toBeUndefined();
}

function cookieOf(realm: string): Headers {
  return new Headers({ 'set-cookie': `qbo.currentcompanyid=${realm}; Path=/` });
}

describe('a backup that cannot be made', () => {
  it('signed out of QuickBooks in the middle: nothing half-written, one clear sentence', async () => {
    qbo.site.mishap({
      when: ({ url }) => url.includes('FROM+Deposit'),
      before: () => qbo.standIn.sessions.expireAll(),
    });
    const { state, problem } = await (await backUp()).view();
    expect(state).toBe('failed');
    expect(problem && render(problem.what, 'en')).toBe(
      'You have been signed out of QuickBooks, so no backup was made and nothing was saved. Sign in, then start the backup again.',
    );
    await nothingKept();
  });

  it('signed out of TPS in the middle, then signed in: the next one is whole', async () => {
    tps.site.mishap({
      when: ({ url }) => url.includes('/payments?'),
      before: () => tps.standIn.sessions.expireAll(),
    });
    const backups = await backUp();
    const { problem } = await backups.view();
    expect(problem?.what).toEqual({ id: 'backup.signedOut', values: { system: 'tps' } });
    await nothingKept();
    await tps.signIn();
    await backUp(backups);
    expect((await backups.view()).backup?.how).toBe('file');
  });

  it('another firm or company is open: both are named, and nothing of it is kept', async () => {
    tps.site.mishap({
      when: ({ url }) => url.includes('/invoices?'),
      before: () => tps.standIn.sessions.switchFirm(OTHER_FIRM),
    });
    const inTps = await (await backUp()).view();
    expect(inTps.problem?.what.id).toBe('port.wrongBooks');
    await nothingKept();
    tps.standIn.sessions.switchFirm(FIRM);
    qbo.site.mishap({
      when: ({ url }) => url.includes('FROM+Invoice'),
      after: (response) => {
        qbo.standIn.sessions.switchCompany(OTHER_REALM);
        qbo.site.jar.take(new Response('', { headers: cookieOf(OTHER_REALM) }));
        return response;
      },
    });
    const inQbo = await (await backUp()).view();
    expect(inQbo.problem?.what.id).toBe('port.wrongBooks');
    await nothingKept();
  });

  it('a short failure is waited out; a lasting one is said', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    qbo.site.mishap({
      when: ({ url }) => url.includes('FROM+Invoice'),
      instead: connectionRefused,
      times: 2,
    });
    const patient = await backUp(desk({ sleep }));
    expect((await patient.view()).state).toBe('idle');
    expect(waits.length).toBe(1);
    qbo.site.mishap({
      when: ({ url }) => url.includes('FROM+Invoice'),
      instead: connectionRefused,
      times: 99,
    });
    const { problem, backup } = await (await backUp(desk({ sleep }))).view();
    expect(problem?.what).toEqual({ id: 'backup.noAnswer', values: { system: 'qbo' } });
    expect(backup?.how).toBe('file');
    expect(scene.saved.length).toBe(1);
  });

  it('stopped by a person: nothing is kept, and it can be started again', async () => {
    const backups = desk();
    qbo.site.mishap({
      when: ({ url }) => url.includes('FROM+Payment'),
      before: () => backups.stop(),
    });
    await backUp(backups);
    expect(await backups.view()).toMatchObject({ state: 'stopped', problem: null });
    await nothingKept();
    expect(qbo.site.sent.at(-1)?.url).toContain('FROM+Payment');
    await backUp(backups);
    expect((await backups.view()).backup?.how).toBe('file');
  });

  it('while a sync is at work: it waits, says so, and starts when that has ended', async () => {
    const { db, pair, waiting, syncEnds } = await syncAtWork();
    const job = await waiting.start();
    expect(await waiting.view()).toMatchObject({ state: 'working', waits: true, progress: null });
    expect(scene.saved).toEqual([]);
    await db.runs.update('r1', { status: 'success' });
    syncEnds();
    await job.ended;
    expect(scene.saved.length).toBe(1);
    expect(await waiting.view()).toMatchObject({ state: 'idle', waits: false, problem: null });
    expect((await db.pairs.get(pair))?.backup?.how).toBe('file');
  });

  it('stopped while it waits for a sync: nothing was read, and it can be asked for again', async () => {
    const { waiting, syncEnds } = await syncAtWork();
    const job = await waiting.start();
    waiting.stop();
    await job.ended;
    expect(await waiting.view()).toMatchObject({ state: 'stopped', problem: null });
    expect(qbo.site.sent).toEqual([]);
    syncEnds();
    await backUp(waiting);
    expect(scene.saved.length).toBe(1);
  });

  it('not twice at once', async () => {
    const backups = desk();
    const first = await backups.start();
    await expect(backups.start()).rejects.toMatchObject({ what: { id: 'backup.atWork' } });
    await first.ended;
    expect(scene.saved.length).toBe(1);
  });

  it('the browser does not save the file', async () => {
    const save = () => Promise.reject(new Error('USER_CANCELED'));
    const { problem } = await (await backUp(desk({ save }))).view();
    expect(problem).toEqual({
      what: { id: 'backup.notSaved' },
      technical: 'Error: USER_CANCELED',
    });
    await nothingKept();
  });

  it('a worker that was ended in the middle says so once the next one starts', async () => {
    const dying = desk({ save: () => new Promise(() => {}) });
    await dying.start();
    await expect.poll(async () => (await dying.view()).progress?.stage).toBe('saving');
    const next = desk();
    expect((await next.view()).problem?.what.id).toBe('backup.cutOff');
    await nothingKept();
    await backUp(next);
    expect((await next.view()).backup?.how).toBe('file');
    expect((await desk().view()).state).toBe('idle');
  });
});

/** A sync has the turn until `syncEnds`; a backup that is asked for meanwhile waits. */
async function syncAtWork() {
  const { db } = scene;
  const pair = (await db.pairs.toCollection().first())?.id ?? '';
  const options = { pairId: pair, description: '', oneStep: false };
  await db.runs.add(newRun(options, 'r1', new Date('2026-03-02T15:00:00Z')));
  let syncEnds = () => {};
  const over = new Promise<void>((resolve) => {
    syncEnds = resolve;
  });
  const waiting = desk({
    alone: async (work, signal) => {
      signal.throwIfAborted();
      const broken = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      await Promise.race([over, broken]);
      return work();
    },
  });
  return { db, pair, waiting, syncEnds };
}

describe('a backup that a person states', () => {
  it('is kept with tool and day, and settles a failure before it', async () => {
    const backups = await backUp(desk({ save: () => Promise.reject(new Error('no')) }));
    expect((await backups.view()).state).toBe('failed');
    await backups.state({ tool: '  Rewind ', madeOn: '2026-03-01' });
    const { state, backup } = await backups.view();
    expect(state).toBe('idle');
    expect(backup).toEqual({
      how: 'stated',
      at: '2026-03-02T15:00:00.000Z',
      tool: 'Rewind',
      madeOn: '2026-03-01',
    });
  });

  it('is refused without a tool or from the future', async () => {
    const backups = desk();
    await expect(backups.state({ tool: ' ', madeOn: '2026-03-01' })).rejects.toMatchObject({
      what: { id: 'backup.noTool' },
    });
    await expect(backups.state({ tool: 'Rewind', madeOn: '2026-03-04' })).rejects.toMatchObject({
      what: { id: 'backup.future', values: { madeDate: '2026-03-04' } },
    });
    await nothingKept();
  });
});
