import { core as english } from './en/core';
import { core as french } from './fr/core';
import type { Locale } from './locale';
import type { Phrase } from './phrase';
import { speak, type Texts } from './speak';

const CORE: Record<Locale, Texts> = { en: english, fr: french };

/**
 * A sentence of the core in the given language, English where the language lacks it.
 *
 * @example render(phrase('run.nothingToDo', { agreedCents: 8431022, clients: 212 }), 'fr')
 */
export function render(phrase: Phrase, locale: Locale): string {
  return speak(CORE, phrase.id, phrase.values, locale);
}
