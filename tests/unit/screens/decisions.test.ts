import { describe, expect, it } from 'vitest';
import { acceptable, decide, suggested } from '../../../components/setup/decisions';
import {
  mappingState,
  missingMappings,
  suggestedMappings,
} from '../../../components/setup/mappings';
import { cents } from '../../../utils/ledger/cents';
import type { ClientOption, ClientProposal, MappingRow } from '../../../utils/messages/views';

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
    excludedWhy: null,
    blocked: [],
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
    const choice = { decision: 'pair', partnerId: 'q3', why } as const;
    expect(decide(alone, choice, all)).toEqual([
      { tpsId: 't3', qboId: null, decision: 'leave' },
      { tpsId: 't4', qboId: 'q3', decision: 'pair' },
    ]);
  });

  it('pairs a customer that only QuickBooks has', () => {
    const customer = proposal({ qbo: option('q9') });
    const choice = { decision: 'pair', partnerId: 't2', why } as const;
    expect(decide(customer, choice, all)).toEqual([{ tpsId: 't2', qboId: 'q9', decision: 'pair' }]);
  });

  it('excludes both of a pair, but not a doubtful partner', () => {
    const choice = { decision: 'exclude', partnerId: null, why: 'closed' } as const;
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
  };

  it('counts what is missing and the money behind it', () => {
    const rows = [row, { ...row, suggestedId: 'i1' }, { ...row, required: false }];
    expect(rows.map(mappingState)).toEqual(['missing', 'suggested', 'optional']);
    expect(missingMappings(rows)).toEqual({ count: 1, waitingCents: 221_000 });
    expect(suggestedMappings(rows)).toEqual([
      { kind: 'code', from: 'tps', fromId: 'c1', toId: 'i1' },
    ]);
  });
});
