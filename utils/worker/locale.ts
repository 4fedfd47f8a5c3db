import { settingsUnder } from '../messages/under-policy';
import { type Locale, localeOf } from '../wording/locale';
import type { Desk } from './desk';
import { settingsOf } from './settings';

/**
 * The language of whoever works in this browser: what the firm or the person has chosen, else the
 * browser's own. Also where our own data cannot be opened.
 */
export async function localeNow(desk: Pick<Desk, 'db' | 'policy' | 'uiLanguage'>): Promise<Locale> {
  const browsers = desk.uiLanguage?.() ?? 'en';
  try {
    const { language } = settingsUnder(await desk.policy(), await settingsOf(desk.db));
    return localeOf(language, browsers);
  } catch {
    return localeOf('auto', browsers);
  }
}
