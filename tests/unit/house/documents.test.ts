/** What the documents name is there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LedgerDatabase } from '../../../utils/store/database';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/a-run.md',
  'docs/architecture.md',
  'docs/decisions.md',
  'docs/domain.md',
  'docs/glossary.md',
  'docs/stored-data.md',
  'tests/README.md',
];

/** `sync/gate.ts`, `utils/tps/paths.ts`, `tests/e2e/undo.test.ts`; not with a wildcard. */
const FILE = /`((?:[\w-]+\/)+[\w.-]+\.(?:ts|tsx|mjs))`/g;
const LINK = /\]\(([^)#]+)\)/g;

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names files that are there', () => {
    const named = [...text.matchAll(FILE)].map(([, file = '']) => file);
    const missing = named.filter(
      (file) => !existsSync(file) && !existsSync(`utils/${file}`) && !existsSync(`tests/${file}`),
    );
    expect(missing).toEqual([]);
  });

  it('links to pages that are there', () => {
    const folder = document.includes('/') ? `${document.split('/')[0]}/` : '';
    const links = [...text.matchAll(LINK)].map(([, link = '']) => link);
    const own = links.filter((link) => !/^https?:/.test(link));
    expect(own.filter((link) => !existsSync(`${folder}${link}`))).toEqual([]);
  });
});

/** Every table of the database, as the document lists them. */
it('stored-data.md lists every table', () => {
  const tables = new LedgerDatabase('documents').tables.map(({ name }) => name);
  const listed = [...readFileSync('docs/stored-data.md', 'utf8').matchAll(/^\| `(\w+)` +\|/gm)];
  expect(listed.map(([, name]) => name).sort()).toEqual(tables.sort());
});
