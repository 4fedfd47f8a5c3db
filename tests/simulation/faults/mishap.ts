/** One piece of bad luck at one moment of a run. */
import type { Side } from '../../../utils/ledger/side';
import type { ActName } from '../people/acts';
import type { DecisionName } from '../people/decisions';

/** The n-th request, the n-th write of a record to a system, or the n-th write to the database of the run. */
export interface Moment {
  readonly on: 'request' | 'write' | 'store';
  readonly n: number;
}

export type Trouble =
  /** `times` requests in a row are answered so; `after`: the site has carried them out. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly times: number;
      readonly after: boolean;
    }
  | { readonly kind: 'lost'; readonly after: boolean }
  | { readonly kind: 'hang'; readonly after: boolean }
  | { readonly kind: 'cut' }
  | { readonly kind: 'kill'; readonly after: boolean }
  /** The database refuses one write. */
  | { readonly kind: 'quota' }
  | { readonly kind: 'expire'; readonly side: Side }
  | { readonly kind: 'switch'; readonly side: Side }
  | { readonly kind: 'rotateCsrf'; readonly side: Side }
  | { readonly kind: 'revokeSync' }
  | { readonly kind: 'work'; readonly act: ActName; readonly r: number; readonly after: boolean }
  /** Somebody changes a record that the run is about to change. */
  | { readonly kind: 'meddle'; readonly r: number }
  | { readonly kind: 'decide'; readonly decision: DecisionName; readonly r: number };

export interface Mishap {
  readonly at: Moment;
  readonly trouble: Trouble;
}
