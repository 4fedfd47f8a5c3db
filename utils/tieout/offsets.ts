/**
 * Documents that differ between the two books while the sums agree: one is as much too high as
 * others are too low. No total shows them, so they are named one by one.
 */
import { type Cents, cents } from '../ledger/cents';
import type { Phrase } from '../wording/phrase';
import { groupBy } from './group-by';
import type { OpenItem } from './open-items';

/** One document, with its twin if that is open as well, that stands differently in the books. */
export interface OpenDifference {
  readonly item: OpenItem;
  readonly twin: OpenItem | null;
  /** TPS minus QuickBooks. */
  readonly differenceCents: Cents;
  readonly cause: Phrase;
}

export interface Offset {
  readonly kind: OpenItem['kind'];
  readonly id: string;
  readonly number: string;
  /** What is open of it in each book; payments and credits are negative. */
  readonly tpsCents: Cents;
  readonly qboCents: Cents;
  /** What of it cancels out: less than TPS minus QuickBooks where a total shows the rest. */
  readonly differenceCents: Cents;
  readonly cause: Phrase;
}

/** Differences of one client, parted: what the totals show by its cause, and what no total shows. */
export interface Parted {
  readonly shown: readonly OpenDifference[];
  readonly offsets: readonly Offset[];
}

/** So many documents are tried in every combination. */
const TRIED_MAX = 14;

/**
 * Parts the differences of one client so that each is named once: the offsets add up to nothing.
 * All of them are offsets when they come to nothing together; else, of each cause whose differences
 * have both signs, as much as cancels out. Where that takes a part of a document, it is in both with
 * its parts.
 */
export function parted(differences: readonly OpenDifference[]): Parted {
  if (isMixed(differences) && sumOf(differences) === 0) {
    return { shown: [], offsets: differences.map(offset) };
  }
  const groups = groupBy(differences, ({ cause }) => JSON.stringify(cause)).map(partedCause);
  return {
    shown: groups.flatMap(({ shown }) => shown),
    offsets: groups.flatMap(({ offsets }) => offsets),
  };
}

function partedCause(group: readonly OpenDifference[]): Parted {
  if (!isMixed(group)) return { shown: group, offsets: [] };
  const sum = sumOf(group);
  const whole = sum === 0 ? [] : wholeOnes(group, sum);
  if (whole) {
    const shown = new Set(whole);
    return { shown: whole, offsets: group.filter((one) => !shown.has(one)).map(offset) };
  }
  const shown: OpenDifference[] = [];
  const rest: OpenDifference[] = [];
  let left = sum;
  for (const one of bySize(group)) {
    const takes = Math.sign(one.differenceCents) === Math.sign(sum) ? nearer(one, left) : 0;
    left -= takes;
    if (takes !== 0) shown.push({ ...one, differenceCents: cents(takes) });
    const more = one.differenceCents - takes;
    if (more !== 0) rest.push({ ...one, differenceCents: cents(more) });
  }
  return { shown, offsets: rest.map(offset) };
}

/** As much of its difference as is left to be shown. */
function nearer({ differenceCents }: OpenDifference, left: number): number {
  return Math.sign(left) * Math.min(Math.abs(left), Math.abs(differenceCents));
}

/** Documents that come to exactly this sum, so that none has to be parted; null when there are none. */
function wholeOnes(group: readonly OpenDifference[], sum: number): OpenDifference[] | null {
  const alike = bySize(group)
    .filter(({ differenceCents }) => Math.sign(differenceCents) === Math.sign(sum))
    .slice(0, TRIED_MAX);
  for (let mask = 1; mask < 2 ** alike.length; mask++) {
    const some = alike.filter((_, at) => (mask >> at) % 2 === 1);
    if (sumOf(some) === sum) return some;
  }
  return null;
}

function bySize(group: readonly OpenDifference[]): OpenDifference[] {
  return group.toSorted((a, b) => Math.abs(a.differenceCents) - Math.abs(b.differenceCents));
}

function offset({ item, twin, differenceCents, cause }: OpenDifference): Offset {
  const own = cents(item.openCents);
  const other = cents(twin?.openCents ?? 0);
  const [tpsCents, qboCents] = item.side === 'tps' ? [own, other] : [other, own];
  const { kind, id, number } = item;
  return { kind, id, number, tpsCents, qboCents, differenceCents, cause };
}

function isMixed(differences: readonly OpenDifference[]): boolean {
  return (
    differences.some(({ differenceCents }) => differenceCents > 0) &&
    differences.some(({ differenceCents }) => differenceCents < 0)
  );
}

function sumOf(differences: readonly OpenDifference[]): number {
  return differences.reduce((sum, { differenceCents }) => sum + differenceCents, 0);
}
