import { describe, expect, it } from 'vitest';
import { ZERO } from '../../../utils/ledger/cents';
import { type AtEnd, brokenAtEnd } from '../../../utils/runner/invariants';
import type { JournalRow, JournalState } from '../../../utils/store/rows';
import type { Intent, UpdateIntent } from '../../../utils/sync/intent';
import type { TieOutView } from '../../../utils/sync/run-terms';
import { ownDraft } from '../../../utils/sync/translate/own-draft';
import { phrase } from '../../../utils/wording/phrase';
import { invoice } from '../sync/make';

const source = invoice('tps', '1', { clientId: '1' });
const written = invoice('qbo', '9', { clientId: '1' });

function intent(more: Partial<UpdateIntent> = {}): UpdateIntent {
  return {
    key: 'update:invoice:qbo:7',
    does: 'update',
    type: 'invoice',
    to: 'qbo',
    record: source,
    target: written,
    linkId: '7',
    draft: ownDraft(written),
    number: '1',
    clientName: 'Anna',
    date: null,
    amountCents: ZERO,
    effectCents: ZERO,
    why: phrase('why.changed'),
    needs: [],
    ...more,
  };
}

function row(state: JournalState, of: Intent = intent()): JournalRow {
  const told = { message: null, warning: false, technical: null, at: '2026-03-02T00:00:00Z' };
  const run = { key: `r:${of.key}`, runId: 'r', pairId: 'p', seq: 0, generation: 0, attempts: 1 };
  return { ...run, ...told, intent: of, state, result: written };
}

const tieOut: TieOutView = {
  at: '2026-03-02T00:00:00Z',
  tpsCents: ZERO,
  qboCents: ZERO,
  named: [],
  unexplainedCents: ZERO,
  clientsUnexplainedCents: ZERO,
  clientsCompared: 1,
};

const counts = { planned: 1, done: 1, warnings: 0, skipped: 0, failed: 0, notAttempted: 0 };
const good: AtEnd = { counts, rows: [row('done')], tieOut, again: [] };

describe('at the end of a run', () => {
  it('nothing is broken where all holds', () => {
    expect(brokenAtEnd(good)).toBeNull();
  });

  it.each<[string, Partial<AtEnd>]>([
    ['invariant 5', { counts: { ...counts, done: 0 } }],
    ['invariant 5', { rows: [row('sent')] }],
    ['invariant 5', { rows: [row('planned')] }],
    ['invariant 2', { tieOut: { ...tieOut, tpsCents: tieOut.tpsCents + 1 } as TieOutView }],
    ['invariant 6', { again: [intent()] }],
  ])('%s is told when it is broken: %j', (which, broken) => {
    expect(brokenAtEnd({ ...good, ...broken })).toMatch(new RegExp(`^${which}: `));
  });

  it.each<[string, Partial<UpdateIntent>]>([
    ['the source was touched since', { record: { ...source, version: 'later' } }],
    ['the other one was touched since', { target: { ...written, version: 'later' } }],
    ['it is another change', { key: 'void:invoice:qbo:7' }],
  ])('what is planned next is no repetition where %s', (_why, more) => {
    expect(brokenAtEnd({ ...good, again: [intent(more)] })).toBeNull();
  });

  it('a link is no repetition', () => {
    const { draft: _, ...about } = intent();
    const linked: Intent = { ...about, does: 'link', draft: null };
    const rows = [row('done', linked)];
    expect(brokenAtEnd({ ...good, rows, again: [linked] })).toBeNull();
  });

  it('what failed is tried again, as it should be', () => {
    const failed = { ...counts, done: 0, failed: 1 };
    expect(
      brokenAtEnd({ ...good, counts: failed, rows: [row('failed')], again: [intent()] }),
    ).toBeNull();
  });
});
