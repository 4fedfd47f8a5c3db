/** The sentences of one language, from files of the extension which its build makes. */
import type { Locale } from './locale';
import { keepTexts, type TextPart, type Texts, textsOf } from './texts';

/** Where the build puts them, seen from any page or worker of the extension. */
export function textsFile(locale: Locale, part: TextPart): string {
  return `wording/${part}.${locale}.json`;
}

/**
 * Until then a sentence is shown by its name. Loads nothing twice; rejects where a file cannot be read.
 *
 * @param read gives what a file of the extension holds
 */
export async function loadTexts(
  locale: Locale,
  parts: readonly TextPart[],
  read: (file: string) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    parts.map(async (part) => {
      if (textsOf(locale, part)) return;
      const file = textsFile(locale, part);
      const texts = await read(file);
      if (!areTexts(texts)) throw new Error(`not a file of texts: ${file}`);
      keepTexts(locale, part, texts);
    }),
  );
}

function areTexts(value: unknown): value is Texts {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
