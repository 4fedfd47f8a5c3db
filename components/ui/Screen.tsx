import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { Locale } from '../../utils/wording/locale';
import { renderUi, type UiKey } from '../../utils/wording/render-ui';
import { theme } from './theme';
import { WordingProvider } from './wording';

/** Follows the system and keeps nothing: a framed page has no storage of its own to rely on. */
const followSystem: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The ground of an extension page: theme, language, title. */
export function Screen(props: { locale: Locale; title: UiKey; children: ReactNode }) {
  const { locale, title, children } = props;
  useEffect(() => {
    document.documentElement.lang = locale === 'fr' ? 'fr-CA' : 'en-CA';
    document.title = renderUi(title, undefined, locale);
  }, [locale, title]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={followSystem}>
      <WordingProvider locale={locale}>{children}</WordingProvider>
    </MantineProvider>
  );
}
