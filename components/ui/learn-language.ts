import { ownJson } from '../../utils/platform/own-file';
import { loadTexts } from '../../utils/wording/load';
import type { Locale } from '../../utils/wording/locale';

/** Everything that a screen says in that language. Asked again, it loads nothing twice. */
export function learnLanguage(locale: Locale): Promise<void> {
  return loadTexts(locale, ['core', 'ui'], ownJson);
}
