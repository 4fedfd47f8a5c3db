import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Formats, formatsOf, type Locale } from '../../utils/wording/locale';
import type { Phrase, PhraseValues } from '../../utils/wording/phrase';
import { render } from '../../utils/wording/render';
import { renderUi, type UiKey } from '../../utils/wording/render-ui';

/** How a component speaks: texts of the screens, sentences of the core, and the formats. */
export interface Wording extends Formats {
  locale: Locale;
  /** A text of the screens: `t('plan.changes', { changes: 47 })`. */
  t(key: UiKey, values?: PhraseValues): string;
  /** A sentence of the core. */
  say(phrase: Phrase): string;
}

const LocaleContext = createContext<Locale>('en');

/** Gives everything below it a language. */
export function WordingProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** Texts and formats in the language of the screen. Stable as long as the language is. */
export function useWording(): Wording {
  const locale = useContext(LocaleContext);
  return useMemo(
    () => ({
      locale,
      ...formatsOf(locale),
      t: (key, values) => renderUi(key, values, locale),
      say: (phrase) => render(phrase, locale),
    }),
    [locale],
  );
}
