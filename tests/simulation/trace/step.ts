/**
 * What a trace is made of: plain values, so that it can be printed, repeated and made smaller.
 * `r` is a number from which a step draws everything that is left to chance in it.
 */

import type { Mishap } from '../faults/mishap';
import type { ActName } from '../people/acts';
import type { DecisionName } from '../people/decisions';

export type Step =
  | { readonly do: 'wait'; readonly minutes: number }
  /** Somebody works in TPS or in QuickBooks. */
  | { readonly do: 'work'; readonly act: ActName; readonly r: number }
  /** A sync is started; with `look` the plan is shown first, and then approved (or not). */
  | {
      readonly do: 'sync';
      readonly browser: number;
      readonly look: boolean;
      readonly approve: boolean;
      /** How long the plan that is shown waits for its yes. */
      readonly idleMinutes?: number;
      readonly mishaps: readonly Mishap[];
    }
  /** Both browsers sync at the same moment. */
  | { readonly do: 'both' }
  /** The profile is copied away, as a backup of the computer does. */
  | { readonly do: 'keep'; readonly browser: number }
  /** The computer is put back: the profile is what it was when it was copied away. */
  | { readonly do: 'restore'; readonly browser: number }
  /** The second computer is set up as a copy of the first, its name and all. */
  | { readonly do: 'clone' }
  /** Whoever is signed out signs in; what was stopped goes on. */
  | { readonly do: 'goOn'; readonly browser: number; readonly mishaps: readonly Mishap[] }
  /** Somebody decides something on our screens. */
  | {
      readonly do: 'decide';
      readonly browser: number;
      readonly decision: DecisionName;
      readonly r: number;
    };

export interface Trace {
  readonly seed: number;
  readonly firm: {
    readonly seed: number;
    readonly clients: number;
    readonly country: 'CA' | 'US';
    readonly findings: 'all' | 'none';
  };
  readonly switches: Readonly<Record<string, string | number | boolean>>;
  readonly browsers: number;
  readonly steps: readonly Step[];
}
