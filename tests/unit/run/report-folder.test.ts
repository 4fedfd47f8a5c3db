import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishReport } from '../../run/tour/report-folder';

test('a report takes the place of an earlier one, and of nothing else', () => {
  const temp = mkdtempSync(join(tmpdir(), 'ledger-bridge-report-'));
  try {
    const [draft, out] = [join(temp, 'draft'), join(temp, 'out')];
    for (const folder of [draft, out]) mkdirSync(folder);
    for (const file of ['01-old.png', 'summary.json', 'mine.png', 'notes.txt'])
      writeFileSync(join(out, file), 'old');
    for (const file of ['01-new.png', 'summary.json', 'core.1'])
      writeFileSync(join(draft, file), 'new');
    expect(publishReport(draft, out)).toEqual(['01-new.png', 'summary.json']);
    expect(readdirSync(out).sort()).toEqual([
      '01-new.png',
      'mine.png',
      'notes.txt',
      'summary.json',
    ]);
    expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe('new');
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
});
