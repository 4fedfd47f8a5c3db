import type { Refusal } from '../messages/ask';
import { PortError } from '../port/port-error';
import { RunStop } from '../runner/stop';
import type { Locale } from '../wording/locale';
import { type Phrase, phrase } from '../wording/phrase';
import { render } from '../wording/render';

/** Thrown by a handler that will not do what was asked. */
export class DeskRefusal extends Error {
  constructor(
    readonly what: Phrase,
    readonly technical: string | null = null,
  ) {
    super(what.id);
    this.name = 'DeskRefusal';
  }
}

/** With the sentence in words, for a guest inside a web page. */
export function inWords(refusal: Refusal, locale: Locale): Refusal {
  return { ...refusal, said: render(refusal.what, locale) };
}

/** Any error as a sentence for people, with the details folded away. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof PortError) return { what: error.what, technical: error.technical };
  if (error instanceof DeskRefusal) return { what: error.what, technical: error.technical };
  if (error instanceof RunStop) return { what: error.reason, technical: error.technical };
  const technical = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
  return {
    what: phrase(whyNotOpen(error) ?? 'request.failed'),
    technical: technical.slice(0, 500),
  };
}

/** Names of errors that Dexie gives a database which cannot be opened: its *Dexie.errnames*. */
const NOT_OPEN: ReadonlySet<string> = new Set([
  'OpenFailedError',
  'DatabaseClosedError',
  'UnknownError',
  'InvalidStateError',
  'MissingAPIError',
]);

/** Our own data cannot be opened; null for any other error. */
function whyNotOpen(error: unknown): 'store.newer' | 'store.cannotOpen' | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'VersionError') return 'store.newer';
  const within = 'inner' in error ? whyNotOpen(error.inner) : null;
  return within ?? (NOT_OPEN.has(error.name) ? 'store.cannotOpen' : null);
}
