import { describe, expect, it } from 'vitest';
import {
  acceptable,
  choicesFor,
  clientCounts,
  decide,
  suggested,
} from '../../../components/setup/decisions';
import {
  branchOf,
  fillable,
  mappingState,
  placeOf,
  sameRate,
  suggestedMappings,
  unmapped,
} from '../../../components/setup/mappings';
import { cents } from '../../../utils/ledger/cents';
import type { ClientOption, ClientProposal, MappingRow } from '../../../utils/views/views';

function option(id: string): ClientOption {
  return { id, name: `Client ${id}`, code: '', email: '', arCents: cents(0) };
}

function proposal(part: Partial<ClientProposal>): ClientProposal {
  return {
    key: `${part.tps?.id} ${part.qbo?.id}`,
    tps: null,
    qbo: null,
    score: null,
    reasons: [],
    strength: 'none',
    decision: 'leave',
    decided: false,
    excludedInTps: false,
    excludedWhy: null,
    blocked: [],
    branch: null,
    ...part,
  };
}

const certain = proposal({
  tps: option('t1'),
  qbo: option('q1'),
  strength: 'certain',
  decision: 'pair',
});
const weak = proposal({ tps: option('t2'), qbo: option('q2'), strength: 'weak', decision: 'pair' });
const paired = proposal({
  tps: option('t3'),
  qbo: option('q3'),
  strength: 'strong',
  decision: 'pair',
  decided: true,
});
const alone = proposal({ tps: option('t4'), decision: 'create' });
const nameTaken = proposal({
  tps: option('t5'),
  decision: 'create',
  reasons: [{ id: 'hold.createAs', values: { proposal: 'Client t5 (C)' } }],
});
const all = [certain, weak, paired, alone, nameTaken];

describe('acceptable', () => {
  it('is what is sure: no doubtful pair, no name that is taken, nothing decided', () => {
    expect(acceptable(all)).toEqual([certain, alone]);
  });
});

describe('suggested', () => {
  it('creates without a partner', () => {
    expect(suggested(alone)).toEqual({ tpsId: 't4', qboId: null, decision: 'create' });
    expect(suggested(weak)).toEqual({ tpsId: 't2', qboId: 'q2', decision: 'pair' });
  });
});

describe('decide', () => {
  const why = '';

  it('takes a partner from the client that had it, so that no client has two', () => {
    const choice = { decision: 'pair', partnerId: 'q3', why, wholeBranch: false } as const;
    expect(decide(alone, choice, all)).toEqual([
      { tpsId: 't3', qboId: null, decision: 'leave' },
      { tpsId: 't4', qboId: 'q3', decision: 'pair' },
    ]);
  });

  it('pairs a customer that only QuickBooks has', () => {
    const customer = proposal({ qbo: option('q9') });
    const choice = { decision: 'pair', partnerId: 't2', why, wholeBranch: false } as const;
    expect(decide(customer, choice, all)).toEqual([{ tpsId: 't2', qboId: 'q9', decision: 'pair' }]);
  });

  it('excludes both of a pair, but not a doubtful partner', () => {
    const choice = {
      decision: 'exclude',
      partnerId: null,
      why: 'closed',
      wholeBranch: false,
    } as const;
    expect(decide(paired, choice, all)).toEqual([
      { tpsId: 't3', qboId: 'q3', decision: 'exclude', why: 'closed' },
    ]);
    expect(decide(weak, choice, all)).toEqual([
      { tpsId: 't2', qboId: null, decision: 'exclude', why: 'closed' },
    ]);
  });
});

describe('mappings', () => {
  const row: MappingRow = {
    kind: 'code',
    from: 'tps',
    fromId: 'c1',
    name: 'Advisory',
    path: '',
    rate: null,
    used: { count: 4, amountCents: cents(221_000) },
    chosenId: null,
    suggestedId: null,
    why: null,
    required: true,
    group: 'CHARGEABLE',
    incomeId: null,
  };

  it('counts what is missing and the money behind it', () => {
    const rows = [row, { ...row, suggestedId: 'i1' }, { ...row, required: false }];
    expect(rows.map(mappingState)).toEqual(['missing', 'suggested', 'optional']);
    expect(unmapped(rows)).toEqual({ count: 2, waitingCents: 442_000, missing: 1 });
    expect(suggestedMappings(rows)).toEqual([
      { kind: 'code', from: 'tps', fromId: 'c1', toId: 'i1' },
    ]);
  });

  it('fills by a default what is like nothing by name, and leaves what is saved', () => {
    const general = { ...row, suggestedId: 'i1', why: { id: 'suggest.general' as const } };
    const named = { ...row, suggestedId: 'i2', why: { id: 'suggest.sameName' as const } };
    const saved = { ...row, chosenId: 'i3' };
    const expense = { ...row, group: 'EXPENSE' };
    const rows = [row, general, named, saved, expense];
    expect(fillable(rows, 'CHARGEABLE')).toEqual([row, general]);
    expect(fillable(rows, 'EXPENSE')).toEqual([expense]);
  });

  it('compares rates as numbers, and only where both are known', () => {
    expect(sameRate('14.975', '14.9750')).toBe(true);
    expect(sameRate('14.975', '14.976')).toBe(false);
    expect(sameRate('5', null)).toBe(null);
  });

  it('says a place once', () => {
    expect(placeOf({ name: 'T1', path: 'Tax > T1' })).toBe('Tax > T1');
    expect(placeOf({ name: 'Bad debts', path: 'Expense' })).toBe('Bad debts · Expense');
    expect(placeOf({ name: 'Services', path: 'Services' })).toBe('Services');
    expect(branchOf({ name: 'T1', path: 'Tax > Personal > T1' })).toBe('Tax > Personal');
    expect(branchOf({ name: 'Services', path: 'Services' })).toBe('');
  });
});

describe('sub-customers', () => {
  const branch = { parentId: 'q1', parentName: 'Roy', rootId: 'q1', depth: 1, isProject: false };
  const one = proposal({ qbo: option('s1'), branch });
  const two = proposal({ qbo: option('s2'), branch: { ...branch, parentId: 's1', depth: 2 } });
  const paired = proposal({
    tps: option('t8'),
    qbo: option('s3'),
    branch,
    decided: true,
    decision: 'pair',
  });
  const stranger = proposal({ qbo: option('s4'), branch: { ...branch, rootId: 'q9' } });
  const tree = [one, two, paired, stranger];

  it('are chosen by a person, with choices of their own', () => {
    expect(acceptable(tree)).toEqual([]);
    expect(choicesFor(one)).toContain('rollUp');
    expect(choicesFor(paired)).not.toContain('rollUp');
    expect(choicesFor(alone)).not.toContain('topLevel');
  });

  it('can share a policy, but for those that are paired', () => {
    const choice = { decision: 'rollUp', partnerId: null, why: '', wholeBranch: true } as const;
    expect(decide(one, choice, tree).map(({ qboId }) => qboId)).toEqual(['s1', 's2']);
    expect(decide(one, { ...choice, wholeBranch: false }, tree)).toEqual([
      { tpsId: null, qboId: 's1', decision: 'rollUp' },
    ]);
  });

  it('are counted apart', () => {
    expect(clientCounts([...tree, weak, alone])).toEqual({
      paired: 1,
      proposed: 1,
      onlyTps: 1,
      onlyQbo: 0,
      branches: 3,
    });
  });
});
