import type { TieOutView } from '../../utils/views/views';
import type { Phrase } from '../../utils/wording/phrase';

/** One bar of the waterfall: a book's total, or a difference between where it starts and ends. */
export interface BridgeStep {
  key: string;
  kind: 'tps' | 'difference' | 'unexplained' | 'qbo';
  /** What a difference is called; totals are named by their kind. */
  cause: Phrase | null;
  /** How far this step moves; the total itself for the two books. */
  amountCents: number;
  /** Where the bar begins and ends. */
  fromCents: number;
  toCents: number;
}

/**
 * TPS A/R down to QuickBooks A/R. A difference is TPS minus QuickBooks, so each one is taken off.
 * The last step lands on QuickBooks exactly; what is still missing then is the unexplained part.
 */
export function bridgeOf(tieOut: TieOutView): BridgeStep[] {
  const steps: BridgeStep[] = [total('tps', tieOut.tpsCents)];
  let at: number = tieOut.tpsCents;
  for (const [index, named] of tieOut.named.entries()) {
    steps.push(move(`named ${index}`, 'difference', named.cause, at, -named.differenceCents));
    at -= named.differenceCents;
  }
  if (tieOut.unexplainedCents !== 0) {
    steps.push(move('unexplained', 'unexplained', null, at, -tieOut.unexplainedCents));
  }
  steps.push(total('qbo', tieOut.qboCents));
  return steps;
}

function total(kind: 'tps' | 'qbo', amountCents: number): BridgeStep {
  return { key: kind, kind, cause: null, amountCents, fromCents: 0, toCents: amountCents };
}

function move(
  key: string,
  kind: 'difference' | 'unexplained',
  cause: Phrase | null,
  atCents: number,
  amountCents: number,
): BridgeStep {
  return { key, kind, cause, amountCents, fromCents: atCents, toCents: atCents + amountCents };
}

/**
 * The part of the scale worth drawing. Differences are small beside two large totals: the scale
 * starts below the smallest value, so that a difference can be seen at all; from zero if it fits.
 */
export function scaleOf(steps: readonly BridgeStep[]): { fromCents: number; toCents: number } {
  const values = steps.flatMap((step) =>
    step.kind === 'tps' || step.kind === 'qbo' ? [step.toCents] : [step.fromCents, step.toCents],
  );
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spread = high - low;
  if (spread === 0 || spread > Math.abs(high) / 4) {
    return { fromCents: Math.min(0, low), toCents: Math.max(0, high) || 1 };
  }
  return { fromCents: low - spread, toCents: high + spread * 0.15 };
}
