/** What of a plan may be done side by side: never what an order of one by one would have kept apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../utils/sync/intent';
import { inOrder, stageOf } from '../../../utils/sync/intent-order';
import { Schedule, type Scheduled } from '../../../utils/sync/schedule';
import { client, invoice, payment } from './make';

type Does = 'create' | 'update' | 'void' | 'delete' | 'link' | 'renumber';

interface Wanted {
  readonly does: Does;
  readonly type: 'client' | 'invoice' | 'payment';
  readonly id: number;
  readonly clientId: number;
  readonly to: 'tps' | 'qbo';
  readonly needs?: readonly string[];
}

function stepOf({ does, type, id, clientId, to, needs = [] }: Wanted): Scheduled {
  const of = { clientId: String(clientId) };
  const side = to === 'qbo' ? 'tps' : 'qbo';
  const record =
    type === 'client'
      ? client(side, String(clientId))
      : type === 'invoice'
        ? invoice(side, String(id), of)
        : payment(side, String(id), of);
  const intent = {
    ...{ key: `${does}:${type}:${to}:${record.id}`, does, type, to, record, needs },
    target: null,
    date: null,
  } as unknown as Intent;
  return { intent, clients: [`c${clientId}`] };
}

const ALL = { atMost: 100, atLeast: 1 };
const keys = (steps: readonly Scheduled[]) => steps.map(({ intent }) => intent.key);

describe('a schedule', () => {
  it('lets a payment go as soon as its own invoice is known', () => {
    const bills = [1, 2].map((id) =>
      stepOf({ does: 'create', type: 'invoice', id, clientId: id, to: 'qbo' }),
    );
    const paid = stepOf({
      ...{ does: 'create', type: 'payment', id: 9, clientId: 1, to: 'qbo' },
      needs: ['create:invoice:qbo:1'],
    });
    const schedule = new Schedule([...bills, paid], false);
    const [first, second] = schedule.take('qbo', ALL);
    expect(keys(schedule.take('qbo', ALL))).toEqual([]);
    if (second) schedule.ended(second);
    expect(keys(schedule.take('qbo', ALL))).toEqual([]);
    if (first) schedule.ended(first);
    expect(keys(schedule.take('qbo', ALL))).toEqual(['create:payment:qbo:9']);
  });

  it('keeps what edits until every earlier stage is over, of whatever client', () => {
    const schedule = new Schedule(
      [
        stepOf({ does: 'renumber', type: 'invoice', id: 1, clientId: 1, to: 'qbo' }),
        stepOf({ does: 'update', type: 'invoice', id: 2, clientId: 2, to: 'qbo' }),
        stepOf({ does: 'create', type: 'payment', id: 3, clientId: 3, to: 'qbo' }),
      ],
      false,
    );
    const taken = schedule.take('qbo', ALL);
    expect(keys(taken)).toEqual(['renumber:invoice:qbo:1', 'create:payment:qbo:3']);
    expect(keys(schedule.take('qbo', ALL))).toEqual([]);
    for (const step of taken) schedule.ended(step);
    expect(keys(schedule.take('qbo', ALL))).toEqual(['update:invoice:qbo:2']);
  });

  it('takes up at once what is about records of its own', () => {
    const steps = [1, 2].map((id) => {
      const step = stepOf({ does: 'void', type: 'invoice', id, clientId: 1, to: 'tps' });
      // What is to go is record and target in one.
      return { ...step, intent: { ...step.intent, target: step.intent.record } as Intent };
    });
    expect(keys(new Schedule(steps, false).take('tps', ALL))).toHaveLength(2);
  });

  it('gives a lane nothing while there is too little for it', () => {
    const steps = [1, 2, 3].map((id) =>
      stepOf({ does: 'create', type: 'invoice', id, clientId: id, to: 'qbo' }),
    );
    const schedule = new Schedule(steps, false);
    expect(schedule.take('qbo', { atMost: 1, atLeast: 4 })).toEqual([]);
    expect(schedule.take('tps', ALL)).toEqual([]);
    expect(schedule.take('qbo', { atMost: 1, atLeast: 3 })).toHaveLength(1);
    expect(schedule.take('qbo', { atMost: 1, atLeast: 3 })).toEqual([]);
  });

  it('goes through an undo in its order, and takes away side by side what is of one kind', () => {
    const steps = [
      stepOf({ does: 'delete', type: 'payment', id: 5, clientId: 1, to: 'qbo' }),
      stepOf({ does: 'delete', type: 'payment', id: 6, clientId: 2, to: 'qbo' }),
      stepOf({ does: 'update', type: 'invoice', id: 7, clientId: 3, to: 'qbo' }),
      stepOf({ does: 'update', type: 'invoice', id: 8, clientId: 4, to: 'qbo' }),
    ];
    const schedule = new Schedule(steps, true);
    const rounds: string[][] = [];
    for (;;) {
      const slice = schedule.take('qbo', ALL);
      if (slice.length === 0) break;
      rounds.push(keys(slice));
      for (const step of slice) schedule.ended(step);
    }
    expect(rounds.map((round) => round.length)).toEqual([2, 1, 1]);
  });

  it('does each step once, none before what it needs, and of one client none before an earlier stage', () => {
    const wanted = fc.record({
      does: fc.constantFrom<Does>('create', 'update', 'void', 'link', 'renumber'),
      type: fc.constantFrom('client' as const, 'invoice' as const, 'payment' as const),
      id: fc.nat(8),
      clientId: fc.nat(4),
      to: fc.constantFrom('tps' as const, 'qbo' as const),
      needs: fc.constant<string[]>([]),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(wanted, fc.nat(30)), { maxLength: 30 }),
        fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }),
        (drawn, dice) => {
          const byKey = new Map(
            drawn.map(([one, need]) => [stepOf(one).intent.key, { one, need }]),
          );
          const known = [...byKey.keys()];
          // A need is of an earlier one in the list, so that there is no circle.
          const all = [...byKey.values()].map(({ one, need }, at) =>
            stepOf({ ...one, needs: at > 0 && need < at ? [known[need] ?? ''] : [] }),
          );
          const placed = new Map(all.map((step) => [step.intent, step]));
          const steps = inOrder(all.map(({ intent }) => intent)).flatMap(
            (intent) => placed.get(intent) ?? [],
          );
          const schedule = new Schedule(steps, false);
          const open: Scheduled[] = [];
          const over: string[] = [];
          let roll = 0;
          for (;;) {
            const dieNow = dice[roll++ % dice.length] ?? 0;
            const lane = { atMost: 1 + (dieNow % 3), atLeast: 1 };
            open.push(...schedule.take(dieNow % 2 ? 'qbo' : 'tps', lane));
            open.push(...schedule.take(dieNow % 2 ? 'tps' : 'qbo', lane));
            if (open.length === 0) open.push(...schedule.takeNext());
            for (const step of open) {
              const { intent, clients } = step;
              for (const need of intent.needs) {
                expect(over.includes(need) || !keys(steps).includes(need)).toBe(true);
              }
              const earlier = steps.filter(
                (other) =>
                  other.clients[0] === clients[0] &&
                  stageOf(other.intent) < stageOf(intent) &&
                  // What this one needs may itself come later in the plan.
                  steps.indexOf(other) < steps.indexOf(step),
              );
              for (const other of earlier) expect(over).toContain(other.intent.key);
            }
            const done = open.splice(dieNow % Math.max(1, open.length), 1);
            if (done.length === 0) break;
            for (const step of done) {
              expect(over).not.toContain(step.intent.key);
              over.push(step.intent.key);
              schedule.ended(step);
            }
          }
          expect(over.toSorted()).toEqual(keys(steps).toSorted());
        },
      ),
      { numRuns: 300 },
    );
  });
});
