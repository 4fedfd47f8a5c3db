import { z } from 'zod';
import { actBody } from './act';
import { sessionLever } from './levers';

/** Whether the site has seen and committed the request all the same. */
const committed = z.boolean().default(false);
/** Just before the site sees the request, or just after it has answered. */
const when = z.enum(['before', 'after']).default('before');

/** What a fault does to a request. */
export const effect = z.discriminatedUnion('kind', [
  /** Waits, then answers as usual. */
  z.strictObject({ kind: z.literal('latency'), ms: z.int().min(0).max(600_000) }),
  /** Answers with a status instead of the site's answer: 401, 403, 429, 500, 502, 503, 504, … */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.int().min(0).optional(),
    committed,
  }),
  /** A 200 with a page where JSON was expected, as proxies give. */
  z.strictObject({ kind: z.literal('html'), committed }),
  /** The site's own answer, cut in the middle. A write has been committed. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** The connection breaks before the site sees the request. */
  z.strictObject({ kind: z.literal('resetBefore') }),
  /** The site commits, then the connection breaks before the answer. */
  z.strictObject({ kind: z.literal('resetAfter') }),
  /** No answer until the caller gives up or the faults are cleared. */
  z.strictObject({ kind: z.literal('hang'), committed }),
  /** This JSON instead of the site's answer: missing or mistyped fields, empty lists. */
  z.strictObject({
    kind: z.literal('body'),
    body: z.json(),
    status: z.int().min(200).max(599).default(200),
    committed,
  }),
  /** A redirect to the log-in page, which answers 200. Sessions stay as they are. */
  z.strictObject({ kind: z.literal('signedOut') }),
  /** A lever of `levers.ts`: sessions end, the csrf token changes, the company is switched. */
  z.strictObject({ kind: z.literal('session'), session: sessionLever, when }),
  /**
   * Somebody else works. Without an `id`, the act is on what the first group of `path` caught:
   * `/invoice/(\d+)` and `when: 'after'` edits an invoice right after it was read.
   */
  z.strictObject({ kind: z.literal('act'), act: actBody, when }),
  /** The site's clock is wrong by `ms`: its Date, its server times, the stamps of what it writes. */
  z.strictObject({ kind: z.literal('clockSkew'), ms: z.int() }),
  /** QBO runs a call again whose `requestid` it has seen before. */
  z.strictObject({ kind: z.literal('requestIdIgnored') }),
]);
export type Effect = z.output<typeof effect>;
export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
/** As written in a test or sent over HTTP, without the defaults. */
export type EffectSpec = z.input<typeof effect>;
