/** The sentences of each language as far as they are loaded; `load.ts` brings them. */
import type { Locale } from './locale';

export type Texts = Readonly<Record<string, string>>;

/** Sentences of the core, and texts of the screens, which the worker does not speak. */
export type TextPart = 'core' | 'ui';

const loaded: Record<Locale, Partial<Record<TextPart, Texts>>> = { en: {}, fr: {} };

export function keepTexts(locale: Locale, part: TextPart, texts: Texts): void {
  loaded[locale][part] = texts;
}

/** Undefined where that part of the language is not loaded. */
export function textsOf(locale: Locale, part: TextPart): Texts | undefined {
  return loaded[locale][part];
}
