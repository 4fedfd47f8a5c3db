import type { Side } from '../ledger/side';

/** Asked just before a write is sent; what it throws sends nothing. */
export type BeforeWrite = () => Promise<void>;

/** Told once for each request that is really sent, for the counts of a run. */
export type OnRequest = (request: {
  readonly side: Side;
  readonly method: string;
  readonly write: boolean;
}) => void;
