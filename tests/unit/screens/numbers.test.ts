import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentDone, timeLeft } from '../../../components/panel/progress-words';
import { bridgeOf, scaleOf } from '../../../components/tieout/bridge';
import { differenceOf } from '../../../components/ui/difference';
import { hashOf, hashOfPlace, parseRoute } from '../../../components/ui/route';
import { cents, sumCents } from '../../../utils/ledger/cents';
import type { RunView, TieOutView } from '../../../utils/views/views';
import { phrase } from '../../../utils/wording/phrase';

const cause = phrase('run.nothingToDo');
const amount = fc.integer({ min: -1e9, max: 1e9 }).map(cents);

function tieOut(tps: number, named: number[], unexplained: number): TieOutView {
  const differences = named.map((each) => cents(each));
  const apart = sumCents([...differences, cents(unexplained)]);
  return {
    at: '2026-11-22T19:02:00Z',
    tpsCents: cents(tps),
    qboCents: cents(tps - apart),
    named: differences.map((differenceCents) => ({ cause, differenceCents, clients: [] })),
    unexplainedCents: cents(unexplained),
    clientsUnexplainedCents: cents(0),
    clientsCompared: 1,
  };
}

describe('bridgeOf', () => {
  it('lands on QuickBooks to the cent, whatever the differences', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 8 }), amount, (tps, named, rest) => {
        const view = tieOut(tps, named, rest);
        const steps = bridgeOf(view);
        const beforeLast = steps.at(-2);
        expect(beforeLast?.toCents).toBe(view.qboCents);
        expect(steps.at(-1)?.toCents).toBe(view.qboCents);
        const { fromCents, toCents } = scaleOf(steps);
        expect(toCents).toBeGreaterThan(fromCents);
      }),
    );
  });
});

describe('differenceOf', () => {
  it('ties out only when nothing is left unexplained', () => {
    expect(differenceOf(tieOut(100, [], 0)).tiesOut).toBe(true);
    expect(differenceOf(tieOut(100, [50, -50], 0))).toMatchObject({ tiesOut: true, reasons: 2 });
    expect(differenceOf(tieOut(100, [-5], 5))).toMatchObject({ tiesOut: false, reasons: 2 });
  });
});

describe('progress', () => {
  const run: RunView = {
    id: 'r',
    description: '',
    status: 'applying',
    stage: 'apply',
    turn: 0,
    startedAt: '',
    endedAt: null,
    triesAgainAt: null,
    counts: { planned: 8, done: 2, warnings: 1, skipped: 1, failed: 1, notAttempted: 4 },
    doneCents: cents(0),
    plannedCents: cents(0),
    tieOut: null,
    current: null,
    read: 0,
    secondsLeft: null,
    perMinute: null,
    reason: null,
    waitingUntil: null,
    plan: null,
    undoOf: null,
    cannotCount: 0,
    undoneAt: null,
  };

  it('knows a share only once the whole is known', () => {
    expect(percentDone(run)).toBe(50);
    expect(percentDone({ ...run, stage: 'pull' })).toBeNull();
  });

  it('says seconds in steps of five, then minutes', () => {
    expect(timeLeft(12)).toEqual({ unit: 'seconds', value: 15 });
    expect(timeLeft(140)).toEqual({ unit: 'minutes', value: 2 });
  });
});

describe('routes', () => {
  it('go there and back', () => {
    expect(parseRoute('#/history/r%2F1?status=failed')).toEqual({
      page: 'history',
      part: 'r/1',
      query: { status: 'failed' },
    });
    expect(hashOf('history', 'r/1', { status: 'failed' })).toBe('#/history/r%2F1?status=failed');
    expect(hashOfPlace({ view: 'setup', step: 'clients' })).toBe('#/setup/clients');
    expect(parseRoute('')).toBeNull();
    expect(parseRoute('#/elsewhere')).toBeNull();
  });
});
