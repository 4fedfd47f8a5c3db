import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../../utils/ledger/cents';
import { type Link, LinkIndex } from '../../../utils/ledger/link';
import { ownDraft } from '../../../utils/sync/translate/own-draft';
import { openDocuments } from '../../../utils/views/open-documents';
import { clientEffects } from '../../../utils/worker/client-effects';
import type { Office } from '../../simulation/office';
import { officeSetUp } from '../../simulation/prepared';
import { client, invoice, scene } from '../sync/make';

let office: Office;

beforeEach(async () => {
  office = await officeSetUp({ seed: 1, clients: 16, findings: 'all' });
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

const both = [client('tps', '1'), client('qbo', '7')];
const pair: Link = {
  id: 'client:1:7',
  type: 'client',
  tpsId: '1',
  qboId: '7',
  base: { tps: client('tps', '1'), qbo: client('qbo', '7') },
};

describe('a document that is not the same on both sides', () => {
  it('is a clash on either side, and never created', () => {
    const { documents } = openDocuments(
      scene(
        [
          ...both,
          invoice('tps', '5', { number: '42' }),
          invoice('qbo', '9', { number: '42', clientId: '7', totalCents: cents(999) }),
        ],
        { links: new LinkIndex([pair]) },
      ),
    );
    expect(documents.map(({ fate, side }) => [fate, side])).toEqual([
      ['clash', 'tps'],
      ['clash', 'qbo'],
    ]);
  });
});

describe('an edit that moves an invoice to another client', () => {
  it('takes it from the one and gives it to the other, with what was edited', () => {
    const books = scene([
      ...both,
      client('tps', '2'),
      client('qbo', '8', { balanceCents: cents(100) }),
      client('qbo', '9', { balanceCents: cents(10_000) }),
    ]);
    const link = (tpsId: string, qboId: string): Link => ({ ...pair, id: qboId, tpsId, qboId });
    const moved = invoice('tps', '5', { clientId: '2', totalCents: cents(10_500) });
    const target = invoice('qbo', '5', { clientId: '9' });
    const links = new LinkIndex([link('1', '9'), link('2', '8')]);
    const effects = clientEffects({ ...books, links }, [
      {
        key: 'update:invoice:qbo:5',
        does: 'update',
        type: 'invoice',
        to: 'qbo',
        record: moved,
        target,
        linkId: '5',
        draft: ownDraft({ ...moved, side: 'qbo' }),
        number: '5',
        clientName: 'Client 2',
        date: null,
        amountCents: cents(10_500),
        effectCents: cents(500),
        why: { id: 'why.onlyInTps' },
        needs: [],
      },
    ]);
    expect(effects.map(({ name, qbo }) => [name, qbo?.beforeCents, qbo?.afterCents])).toEqual([
      ['Client 1', 10_000, 0],
      ['Client 2', 100, 10_600],
    ]);
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
