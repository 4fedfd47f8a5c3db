import { expect, test } from 'vitest';
import { FIGHTS_PER_MINUTE_MAX, Fights } from '../../../utils/guest/fights';
import { opensPanel } from '../../../utils/guest/opens-panel';
import { realmIn } from '../../../utils/guest/realm';
import { wordsIn } from '../../../utils/guest/words';

test('a guest gives in after the last fight of a minute, and may come back later', () => {
  const fights = new Fights();
  for (let at = 0; at < FIGHTS_PER_MINUTE_MAX; at++) expect(fights.mayFight(at)).toBe(true);
  expect(fights.mayFight(59_999)).toBe(false);
  expect(fights.mayFight(60_000)).toBe(true);
});

test.each([
  ['/integrations/quickbooks', true],
  ['/Integrations/QuickBooks/', true],
  ['/#/integrations/quickbooks?tab=1', true],
  ['/integrations', false],
  ['/integrations/quickbooks/history', false],
])('TPS page %s opens the panel: %s', (path, opens) => {
  expect(opensPanel(new URL(path, 'https://app.tpssoftware.com'))).toBe(opens);
});

test.each([
  ['a=1; qbo.currentcompanyid=9341; b=2', '9341'],
  ['qbo.currentcompanyid=9341', '9341'],
  ['xqbo.currentcompanyid=1', null],
  ['qbo.currentcompanyid=', null],
  ['', null],
])('cookies %j show company %j', (cookies, realm) => {
  expect(realmIn(cookies)).toBe(realm);
});

test('speaks both languages', () => {
  expect(wordsIn('en').open).toBe('Open sync panel');
  expect(wordsIn('fr').open).toBe('Ouvrir le panneau de synchronisation');
});
