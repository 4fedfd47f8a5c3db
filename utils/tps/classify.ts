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
import { retryAfterMs } from '../http/retry-after';
import type { Answer } from '../http/send';
import { PortError } from '../port/port-error';
import { subjectValues } from '../port/subject';
import { type Phrase, phrase } from '../wording/phrase';
import { problem, type WireProblem } from './schemas';

/** A refusal that keeps its HTTP status, so that *not found* can be told from the others. */
export class TpsRefusal extends PortError {
  readonly status: number;
  constructor(base: PortError, status: number) {
    const { side, kind, what, technical } = base;
    super({ side, kind, what, technical });
    this.status = status;
  }
}

/** What is wrong with an answer, or null when it is a good one. `body` is undefined for no JSON. */
export function classify(
  answer: Answer,
  body: unknown,
  asked: Asked,
  nowMs: number,
): PortError | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  const found = problemOf(body);
  const technical = technicalOf(found, status);
  switch (status) {
    case 401:
      return signedOut(asked, technical);
    case 403:
      return noPermission(asked, technical);
    case 409:
      return isDuplicate(found)
        ? refused(asked, duplicatePhrase(asked), technical)
        : changedMeanwhile(asked, technical);
    case 404:
      return new TpsRefusal(refused(asked, phrase('port.gone', aboutOf(asked)), technical), status);
    case 429:
      return busy(asked, technical, retryAfterMs(answer, nowMs), nowMs);
  }
  if (status >= 500) return noAnswer(asked, technical);
  if (body === undefined) return malformed(asked, `HTTP ${status}`, answer.text.slice(0, 80));
  return refused(asked, refusalPhrase(found, asked), technical);
}

/** A refusal because of the token, not of a permission: nothing was executed. */
export function isStaleToken(answer: Answer, body: unknown): boolean {
  if (answer.status !== 403 && answer.status !== 400) return false;
  const { type, title, detail } = problemOf(body);
  return /xsrf|csrf|antiforgery/i.test(`${type} ${title} ${detail}`);
}

/** The problem JSON of an answer; empty when it has none. */
function problemOf(body: unknown): WireProblem {
  const parsed = problem.safeParse(body ?? {});
  return parsed.success ? parsed.data : { type: '', title: '', detail: '', errors: null };
}

function isDuplicate({ type, title, errors }: WireProblem): boolean {
  return /duplicate/i.test(`${type} ${title}`) || errors?.number !== undefined;
}

function refusalPhrase(found: WireProblem, asked: Asked): Phrase {
  const detail = wordsOf(found);
  if (asked.subject.type === 'client' && found.errors?.code !== undefined && /used/i.test(detail)) {
    return phrase('port.duplicateCode', { code: /\bID (\S+)/.exec(detail)?.[1] ?? '?' });
  }
  if (found.errors?.email !== undefined) return phrase('port.invalidEmail', aboutOf(asked));
  return phrase('port.againstRule', { ...aboutOf(asked), detail });
}

function duplicatePhrase(asked: Asked): Phrase {
  const { label } = asked.subject;
  return phrase('port.duplicateNumber', { system: 'TPS', holder: 'Invoice', number: label });
}

function aboutOf(asked: Asked) {
  return { system: 'TPS', ...subjectValues(asked.subject) };
}

function wordsOf(found: WireProblem): string {
  const fields = Object.entries(found.errors ?? {}).flatMap(([field, texts]) =>
    texts.filter((text) => text !== found.detail).map((text) => `${field}: ${text}`),
  );
  const words = [found.detail || found.title, ...fields].filter(Boolean).join(' ');
  return words.length > 200 ? `${words.slice(0, 199)}…` : words || '?';
}

function technicalOf(found: WireProblem, status: number): string {
  return `HTTP ${status} ${found.title} ${wordsOf(found)}`;
}
