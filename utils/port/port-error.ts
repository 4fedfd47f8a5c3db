import type { Side } from '../ledger/side';
import type { Phrase } from '../wording/phrase';

/**
 * Every way in which a system can fail us, as a closed set. The runner decides by `kind` alone.
 *
 * | kind | runner does |
 * |---|---|
 * | signedOut, wrongBooks, noPermission | pauses the run |
 * | busy | waits until `notBeforeMs`, visibly, and goes on |
 * | unreachable | nothing was sent or nothing came through: tries again a few times, then pauses |
 * | outcomeUnknown | a write may have been carried out: looks before it tries again |
 * | changedMeanwhile | conflict: planned again in the next run |
 * | refused | the document fails with the sentence; the run goes on |
 * | forbidden | read only: nothing was sent, the run is parked |
 * | malformed | the answer is not what the contract says: the run stops reading, nothing is written |
 */
export type PortErrorKind =
  | 'signedOut'
  | 'wrongBooks'
  | 'noPermission'
  | 'busy'
  | 'unreachable'
  | 'outcomeUnknown'
  | 'changedMeanwhile'
  | 'refused'
  | 'forbidden'
  | 'malformed';

export class PortError extends Error {
  readonly side: Side;
  readonly kind: PortErrorKind;
  /** For people: names system, document and field. */
  readonly what: Phrase;
  /** The system's own words: HTTP status, code, text. Redacted: no header, no cookie. */
  readonly technical: string;
  /** Of busy: when it may be asked again, in ms since 1970. */
  readonly notBeforeMs: number | null;

  constructor(fields: {
    side: Side;
    kind: PortErrorKind;
    what: Phrase;
    technical: string;
    notBeforeMs?: number;
  }) {
    super(`${fields.side} ${fields.kind}: ${fields.technical}`);
    this.name = 'PortError';
    this.side = fields.side;
    this.kind = fields.kind;
    this.what = fields.what;
    this.technical = fields.technical;
    this.notBeforeMs = fields.notBeforeMs ?? null;
  }
}
