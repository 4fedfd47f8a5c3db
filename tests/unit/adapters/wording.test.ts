import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { ports as english } from '../../../utils/wording/en/ports';
import { ports as french } from '../../../utils/wording/fr/ports';

const VALUES = {
  system: 'QuickBooks',
  type: 'invoice',
  label: '1042',
  current: 'A (1)',
  paired: 'B (2)',
  seconds: 60,
  number: '1042',
  client: 'Roy',
  amountCents: '450.00',
  name: 'Roy',
  holder: 'vendor',
  code: 'ROY01',
  field: 'Line.0.Amount',
  detail: 'not today',
  user: 'Casey',
};

/** Names of the values that a sentence uses, outside and inside of its choices. */
function valuesIn(message: IntlMessageFormat): Set<string> {
  const names = new Set<string>();
  JSON.stringify(message.getAst(), (_, node: unknown) => {
    // 0 is literal text, 7 the # of a plural; all others name a value.
    const type: unknown = Object(node).type;
    if (typeof type === 'number' && type !== 0 && type !== 7) names.add(Object(node).value);
    return node;
  });
  return names;
}

describe('sentences of the adapters', () => {
  it.each(Object.entries(english))('%s', (key, text) => {
    const spoken = (['en', 'fr-CA'] as const).map((locale) => {
      const sentence = locale === 'en' ? text : String(Reflect.get(french, key));
      return new IntlMessageFormat(sentence, locale, undefined, { ignoreTag: true });
    });
    for (const message of spoken) {
      const said = String(message.format(VALUES));
      expect(said).toMatch(/^[A-ZÀ-Ü].*[.y]$/);
      expect(said).not.toMatch(/[{}]|undefined/);
    }
    const [names, namesInFrench] = spoken.map(valuesIn);
    expect(namesInFrench).toEqual(names);
  });

  it('has the same keys in both languages', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
  });
});
