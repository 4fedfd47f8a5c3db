import type { WhyReadOnly } from '../http/may-write';
import type { Fetch } from '../http/send';
import type { BeforeWrite, OnRequest } from '../port/observer';
import type { TpsSessionSource } from './session';

/** What the adapter needs of its surroundings. */
export interface TpsDeps {
  readonly fetch: Fetch;
  /** Local clock, for the age of the session check alone. */
  now(): number;
  readonly session: TpsSessionSource;
  /** The paired firm; null before pairing. */
  readonly firmId: string | null;
  /** Name of the paired firm, for the sentence about a wrong one. */
  readonly firmName?: string | undefined;
  /** Older tenants have an address of their own. */
  readonly origin?: string | undefined;
  readonly onRequest?: OnRequest | undefined;
  readonly beforeWrite?: BeforeWrite | undefined;
  readonly whyReadOnly?: WhyReadOnly | undefined;
}
