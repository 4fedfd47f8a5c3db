import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { AppView } from '../../utils/views/views';
import { type Locale, localeOf } from '../../utils/wording/locale';
import { learnLanguage } from './learn-language';

/** Where a page keeps what it spoke last, so that the next one begins in it. */
const KEPT = 'locale';

/** What is spoken until the user's choice is known: what was spoken last, else as the browser does. */
export function firstLocale(): Locale {
  const kept = keptLocale();
  return kept === 'en' || kept === 'fr' ? kept : localeOf('auto', browser.i18n.getUILanguage());
}

/** A framed page may have no storage. */
function keptLocale(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(locale: Locale): void {
  try {
    localStorage.setItem(KEPT, locale);
  } catch {
    // It is asked for again each time.
  }
}

/**
 * The language of the page, and what it shows in it: nothing until the language that was chosen is
 * known and loaded, so that no screen begins in one language and goes on in another.
 */
export function useLocale(view: AppView | null): { locale: Locale; shown: AppView | null } {
  const chosen = view ? localeOf(view.settings.language, browser.i18n.getUILanguage()) : null;
  const [locale, setLocale] = useState(firstLocale);
  const [isSettled, settle] = useState(false);
  useEffect(() => {
    if (chosen === null) return;
    let isLeft = false;
    const speak = (language: Locale | null) => {
      if (isLeft) return;
      if (language) setLocale(language);
      settle(true);
    };
    learnLanguage(chosen).then(
      () => {
        keep(chosen);
        speak(chosen);
      },
      // What cannot be loaded is not spoken.
      () => speak(null),
    );
    return () => {
      isLeft = true;
    };
  }, [chosen]);
  return { locale, shown: isSettled || locale === chosen ? view : null };
}
