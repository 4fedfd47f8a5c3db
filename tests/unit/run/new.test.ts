/** The generator of common additions: what it writes, how much it touches, and what it refuses. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { additionOf } from '../../run/new/additions';
import { apply, CannotAdd } from '../../run/new/edits';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ledger-bridge-new-'));
  for (const folder of ['utils', 'components/setup']) {
    cpSync(folder, join(root, folder), { recursive: true });
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const make = (...args: string[]) => apply(root, additionOf(args));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

describe('npm run new', () => {
  it('makes a check in six files', () => {
    const files = make('check', 'oddFee', 'currency');
    expect(files).toHaveLength(6);
    expect(textOf('utils/checks/odd-fee.ts')).toContain('export const oddFee: Check');
    expect(textOf('utils/checks/rules.ts')).toMatch(/ {2}'oddFee',\n\] as const;/);
    expect(textOf('utils/checks/rules.ts')).toContain(
      "oddFee: { waysOut: ['exclude'], groups: ['currency']",
    );
    expect(textOf('utils/checks/all.ts')).toContain("import { oddFee } from './odd-fee';");
    for (const language of ['en', 'fr']) {
      expect(textOf(`utils/wording/${language}/core.ts`)).toContain("'check.oddFee': 'TODO");
      expect(textOf(`utils/wording/${language}/core.ts`)).toContain("'cause.oddFee': 'TODO");
    }
  });

  it('makes a kind of mapping in at most ten files', () => {
    expect(make('mapping', 'oddTerm', 'banks').length).toBeLessThanOrEqual(10);
    expect(textOf('utils/ledger/mappings.ts')).toContain(", 'oddTerm'] as const;");
    expect(textOf('components/setup/mappings.ts')).toContain("banks: ['oddTerm', ");
  });

  it('makes a flag and a request', () => {
    expect(make('flag', 'oddMoney', 'foreignCurrency')).toHaveLength(4);
    expect(textOf('utils/views/flag-of.ts')).toContain("foreignCurrency: 'oddMoney',");
    expect(make('request', 'client.oddOrder', 'decisions')).toHaveLength(3);
    expect(textOf('utils/messages/table/decisions.ts')).toContain("'client.oddOrder': {");
    expect(textOf('utils/worker/handlers.ts')).toContain("'client.oddOrder': async () => {");
  });

  it.each([
    [[]],
    [['check', 'Late Fee', 'currency']],
    [['check', 'oddFee', 'nowhere']],
    [['flag', 'late', 'noRule']],
    [['request', 'merge', 'decisions']],
    [['mapping', 'oddTerm', 'preview']],
  ])('says what is wrong with %j', (args) => {
    expect(() => make(...args)).toThrow(CannotAdd);
  });

  it('writes nothing where a part has no place, or is there already', () => {
    make('check', 'oddFee', 'currency');
    const before = textOf('utils/wording/en/core.ts');
    expect(() => make('check', 'oddFee', 'currency')).toThrow(/is there already/);
    expect(textOf('utils/wording/en/core.ts')).toBe(before);
    const lost = { file: 'utils/checks/all.ts', before: 'no such line', insert: 'x' };
    const first = { file: 'utils/checks/rules.ts', before: '};', insert: '  // x\n' };
    expect(() => apply(root, [first, lost])).toThrow(/no line that begins/);
    expect(textOf('utils/checks/rules.ts')).not.toContain('// x');
  });
});
