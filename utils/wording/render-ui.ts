/** Texts of our own pages, apart from `render.ts` so that the guests need not carry them. */
import { ui as english } from './en/ui';
import { ui as french } from './fr/ui';
import type { Locale } from './locale';
import type { PhraseValues } from './phrase';
import { speak, type Texts } from './speak';

/** Name of a text of the screens. */
export type UiKey = keyof typeof english;

const UI: Record<Locale, Texts> = { en: english, fr: french };

/** A text of the screens in the given language. */
export function renderUi(key: UiKey, values: PhraseValues | undefined, locale: Locale): string {
  return speak(UI, key, values, locale);
}
