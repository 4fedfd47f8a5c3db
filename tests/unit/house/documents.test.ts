/** What the documents name is there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = ['README.md', 'docs/architecture.md', 'docs/domain.md', 'docs/glossary.md'];

/** `sync/gate.ts`, `utils/tps/paths.ts`, `tests/e2e/undo.test.ts`; not with a wildcard. */
const FILE = /`((?:[\w-]+\/)+[\w.-]+\.(?:ts|tsx|mjs))`/g;
const LINK = /\]\(([^)#]+)\)/g;

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names files that are there', () => {
    const named = [...text.matchAll(FILE)].map(([, file = '']) => file);
    const missing = named.filter((file) => !existsSync(file) && !existsSync(`utils/${file}`));
    expect(missing).toEqual([]);
  });

  it('links to pages that are there', () => {
    const folder = document.includes('/') ? 'docs/' : '';
    const links = [...text.matchAll(LINK)].map(([, link = '']) => link);
    const own = links.filter((link) => !/^https?:/.test(link));
    expect(own.filter((link) => !existsSync(`${folder}${link}`))).toEqual([]);
  });
});
