/** One mistake planted on purpose: an exact text of one module, and what stands there instead. */
export interface Mutant {
  readonly name: string;
  /** Below the project's root. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The test file that must fail; else seeds are played until one breaks an invariant. */
  readonly tests?: string;
  /** First seed to look at, and how many at most, where the usual ones take too long. */
  readonly seeds?: { readonly from: number; readonly count: number };
}
