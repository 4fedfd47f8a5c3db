import { beforeAll, expect, it } from 'vitest';
import { policyOf } from '../../../utils/managed/policy';
import { type RequestName, requests } from '../../../utils/messages/requests';
import { handlersOf } from '../../../utils/worker/handlers';
import { type Office, openOffice } from '../../simulation/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ clients: 2, seed: 3 });
});

/** The handlers of the worker under this policy. */
function under(policy: Record<string, unknown>) {
  return handlersOf({ ...office.desk, policy: async () => policyOf(policy) });
}

it('the worker shows what the policy sets, and refuses to change it', async () => {
  const ask = under({ language: 'fr' });
  expect((await ask['app.get']({})).settings.language).toBe('fr');
  expect(await ask['managed.get']({})).toEqual({ policy: { language: 'fr' }, problem: null });
  await expect(ask['settings.save']({ language: 'en' })).rejects.toMatchObject({
    what: { id: 'managed.locked' },
  });
  await ask['settings.save']({ oneStep: true });
  const { settings } = await under({})['app.get']({});
  expect(settings).toMatchObject({ language: 'auto', oneStep: true });
});

const WRITING = (Object.keys(requests) as RequestName[]).filter(
  (name) => requests[name].writes === 'books',
);

it('the orders that lead to a write are known', () => {
  expect(WRITING.sort()).toEqual([
    'entry.retry',
    'foreign.take',
    'ruling.set',
    'ruling.twin',
    'run.apply',
    'run.resume',
    'run.sync',
    'setup.createItem',
  ]);
});

it.each(WRITING)('the worker takes no %s in read-only mode', async (name) => {
  const ask: Record<string, (request: never) => Promise<unknown>> = under({ readOnly: true });
  await expect(ask[name]?.({ confirmed: [] } as never)).rejects.toMatchObject({
    what: { id: 'managed.readOnly' },
  });
});

it('the worker takes a wish in read-only mode where it writes nothing', async () => {
  const ask = under({ readOnly: true });
  for (const wish of ['activate', 'topLevel'] as const) {
    await expect(ask['client.wish']({ qboId: '1', wish })).rejects.toMatchObject({
      what: { id: 'managed.readOnly' },
    });
  }
  await expect(ask['client.wish']({ qboId: '1', wish: 'rollUp' })).rejects.not.toMatchObject({
    what: { id: 'managed.readOnly' },
  });
});

it('the worker takes orders to write where nothing forbids them', async () => {
  await expect(
    under({})['run.apply']({ runId: 'r', planHash: 'h', confirmed: [] }),
  ).rejects.not.toMatchObject({ what: { id: 'managed.readOnly' } });
});

it('the worker does not let the backup be typed away where one is required', async () => {
  const ask = under({ backupRequired: true });
  const order = { runId: 'r', planHash: 'h', confirmed: ['backup'] };
  await expect(ask['run.apply'](order)).rejects.toMatchObject({
    what: { id: 'managed.backupRequired' },
  });
});
