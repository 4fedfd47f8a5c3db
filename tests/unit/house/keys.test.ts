/** Keys of records are put together in one place, where ids are encoded: an id may hold a colon. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allSources } from './sources';

const MAKES_KEYS = 'utils/ledger/record-key.ts';

const OF_A_LIST = 'tells the rows of one list on the screen apart, and is never taken apart';
const COMPARED = 'is compared as a whole, and never taken apart';
const OF_ROWS = 'made of keys that are encoded already, or of names of ours';

/** What looks like a key of a record, and is none that anybody stores or takes apart. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'utils/wording/speak.ts': OF_ROWS,
  'utils/worker/pair.ts': OF_ROWS,
  'utils/ledger/mappings.ts': OF_ROWS,
  'utils/http/field-differences.ts': 'takes a sentence of the library apart, no key',
  'utils/ledger/fold-credits.ts':
    'the version of a document that is made of several: ids of QuickBooks',
  'utils/shared-setup/news.ts': 'the first word of a key alone',
  'utils/ledger/document-id.ts': OF_ROWS,
  'utils/store/cutoff.ts': OF_ROWS,
  'utils/store/kept-rows.ts': OF_ROWS,
  'utils/store/quarantine.ts': OF_ROWS,
  'utils/shared-setup/rows.ts': 'the form that stands in QuickBooks: it has a reader of its own',
  'utils/store/to-version-4.ts': 'an upgrade uses nothing of ours that may change',
  'utils/ledger/content.ts': COMPARED,
  'utils/sync/plan/shelves.ts': COMPARED,
  'utils/sync/plan/payment-rules.ts': COMPARED,
  'utils/views/setup-clients.ts': OF_A_LIST,
  'utils/health/groups/closed-period.ts': OF_A_LIST,
  'utils/health/groups/collisions.ts': OF_A_LIST,
  'utils/health/groups/duplicate-names.ts': OF_A_LIST,
  'utils/health/groups/foreign-documents.ts': OF_A_LIST,
  'utils/health/groups/numbers.ts': OF_A_LIST,
  'utils/health/groups/unread.ts': OF_A_LIST,
};

/** `${side}:${id}`, `tps:${id}`, `key.split(':')`, `key.split('|')`. */
const BY_HAND = /\$\{[^`{}]*\}[:|]\$\{|`(?:tps|qbo):\$\{|\.split\('[:|]'\)/;

function keysByHand(text: string): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return BY_HAND.test(code);
}

it('knows a key that is made or taken apart by hand', () => {
  const open = '$' + '{';
  const made = [`\`${open}side}:${open}id}\``, `\`tps:${open}id}\``];
  for (const line of [...made, "key.split(':')", "key.split('|')"]) {
    expect(keysByHand(`const it = ${line};`)).toBe(true);
    expect(keysByHand(`/** ${line} */`)).toBe(false);
  }
  expect(keysByHand('sideKey(side, id)')).toBe(false);
});

it('finds none outside of the place where they are made', () => {
  const files = allSources().map(({ file }) => file);
  const found = files.filter((file) => keysByHand(readFileSync(file, 'utf8')));
  expect(found.filter((file) => file !== MAKES_KEYS && !(file in OTHERWISE))).toEqual([]);
  expect(Object.keys(OTHERWISE).filter((file) => !found.includes(file))).toEqual([]);
});
