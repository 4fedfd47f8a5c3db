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
  readonly differenceCents: Cents;
  readonly cause: Phrase;
}

/**
 * Of one client's differences those that cancel each other out: all of a cause whose differences
 * have both signs, and all of them when the causes together come to nothing.
 */
export function offsetsOf(differences: readonly OpenDifference[]): Offset[] {
  const hidden =
    isMixed(differences) && sumOf(differences) === 0
      ? differences
      : groupBy(differences, ({ cause }) => JSON.stringify(cause))
          .filter(isMixed)
          .flat();
  return hidden.map(({ item, twin, differenceCents, cause }) => {
    const own = cents(item.openCents);
    const other = cents(twin?.openCents ?? 0);
    const [tpsCents, qboCents] = item.side === 'tps' ? [own, other] : [other, own];
    const { kind, id, number } = item;
    return { kind, id, number, tpsCents, qboCents, differenceCents, cause };
  });
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
