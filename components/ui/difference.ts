import type { TieOutView } from '../../utils/views/views';

/** How far the two books are apart, and by how many reasons. */
export interface Difference {
  /** TPS minus QuickBooks. */
  differenceCents: number;
  /** Named differences, and one more for cents that nothing explains. */
  reasons: number;
  tiesOut: boolean;
  /** Documents that differ and cancel each other out. */
  documents: number;
}

/** A tie-out in brief. Equal totals with cents left unexplained do not tie out. */
export function differenceOf(tieOut: TieOutView): Difference {
  const differenceCents = tieOut.tpsCents - tieOut.qboCents;
  const unexplained = tieOut.unexplainedCents === 0 ? 0 : 1;
  return {
    differenceCents,
    reasons: tieOut.named.length + unexplained,
    tiesOut: differenceCents === 0 && unexplained === 0,
    documents: (tieOut.offsets?.length ?? 0) + (tieOut.offsetsLeftOut ?? 0),
  };
}
