/** One broken invariant of the domain, by its number there. */
export interface Violation {
  readonly invariant: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;
  /** What kind of break, the same words for every seed: a shrunk trace must keep it. */
  readonly kind: string;
  /** Who, where, which values. */
  readonly text: string;
}

export type Report = (violation: Violation) => void;
