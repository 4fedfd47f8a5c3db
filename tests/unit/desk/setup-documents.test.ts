import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../simulation/office';

let office: Office;

beforeEach(async () => {
  office = await openOffice({ seed: 1, clients: 16, findings: 'all' });
  await office.setUp();
});

async function previewed() {
  const { runId } = await office.ask['run.preview']({ description: 'test' });
  const run = await office.drive();
  if (run.status !== 'preview') throw new Error(`it is ${run.status}`);
  return { runId, run };
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe('open documents', () => {
  it('are those that the first plan links, creates and holds, each once', async () => {
    const { documents, settled } = await office.ask['setup.documents']({});
    const { runId, run } = await previewed();
    const plan = (await office.ask['run.plan']({ runId })).filter(({ type }) => type !== 'client');
    const keys = (fate: string) =>
      documents
        .filter((one) => one.fate === fate)
        .map(({ key }) => key)
        .sort();
    expect(keys('linked')).toEqual(
      plan
        .filter((r) => r.verb === 'link')
        .map((r) => r.key)
        .sort(),
    );
    expect(keys('created')).toEqual(
      plan
        .filter((r) => r.verb === 'create')
        .map((r) => r.key)
        .sort(),
    );
    expect(keys('linked').length).toBeGreaterThan(0);
    const held = documents.filter(({ fate }) => fate !== 'linked' && fate !== 'created');
    expect(held).toHaveLength(run.holds.filter(({ type }) => type !== 'client').length);
    expect(Math.min(settled.tps, settled.qbo)).toBeGreaterThan(0);
  });

  it('that are linked show both ends, with the reason', async () => {
    const { documents } = await office.ask['setup.documents']({});
    const linked = documents.filter(({ fate }) => fate === 'linked');
    expect(linked).not.toEqual([]);
    for (const one of linked) {
      expect(one).toMatchObject({ side: 'tps', twin: { amountCents: one.amountCents } });
    }
  });
});

describe('A/R by client', () => {
  it('adds up to what the plan says, before and after, on both sides', async () => {
    const { runId, run } = await previewed();
    const effects = await office.ask['run.effects']({ runId });
    for (const side of ['tps', 'qbo'] as const) {
      const of = (key: 'beforeCents' | 'afterCents') =>
        total(effects.map((effect) => effect[side]?.[key] ?? 0));
      expect(of('beforeCents')).toBe(run.before[`${side}Cents`]);
      expect(of('afterCents')).toBe(run.after[`${side}Cents`]);
    }
  });

  it('ends equal for every client but those that are held', async () => {
    const { runId, run } = await previewed();
    const effects = await office.ask['run.effects']({ runId });
    const held = new Set(run.holds.map(({ clientName }) => clientName));
    const apart = effects.filter(
      ({ tps, qbo }) => (tps?.afterCents ?? 0) !== (qbo?.afterCents ?? 0),
    );
    expect(effects.length).toBeGreaterThan(apart.length);
    expect(apart.filter(({ name }) => !held.has(name)).map(({ name }) => name)).toEqual([]);
  });

  it('is told of a plan that waits, not of one that is over', async () => {
    const { runId } = await previewed();
    await office.ask['run.cancel']({ runId });
    await expect(office.ask['run.effects']({ runId })).rejects.toMatchObject({
      what: { id: 'run.unknown' },
    });
  });
});
