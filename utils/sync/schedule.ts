/**
 * What of a plan may be done now. A plan is a list in an order in which it is safe one by one; much
 * of it may be done side by side, and this says what.
 *
 * - Nothing goes before what it needs.
 * - What is about the same record, and what is about the same client, keeps to the order of stages.
 * - What is new (`create`) waits for nothing else: a payment goes as soon as its invoice is known.
 * - All else waits until every earlier stage is over: it may take what an earlier one gives up, a
 *   number or a name of another client.
 */
import { recordKey } from '../ledger/record-key';
import { SIDES, type Side } from '../ledger/side';
import type { Intent } from './intent';
import { stageOf } from './intent-order';

/** The system that is written to; `here`: our own database alone. */
export type Where = Side | 'here';

const PLACES: readonly Where[] = ['here', ...SIDES];

function whereOf({ does, to }: Intent): Where {
  return does === 'link' ? 'here' : to;
}

/** A step of the plan, and the clients that it touches, each under one name in both books. */
export interface Scheduled {
  readonly intent: Intent;
  readonly clients: readonly string[];
}

interface Place<T> {
  readonly step: T;
  /** Its place in the plan. */
  readonly at: number;
  readonly stage: number;
  /** The steps that must be over: what it needs, and the last one about the same record. */
  readonly after: ReadonlySet<string>;
}

export class Schedule<T extends Scheduled> {
  /** Not taken yet, in the order of the plan. */
  readonly #waiting: Record<Where, Place<T>[]> = { here: [], tps: [], qbo: [] };
  /** Taken or waiting. */
  readonly #left = new Set<string>();
  readonly #stages = new Counts();
  readonly #ofClients = new Map<string, Counts>();
  readonly #stageOf = new Map<T, number>();

  /** @param inTurn the plan has an order of its own (an undo, a conversion) */
  constructor(steps: readonly T[], inTurn: boolean) {
    const last = new Map<string, string>();
    const stages = inTurn ? turnsOf(steps) : steps.map(({ intent }) => stageOf(intent));
    for (const [at, step] of steps.entries()) {
      const { intent, clients } = step;
      const after = new Set(intent.needs);
      for (const record of recordsOf(intent)) {
        const before = last.get(record);
        if (before !== undefined) after.add(before);
        last.set(record, intent.key);
      }
      const stage = stages[at] ?? 0;
      this.#left.add(intent.key);
      this.#stages.add(stage);
      for (const client of clients) this.#countsOf(client).add(stage);
      this.#waiting[whereOf(intent)].push({ step, at, stage, after });
    }
  }

  /**
   * Takes up to `atMost` steps that are done in this place and may be done now, in any order among
   * themselves; none where there are not `atLeast`.
   */
  take(
    where: Where,
    { atMost, atLeast }: { readonly atMost: number; readonly atLeast: number },
  ): T[] {
    const first = this.#stages.least();
    const wanted = Math.max(atMost, atLeast);
    const ready: Place<T>[] = [];
    for (const place of this.#waiting[where]) {
      if (this.#mayGo(place, first)) ready.push(place);
      if (ready.length >= wanted) break;
    }
    return ready.length < atLeast ? [] : this.#taken(where, ready.slice(0, atMost));
  }

  /** The next one, whatever it waits for: nothing else is under way, and nothing else may go. */
  takeNext(): T[] {
    const heads = PLACES.flatMap((where) => {
      const [place] = this.#waiting[where];
      return place ? [{ where, place }] : [];
    });
    const [next] = heads.sort((a, b) => a.place.at - b.place.at);
    return next ? this.#taken(next.where, [next.place]) : [];
  }

  ended(step: T): void {
    const { intent, clients } = step;
    const stage = this.#stageOf.get(step);
    if (stage === undefined || !this.#left.delete(intent.key)) return;
    this.#stages.remove(stage);
    for (const client of clients) this.#countsOf(client).remove(stage);
  }

  #taken(where: Where, places: readonly Place<T>[]): T[] {
    const taken = new Set(places);
    this.#waiting[where] = this.#waiting[where].filter((place) => !taken.has(place));
    for (const { step, stage } of places) this.#stageOf.set(step, stage);
    return places.map(({ step }) => step);
  }

  #mayGo({ step, stage, after }: Place<T>, first: number): boolean {
    const { intent, clients } = step;
    if (intent.does !== 'create' && stage > first) return false;
    for (const key of after) if (this.#left.has(key)) return false;
    return clients.every((client) => this.#countsOf(client).least() >= stage);
  }

  #countsOf(client: string): Counts {
    const counts = this.#ofClients.get(client) ?? new Counts();
    this.#ofClients.set(client, counts);
    return counts;
  }
}

/** How many of each; the least of those that are there. */
class Counts {
  readonly #counts = new Map<number, number>();

  add(key: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  remove(key: number): void {
    const left = (this.#counts.get(key) ?? 0) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }

  least(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#counts.keys());
  }
}

function recordsOf({ record, target }: Intent): string[] {
  const ends = target ? [record, target] : [record];
  return [...new Set(ends.map(({ side, kind, id }) => recordKey(side, kind, id)))];
}

/** Each a stage of its own, but for neighbours that take away documents of one kind. */
function turnsOf(steps: readonly Scheduled[]): number[] {
  let turn = 0;
  return steps.map(({ intent }, at) => {
    const before = steps[at - 1]?.intent;
    const isAlike = before !== undefined && isTaking(intent) && kindOf(before) === kindOf(intent);
    if (!isAlike) turn += 1;
    return turn;
  });
}

function isTaking({ does }: Intent): boolean {
  return does === 'void' || does === 'delete';
}

function kindOf({ does, type, to }: Intent): string {
  return [does, type, to].join();
}
