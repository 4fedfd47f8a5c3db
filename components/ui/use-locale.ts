import { browser } from 'wxt/browser';
import type { AppView } from '../../utils/views/views';
import { type Locale, localeOf } from '../../utils/wording/locale';

/** The language of the page: the browser's until the user's choice is known. */
export function useLocale(view: AppView | null): Locale {
  return localeOf(view?.settings.language ?? 'auto', browser.i18n.getUILanguage());
}
