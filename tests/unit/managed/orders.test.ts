import { beforeAll, expect, it } from 'vitest';
import { policyOf } from '../../../utils/managed/policy';
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

it('the worker takes no order to write in read-only mode', async () => {
  const ask = under({ readOnly: true });
  const orders = [
    () => ask['run.sync']({ description: '' }),
    () => ask['run.apply']({ runId: 'r', planHash: 'h', confirmed: [] }),
    () => ask['run.resume']({ runId: 'r', turn: 0 }),
    () => ask['entry.retry']({ entryIds: [] }),
  ];
  for (const order of orders) {
    await expect(order()).rejects.toMatchObject({ what: { id: 'managed.readOnly' } });
  }
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
