import type { Side } from '../ledger/side';

/** Told once for each request that is really sent, for the counts of a run. */
export type OnRequest = (request: {
  readonly side: Side;
  readonly method: string;
  readonly write: boolean;
}) => void;
