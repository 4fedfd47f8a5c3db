/** What a system is like stands in one table; nobody else names its host. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAwake, TRAITS } from '../../../utils/ledger/traits';
import { allSources } from '../house/sources';
import { client } from '../sync/make';

const HOSTS = /\b(?:app\.tpssoftware\.com|qbo\.intuit\.com)\b/;

/** Without comments, which may give an example. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

it('only the table names a host', () => {
  expect(HOSTS.test(code(`const A = '${TRAITS.qbo.origin}/api'; // ours`))).toBe(true);
  expect(HOSTS.test(code('/** @example https://qbo.intuit.com/app */'))).toBe(false);
  const naming = allSources().filter(({ file }) => HOSTS.test(code(readFileSync(file, 'utf8'))));
  expect(naming.map(({ file }) => file)).toEqual(['utils/ledger/traits.ts']);
});

it('an inactive client of TPS takes documents, one of QuickBooks does not', () => {
  expect(isAwake(client('tps', '1', { status: 'inactive' }))).toBe(true);
  expect(isAwake(client('tps', '1', { status: 'deleted' }))).toBe(false);
  expect(isAwake(client('qbo', '1', { status: 'inactive' }))).toBe(false);
  expect(isAwake(client('qbo', '1'))).toBe(true);
});
