/**
 * Seeds that were red once, with the product as it was or with a mutant in it, and what each
 * showed. They are played at every test run, so that what was mended stays mended. A new red seed is
 * a found fault: mend it, and add it here.
 */
export interface FoundSeed {
  readonly seed: number;
  readonly showed: string;
}

// OPEN since 2026-11-27, not mended yet, and so not in the list: seed 2015617. During a first sync
// somebody deletes an invoice in QuickBooks that the same run links without a write; the next run
// carries the deletion to TPS, where the two never were known to agree (invariant 8).
export const FOUND: readonly FoundSeed[] = [
  { seed: 510, showed: 'linked without a write, renumbered, and created again by another browser' },
  {
    seed: 5628346,
    showed: 'a request id used again: a deleted entry, and the answer of another write',
  },
  { seed: 1, showed: 'planted mistakes: a dropped marker, money as a float' },
  { seed: 4, showed: 'a planted mistake: deletions are not read' },
  { seed: 27, showed: 'a planted mistake: the watermark moved early' },
  { seed: 31, showed: 'planted mistakes: a retry without a look, a look that finds nothing' },
  { seed: 37, showed: 'a planted mistake: rounded by toFixed' },
];
