/**
 * The steps of a plan, as many side by side as its order and both systems allow: each lane takes what
 * may go now, a slice of the plan, and the next when that is done.
 */
import { type Both, SIDES } from '../ledger/side';
import type { BooksPort, Lane } from '../port/books-port';
import type { Schedule, Scheduled, Where } from '../sync/schedule';

export interface PlacedLane extends Lane {
  readonly where: Where;
}

/**
 * What is only noted in our own database needs no request. No more at a time than Dexie follows in a
 * transaction that asks the database nothing for so many steps (a hundred; then Chrome commits it).
 */
const HERE: PlacedLane = { where: 'here', atMost: 80, atLeast: 1 };

export function lanesOf(ports: Both<BooksPort>): readonly PlacedLane[] {
  const there = SIDES.flatMap((where) => ports[where].lanes.map((lane) => ({ ...lane, where })));
  return [...there, HERE];
}

/**
 * Works until nothing is left. The first failure keeps new slices from being taken, and is thrown
 * when those under way have ended.
 */
export async function throughLanes<T extends Scheduled>(
  schedule: Schedule<T>,
  lanes: readonly PlacedLane[],
  work: (slice: readonly T[]) => Promise<void>,
): Promise<void> {
  const idle = new Set(lanes);
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const start = (slice: readonly T[], lane: PlacedLane | null): void => {
    if (slice.length === 0) return;
    if (lane) idle.delete(lane);
    const doing = work(slice)
      .catch((error: unknown) => void failures.push(error))
      .then(() => {
        for (const step of slice) schedule.ended(step);
        if (lane) idle.add(lane);
        underWay.delete(doing);
      });
    underWay.add(doing);
  };
  for (;;) {
    if (failures.length === 0) {
      for (const lane of lanes) if (idle.has(lane)) start(schedule.take(lane.where, lane), lane);
      // Whoever waits, waits for what never comes: one by one then, as the plan has them.
      if (underWay.size === 0) start(schedule.takeNext(), null);
    }
    if (underWay.size === 0) break;
    await Promise.race(underWay);
  }
  if (failures.length > 0) throw failures[0];
}
