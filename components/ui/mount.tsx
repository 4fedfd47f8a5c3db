import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { learnLanguage } from './learn-language';
import { firstLocale } from './use-locale';

/** Where no language could be loaded, or a part of the page is gone, in both. */
const CANNOT_SPEAK = {
  'en-CA': 'This page could not be loaded. Close it and open it again.',
  'fr-CA': 'Cette page n’a pas pu être chargée. Fermez-la et ouvrez-la de nouveau.',
};

/** Draws a page into its `#root`, once it can speak; what it shows before stands in its own file. */
export async function mount(page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  // Known before the first draw, so that a dark page never starts light.
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  try {
    await learnLanguage(firstLocale());
  } catch {
    sayThatItIsGone(root);
    return;
  }
  // Without this a page of which a part cannot be loaded would be left blank.
  const onUncaughtError = (error: unknown) => {
    reportError(error);
    // React empties the root after this.
    setTimeout(() => sayThatItIsGone(root));
  };
  createRoot(root, { onUncaughtError }).render(<StrictMode>{page}</StrictMode>);
}

function sayThatItIsGone(root: HTMLElement): void {
  const main = document.createElement('main');
  main.className = 'lb-gone';
  for (const [lang, text] of Object.entries(CANNOT_SPEAK)) {
    const said = document.createElement('p');
    Object.assign(said, { lang, textContent: text });
    main.append(said);
  }
  root.replaceChildren(main);
}
