import { ownJson } from '../platform/own-file';
import { loadTexts } from '../wording/load';
import type { Locale } from '../wording/locale';

const LANGUAGES: readonly Locale[] = ['en', 'fr'];

/**
 * What the worker says in words: flags, refusals to guests, exports. In both languages, since a file of
 * mappings is read whatever language it is in. Asked again, it loads nothing twice.
 */
export async function learnSentences(): Promise<void> {
  await Promise.all(LANGUAGES.map((language) => loadTexts(language, ['core'], ownJson)));
}
