import type { WhyReadOnly } from '../http/may-write';
import type { Fetch } from '../http/send';
import type { BeforeWrite, OnRequest } from '../port/observer';
import type { BudgetStore } from './budget';
import type { QboSessionSource } from './session';

/** What the adapter needs of its surroundings: the worker, a contract test and a unit test differ. */
export interface QboDeps {
  readonly fetch: Fetch;
  /** Local clock, for limits alone: watermarks come from the server. */
  now(): number;
  sleep(ms: number): Promise<void>;
  readonly session: QboSessionSource;
  readonly budget: BudgetStore;
  /** How much of the limits is ours, from 0 to 1; absent: the usual share. */
  readonly share?: (() => Promise<number>) | undefined;
  /** When the firm's people have sent something from QuickBooks' own pages; each is told once. */
  readonly people?: (() => readonly number[]) | undefined;
  /** Items of a batch at most; absent: as many as the web app's door is known to take. */
  readonly batchItems?: number | undefined;
  /** A batch is asked for the changes, too; absent: nobody knows whether the web app's door answers. */
  readonly changesInBatch?: boolean | undefined;
  /** At most 36 characters, never the same twice: what QuickBooks knows a batch by. */
  newId(): string;
  /** The paired company; null before pairing, when the session's own company is asked. */
  readonly realm: string | null;
  /** Name of the paired company, for the sentence about a wrong one. */
  readonly companyName?: string | undefined;
  /** Heard while a limit makes us wait: instant (ms) at which we go on. */
  readonly onWait?: ((untilMs: number) => void) | undefined;
  readonly onRequest?: OnRequest | undefined;
  readonly beforeWrite?: BeforeWrite | undefined;
  readonly whyReadOnly?: WhyReadOnly | undefined;
}
