import { expect, test } from 'vitest';
import { policyOf } from '../../../utils/managed/policy';
import { LedgerDatabase } from '../../../utils/store/database';
import { localeNow } from '../../../utils/worker/locale';

type Chosen = 'en' | 'fr' | undefined;

/** A browser in English; `own` is chosen in Settings, `firms` by policy. */
async function desk(own: Chosen, firms: Chosen) {
  const db = new LedgerDatabase(`locale-${own}-${firms}`);
  if (own) await db.settings.put({ key: 'settings', value: { language: own } });
  const policy = async () => policyOf(firms ? { language: firms } : {});
  return { db, policy, uiLanguage: () => 'en-CA' };
}

test.each<[Chosen, Chosen, string]>([
  [undefined, undefined, 'en'],
  ['fr', undefined, 'fr'],
  ['en', 'fr', 'fr'],
])(
  'chosen in Settings %s, by the firm %s: flags and refusals are in %s',
  async (own, firms, locale) => {
    expect(await localeNow(await desk(own, firms))).toBe(locale);
  },
);

test('is the browser’s own where our data cannot be opened', async () => {
  const { db, ...rest } = await desk('en', undefined);
  db.close({ disableAutoOpen: true });
  expect(await localeNow({ ...rest, db, uiLanguage: () => 'fr-CA' })).toBe('fr');
});
