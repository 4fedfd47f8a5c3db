import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { core as english } from '../../../utils/wording/en/core';
import { core as french } from '../../../utils/wording/fr/core';

const UTILS = resolve(import.meta.dirname, '../../../utils');

/** Names of the values that a sentence uses, in all its branches. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visit(each);
    else if (typeof part === 'object' && part !== null) {
      const { type, value, ...rest } = part as { type?: number; value?: unknown };
      // 0 is literal text, 7 the number sign of a plural.
      if (typeof value === 'string' && type !== 0 && type !== 7) names.add(value);
      visit(Object.values(rest));
      visit(value);
    }
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

describe('sentences of the core', () => {
  it('use the same values in both languages', () => {
    const wrong = Object.keys(english).filter((id) => {
      const key = id as keyof typeof english;
      return placeholders(english[key]).join() !== placeholders(french[key]).join();
    });
    expect(wrong).toEqual([]);
  });

  it('are all said somewhere', () => {
    const source = readdirSync(UTILS, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('wording'))
      .map((name) => readFileSync(join(UTILS, name), 'utf8'))
      .join('\n');
    const composed = /^(excel|word|flag)\./;
    const unsaid = Object.keys(english).filter(
      (id) => !composed.test(id) && !source.includes(`'${id}'`),
    );
    expect(unsaid).toEqual([]);
  });
});
