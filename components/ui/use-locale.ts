import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { AppView } from '../../utils/views/views';
import { type Locale, localeOf } from '../../utils/wording/locale';
import { learnLanguage } from './learn-language';

/** What is spoken where nobody has chosen. */
export function browserLocale(): Locale {
  return localeOf('auto', browser.i18n.getUILanguage());
}

/** The language of the page: the browser's until the user's choice is known, and loaded. */
export function useLocale(view: AppView | null): Locale {
  const language = view?.settings.language ?? 'auto';
  const chosen = localeOf(language, browser.i18n.getUILanguage());
  const [spoken, setSpoken] = useState(browserLocale);
  useEffect(() => {
    let isLeft = false;
    // What cannot be loaded is not spoken.
    learnLanguage(chosen).then(
      () => isLeft || setSpoken(chosen),
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [chosen]);
  return spoken;
}
