/** Every check has its group in the health report, its words in each language, and a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACTS, HEALTH_GROUPS, RULES } from '../../../utils/checks/rules';

const LANGUAGES = readdirSync('utils/wording', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const textsIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const tests = textsIn('tests', '.test.ts');

describe.each(RULES)('the rule %s', (rule) => {
  it('is told in the health report', () => {
    expect(FACTS[rule].groups.length).toBeGreaterThan(0);
    for (const group of FACTS[rule].groups) expect(HEALTH_GROUPS).toContain(group);
  });

  it.each(LANGUAGES)('has its words in %s', (language) => {
    const words = textsIn(`utils/wording/${language}`, '.ts');
    for (const id of [`check.${rule}`, `cause.${rule}`]) expect(words).toContain(`'${id}'`);
  });

  it('is named by a test', () => expect(tests).toMatch(new RegExp(`['.]${rule}\\b`)));
});
