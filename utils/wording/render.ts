import type { Locale } from './locale';
import type { Phrase } from './phrase';
import { speak } from './speak';

/**
 * A sentence of the core in the given language, English where the language lacks it. The language is
 * loaded before (`load.ts`).
 *
 * @example render(phrase('run.nothingToDo', { agreedCents: 8431022, clients: 212 }), 'fr')
 */
export function render(phrase: Phrase, locale: Locale): string {
  return speak('core', phrase.id, phrase.values, locale);
}
