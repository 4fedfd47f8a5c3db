import type { Subject } from '../port/subject';
import { subjectValues } from '../port/subject';
import { type Phrase, phrase } from '../wording/phrase';
import type { QboError } from './fault';

/**
 * What a refusal of QBO says to a person. The code and QBO's own text stay in the technical
 * details; only where we know nothing better is QBO's text quoted.
 */
export function refusalPhrase(error: QboError, subject: Subject): Phrase {
  const about = { system: 'QuickBooks', ...subjectValues(subject) };
  const own = ownWords(error);
  switch (error.code) {
    case '6140':
      return phrase('port.duplicateNumber', {
        ...about,
        holder: numberHolder(error)?.type ?? 'Invoice',
        number: numberIn(own) || subject.label,
      });
    case '6240':
      return phrase('port.duplicateName', { ...about, name: subject.label });
    case '6210':
      return phrase('port.periodClosed', about);
    case '6540':
      return phrase('port.deposited', about);
    case '610':
      return phrase(
        /another user has deleted/i.test(own) ? 'port.gone' : 'port.goneOrInactive',
        about,
      );
    case '2500':
      return phrase('port.inactiveReference', { ...about, field: error.element || '?' });
    case '620':
      return phrase('port.cannotLink', about);
    case '2050':
      return phrase('port.textTooLong', { ...about, field: error.element || '?' });
    case '2210':
      return phrase('port.invalidEmail', about);
    // Also for one bad e-mail address on a whole page of a list (IppDotNetSdk issue 111).
    case '4002':
      return phrase('port.queryRefused', { ...about, detail: own });
    case '6190':
      return phrase('port.subscriptionEnded', about);
    case '6430':
      return phrase('port.wrongAccount', about);
    case '6000':
      return businessPhrase(own, about, subject);
    default:
      if (isBalanceOf(subject, own)) return phrase('port.hasBalance', about);
      return phrase('port.refused', { ...about, detail: own });
  }
}

/** Only a client is made inactive: of a document the words mean something else. */
function isBalanceOf({ type }: Subject, own: string): boolean {
  return type === 'client' && /non-zero balance|open balance/i.test(own);
}

/** So many of QBO's sentences are told. */
const TOLD_MAX = 4;

/** What a refusal of several errors says: one sentence where all mean the same, else QBO's own words of all. */
export function refusalsPhrase(errors: readonly QboError[], subject: Subject): Phrase | null {
  const [first, ...others] = errors.map((error) => refusalPhrase(error, subject));
  if (!first) return null;
  if (others.every((other) => JSON.stringify(other) === JSON.stringify(first))) return first;
  const words = [...new Set(errors.map(ownWords))];
  const detail = words.slice(0, TOLD_MAX).join(' ');
  return phrase('port.refused', { system: 'QuickBooks', ...subjectValues(subject), detail });
}

function businessPhrase(
  own: string,
  about: Record<string, string | number>,
  subject: Subject,
): Phrase {
  if (/GST\/HST|tax rate|sales tax/i.test(own)) return phrase('port.taxCodeMissing', about);
  if (/0 or greater/i.test(own)) return phrase('port.negativeTotal', about);
  if (isBalanceOf(subject, own)) return phrase('port.hasBalance', about);
  if (/deposited/i.test(own)) return phrase('port.deposited', about);
  return phrase('port.refused', { ...about, detail: own });
}

/** QBO's sentence without the repeated title: `Stale Object Error : You and …` is `You and …`. */
export function ownWords(error: QboError): string {
  const detail = error.detail || error.message;
  const afterTitle = /^[A-Z][\w ]{2,60} ?: (?=\S)/.exec(detail);
  const words = afterTitle ? detail.slice(afterTitle[0].length) : detail;
  return words.length > 200 ? `${words.slice(0, 199)}…` : words;
}

function numberIn(own: string): string {
  return /DocNumber=(\S+)/.exec(own)?.[1] ?? '';
}

/** Type and id of the document that has the number already (6140). */
export function numberHolder(error: QboError): { type: string; id: string } | null {
  const match = /TxnType=(\w+) with TxnId=(\d+)/.exec(error.detail);
  const [, type, id] = match ?? [];
  return type && id ? { type, id } : null;
}
