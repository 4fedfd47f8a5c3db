import { beforeEach, describe, expect, it } from 'vitest';
import type { ClientProposal, SetupView } from '../../../utils/views/views';
import type { Office } from '../../simulation/office';
import { officeSetUp } from '../../simulation/prepared';

let office: Office;

beforeEach(async () => {
  office = await officeSetUp({ seed: 7, clients: 8, findings: 'all' });
});

const look = (): Promise<SetupView> => office.ask['setup.get']({ reload: false });
const decide = (decisions: Parameters<Office['ask']['setup.saveClients']>[0]['decisions']) =>
  office.ask['setup.saveClients']({ decisions });

async function branchRow(): Promise<ClientProposal & { qbo: { id: string } }> {
  const row = (await look()).clients.find(({ branch }) => branch !== null);
  if (!row?.qbo) throw new Error('no sub-customer');
  return { ...row, qbo: row.qbo };
}

describe('the client table', () => {
  it('shows everybody once, and sub-customers right below their customer', async () => {
    const { clients } = await look();
    const ids = clients.flatMap(({ tps, qbo }) => [
      ...(tps ? [`tps ${tps.id}`] : []),
      ...(qbo ? [`qbo ${qbo.id}`] : []),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    const at = clients.findIndex(({ branch }) => branch !== null);
    const { branch } = await branchRow();
    let above = at - 1;
    while (clients[above]?.branch) above -= 1;
    expect(clients[above]?.qbo).toMatchObject({ id: branch?.rootId });
    expect(branch).toMatchObject({ depth: 1, parentName: clients[above]?.qbo?.name });
  });

  it.each(['rollUp', 'own', 'topLevel'] as const)('stores %s, and writes nothing', async (wish) => {
    const { qbo } = await branchRow();
    office.sites.qbo.sent.length = 0;
    await decide([{ tpsId: null, qboId: qbo.id, decision: wish }]);
    const after = await branchRow();
    expect(after).toMatchObject({ decision: wish, decided: true });
    expect(await office.db.runs.count()).toBe(0);
    expect(office.sites.qbo.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('refuses such a policy for a customer that stands at the top', async () => {
    const top = (await look()).clients.find(({ qbo, branch }) => qbo && !branch);
    const asked = decide([{ tpsId: null, qboId: top?.qbo?.id ?? '', decision: 'rollUp' }]);
    await expect(asked).rejects.toMatchObject({ what: { id: 'setup.notSubCustomer' } });
  });

  it('splits a pair into two that are decided one by one', async () => {
    const pair = (await look()).clients.find(({ tps, qbo }) => tps && qbo);
    const [tpsId, qboId] = [pair?.tps?.id ?? '', pair?.qbo?.id ?? ''];
    await decide([{ tpsId, qboId, decision: 'leave' }]);
    const { clients } = await look();
    const ends = clients.filter(({ tps, qbo }) => tps?.id === tpsId || qbo?.id === qboId);
    expect(ends).toHaveLength(2);
    expect(ends.every(({ decision, decided }) => decision === 'leave' && decided)).toBe(true);
  });
});

describe('the steps', () => {
  it('are done when a person says so, and stay done', async () => {
    await office.db.pairs.toCollection().modify({ stepsDone: [] });
    await decide([]);
    expect((await look()).done).toEqual([]);
    await office.ask['setup.stepDone']({ step: 'clients' });
    await office.ask['setup.stepDone']({ step: 'clients' });
    expect((await look()).done).toEqual(['clients']);
  });

  it('keep the policies, and leave alone what was not named', async () => {
    await office.ask['policies.save']({ policies: { email: 'tps', invoice: 'qbo' } });
    await office.ask['policies.save']({ policies: { invoice: 'hold' } });
    expect((await look()).policies).toEqual({ email: 'tps', invoice: 'hold' });
  });
});
