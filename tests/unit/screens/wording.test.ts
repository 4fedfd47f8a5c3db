import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { VERBS } from '../../../utils/views/views';
import { ui as english } from '../../../utils/wording/en/ui';
import { ui as french } from '../../../utils/wording/fr/ui';
import { formatsOf, localeOf } from '../../../utils/wording/locale';
import { render } from '../../../utils/wording/render';
import { renderUi } from '../../../utils/wording/render-ui';
import { formatMessage } from '../../../utils/wording/speak';

const ROOT = resolve(import.meta.dirname, '../../..');
const NBSP = '\u00a0';

/** Names and kinds of the values that a text uses, in all its branches. */
function values(text: string): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part && 'value' in part && part.type !== 0) names.add(String(part.value));
    if ('options' in part && typeof part.options === 'object' && part.options !== null) {
      for (const option of Object.values(part.options)) {
        if ('value' in option) visit(option.value);
      }
    }
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

describe('texts of the screens', () => {
  it('exist in both languages, with the same values', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
    const differing = Object.entries(english)
      .filter(([key, text]) => {
        const other = Object.entries(french).find(([name]) => name === key)?.[1] ?? '';
        return values(text).join() !== values(other).join();
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it.each(['en', 'fr'] as const)('call every kind of change its own, in %s', (locale) => {
    const words = VERBS.map((verb) => {
      const line = renderUi('plan.group', { verb, type: 'client', count: 2 }, locale);
      return [renderUi(`verb.${verb}`, {}, locale), line];
    });
    expect(new Set(words.map(([word]) => word)).size).toBe(VERBS.length);
    expect(new Set(words.map(([, line]) => line)).size).toBe(VERBS.length);
  });

  it('use no straight apostrophe, which ICU takes for an escape', () => {
    const texts = [...Object.entries(english), ...Object.entries(french)];
    expect(texts.filter(([, text]) => text.includes("'")).map(([key]) => key)).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const source = ['components', 'entrypoints']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
      )
      .join('\n');
    const families = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(english).filter(
      (key) =>
        !source.includes(`'${key}'`) &&
        !source.includes(`"${key}"`) &&
        !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});

describe('renderUi', () => {
  it('says how many and how much on the button that writes', () => {
    const shown = { changes: 47, amountCents: 1_820_410 };
    expect(renderUi('plan.apply', shown, 'en')).toBe('Apply 47 changes (18,204.10)');
    expect(renderUi('plan.apply', shown, 'fr')).toBe(`Appliquer 47 changements (18${NBSP}204,10)`);
    expect(renderUi('plan.apply', { ...shown, changes: 1 }, 'en')).toContain('Apply 1 change (');
  });

  it('names a group of changes in both languages', () => {
    const group = { verb: 'void', type: 'invoice', count: 2 };
    expect(renderUi('plan.group', group, 'en')).toBe('Void 2 invoices');
    expect(renderUi('plan.group', group, 'fr')).toBe('Annuler 2 factures');
  });

  it('never throws: a text that lacks a value shows its name', () => {
    expect(renderUi('plan.apply', {}, 'fr')).toBe('plan.apply');
  });
});

describe('render', () => {
  it('says a sentence of the core', () => {
    const nothing = {
      id: 'run.nothingToDo',
      values: { agreedCents: 8_431_022, clients: 212 },
    } as const;
    expect(render(nothing, 'en')).toBe(
      'Nothing to sync. Both systems agree on 84,310.22 across 212 clients.',
    );
    expect(render(nothing, 'fr')).toContain(`84${NBSP}310,22`);
  });
});

describe('formatMessage', () => {
  it('shows …Cents as money, …Date as a date, and the rest as it is', () => {
    const text = '{totalCents} on {docDate} for {number}';
    const shown = { totalCents: -5, docDate: '2026-01-02', number: '0-1042' };
    expect(formatMessage(text, shown, 'en')).toBe('-0.05 on Jan 2, 2026 for 0-1042');
    expect(formatMessage(text, shown, 'fr')).toContain('-0,05 on 2');
  });

  it('takes names with angle brackets and braces as text', () => {
    expect(formatMessage('{name}', { name: '<b>{x}</b>' }, 'en')).toBe('<b>{x}</b>');
  });
});

describe('formats', () => {
  it.each([
    [0, '0.00'],
    [-0, '0.00'],
    [5, '0.05'],
    [-31_240, '-312.40'],
    [128_431_022_00, '128,431,022.00'],
  ])('money(%d) is %s', (amountCents, text) => {
    expect(formatsOf('en').money(amountCents)).toBe(text);
  });

  it('signs what is above zero, and not zero', () => {
    const { signedMoney } = formatsOf('en');
    expect([signedMoney(31_240), signedMoney(0), signedMoney(-1)]).toEqual([
      '+312.40',
      '0.00',
      '-0.01',
    ]);
  });

  it('shows an accounting date as that day, in every time zone', () => {
    expect(formatsOf('en').date('2026-12-31')).toBe('Dec 31, 2026');
    expect(formatsOf('fr').date('2026-12-31')).toContain('31');
    expect(formatsOf('en').date('soon')).toBe('soon');
  });
});

describe('localeOf', () => {
  it('follows the choice, then the browser, then English', () => {
    expect(localeOf('auto', 'fr-CA')).toBe('fr');
    expect(localeOf('auto', 'fr')).toBe('fr');
    expect(localeOf('auto', 'fro-XX')).toBe('en');
    expect(localeOf('auto', 'de-DE')).toBe('en');
    expect(localeOf('en', 'fr-CA')).toBe('en');
  });
});
