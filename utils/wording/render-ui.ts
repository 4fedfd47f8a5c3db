/** Texts of our own pages. */
import type { Locale } from './locale';
import type { PhraseValues } from './phrase';
import { speak } from './speak';

/** Name of a text of the screens. */
export type UiKey = keyof typeof import('./en/ui').ui;

/** A text of the screens in the given language, which is loaded before (`load.ts`). */
export function renderUi(key: UiKey, values: PhraseValues | undefined, locale: Locale): string {
  return speak('ui', key, values, locale);
}
