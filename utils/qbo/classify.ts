import {
  type Asked,
  busy,
  changedMeanwhile,
  malformed,
  noAnswer,
  noPermission,
  refused,
  signedOut,
} from '../http/failures';
import { looksLikeHtml, readJson } from '../http/read-json';
import { retryAfterMs } from '../http/retry-after';
import type { Answer } from '../http/send';
import { PortError } from '../port/port-error';
import { phrase } from '../wording/phrase';
import { errorsOf, type QboError, technicalOf } from './fault';
import { refusalPhrase, refusalsPhrase } from './fault-phrase';

/** A refusal that keeps QBO's errors, so that the port can name who holds a number or a name. */
export class QboRefusal extends PortError {
  readonly error: QboError;
  constructor(base: PortError, error: QboError) {
    super({
      side: base.side,
      kind: base.kind,
      what: base.what,
      technical: base.technical,
    });
    this.error = error;
  }
}

/**
 * What is wrong with an answer, or null when it is a good one. Status first, then the fault: even
 * a 200 can carry one (Intuit docs; batch items). `body`: its JSON, undefined when it is none.
 */
export function classify(
  answer: Answer,
  body: unknown,
  asked: Asked,
  nowMs: number,
): PortError | null {
  const { status } = answer;
  const errors = errorsOf(body);
  const technical = technicalOf(errors, status);
  const has = (code: string): boolean => errors.some((error) => error.code === code);
  if (status === 429 || has('3001')) {
    return busy(asked, technical, retryAfterMs(answer, nowMs), nowMs);
  }
  if (has('120')) return noAccess(asked, technical);
  if (has('3100')) return noPermission(asked, technical);
  if (status === 401 || has('3200')) return signedOut(asked, technical);
  if (status === 403) return noPermission(asked, technical);
  if (status >= 500) return noAnswer(asked, technical);
  const [error] = errors;
  if (error) return refusalOf(error, errors, asked, technical);
  if (status >= 200 && status < 300) return null;
  if (status === 400 && /number of cookies/i.test(answer.text))
    return tooManyCookies(asked, status);
  if (looksLikeHtml(answer)) return htmlFailure(answer, asked);
  return malformed(asked, `HTTP ${status}`, answer.text.slice(0, 80));
}

function refusalOf(
  error: QboError,
  errors: readonly QboError[],
  asked: Asked,
  technical: string,
): PortError {
  if (error.code === '5010') return changedMeanwhile(asked, technical);
  if (error.code === '10000') return noAnswer(asked, technical);
  const what = refusalsPhrase(errors, asked.subject) ?? refusalPhrase(error, asked.subject);
  return new QboRefusal(refused(asked, what, technical), error);
}

/** Code 120: the signed-in user has no access to the paired company. */
function noAccess(asked: Asked, technical: string): PortError {
  return new PortError({
    side: asked.side,
    kind: 'wrongBooks',
    what: phrase('port.noAccess', { system: 'QuickBooks' }),
    technical: `${asked.method} ${asked.path}: ${technical}`,
  });
}

/** Intuit's front refuses a request with over 200 cookies (qb-cli); only the user can clear them. */
function tooManyCookies(asked: Asked, status: number): PortError {
  return new PortError({
    side: asked.side,
    kind: 'unreachable',
    what: phrase('port.tooManyCookies', { system: 'QuickBooks' }),
    technical: `${asked.method} ${asked.path}: HTTP ${status} too many cookies`,
  });
}

function htmlFailure(answer: Answer, asked: Asked): PortError {
  try {
    readJson(answer, asked);
  } catch (error) {
    if (error instanceof PortError) return error;
  }
  return malformed(asked, 'JSON', `HTTP ${answer.status}`);
}
