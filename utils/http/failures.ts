import type { Side } from '../ledger/side';
import { TRAITS } from '../ledger/traits';
import { PortError } from '../port/port-error';
import { type Subject, subjectValues } from '../port/subject';
import { phrase } from '../wording/phrase';
import { technicalText } from './technical';

/** What one request was, as far as a failure has to tell. */
export interface Asked {
  readonly side: Side;
  readonly method: string;
  /** Path without host and without query values. */
  readonly path: string;
  readonly write: boolean;
  readonly subject: Subject;
}

export function signedOut(asked: Asked, technical: string): PortError {
  return new PortError({
    side: asked.side,
    kind: 'signedOut',
    what: phrase('port.signedOut', { system: TRAITS[asked.side].name }),
    technical: said(asked, technical),
  });
}

/**
 * Nothing usable came back. A read can simply be tried again; a write may have been carried out,
 * so that somebody has to look first.
 */
export function noAnswer(asked: Asked, technical: string): PortError {
  const values = { system: TRAITS[asked.side].name, ...subjectValues(asked.subject) };
  return new PortError({
    side: asked.side,
    kind: asked.write ? 'outcomeUnknown' : 'unreachable',
    what: phrase(asked.write ? 'port.outcomeUnknown' : 'port.unreachable', values),
    technical: said(asked, technical),
  });
}

export const RETRY_AFTER_MS_DEFAULT = 60_000;

/** @param waitMs from `nowMs` on, as the system asks */
export function busy(asked: Asked, technical: string, waitMs: number, nowMs: number): PortError {
  return new PortError({
    side: asked.side,
    kind: 'busy',
    what: phrase('port.busy', {
      system: TRAITS[asked.side].name,
      seconds: Math.ceil(waitMs / 1000),
    }),
    technical: said(asked, technical),
    notBeforeMs: nowMs + waitMs,
  });
}

export function noPermission(asked: Asked, technical: string): PortError {
  return new PortError({
    side: asked.side,
    kind: 'noPermission',
    what: phrase('port.noPermission', { system: TRAITS[asked.side].name }),
    technical: said(asked, technical),
  });
}

export function changedMeanwhile(asked: Asked, technical: string): PortError {
  return new PortError({
    side: asked.side,
    kind: 'changedMeanwhile',
    what: phrase('port.changedMeanwhile', {
      system: TRAITS[asked.side].name,
      ...subjectValues(asked.subject),
    }),
    technical: said(asked, technical),
  });
}

/**
 * An answer that is not what the contract says. `field` is the path inside the row. A write's
 * answer that cannot be read leaves open whether it was carried out.
 */
export function malformed(asked: Asked, field: string, technical: string): PortError {
  if (asked.write) return noAnswer(asked, `${field}: ${technical}`);
  return new PortError({
    side: asked.side,
    kind: 'malformed',
    what: phrase('port.malformed', {
      system: TRAITS[asked.side].name,
      field,
      ...subjectValues(asked.subject),
    }),
    technical: said(asked, `${field}: ${technical}`),
  });
}

/** Refused for good: the sentence says why. */
export function refused(asked: Asked, what: PortError['what'], technical: string): PortError {
  return new PortError({
    side: asked.side,
    kind: 'refused',
    what,
    technical: said(asked, technical),
  });
}

/** Nothing may be written now: it was not sent. */
export function forbidden(asked: Asked, what: PortError['what']): PortError {
  const technical = said(asked, 'not sent');
  return new PortError({ side: asked.side, kind: 'forbidden', what, technical });
}

function said(asked: Asked, technical: string): string {
  return technicalText(`${asked.method} ${asked.path}:`, technical);
}
