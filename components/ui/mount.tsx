import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { learnLanguage } from './learn-language';
import { browserLocale } from './use-locale';

/** Where no language could be loaded, in both. */
const CANNOT_SPEAK =
  'This page could not be loaded. Close it and open it again. / Cette page n’a pas pu être chargée. Fermez-la et ouvrez-la de nouveau.';

/** Draws a page into its `#root`, once it can speak; what it shows before stands in its own file. */
export async function mount(page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  // Known before the first draw, so that a dark page never starts light.
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  try {
    await learnLanguage(browserLocale());
  } catch {
    root.textContent = CANNOT_SPEAK;
    return;
  }
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
