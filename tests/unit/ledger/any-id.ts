import fc from 'fast-check';

/** Ids as no system of ours gives them yet: text of any form, with whatever we write beside an id. */
export const ODD_IDS = [
  'A3F1C7D2',
  'C00123',
  'J45',
  '3F2504E0-4F89-11D3-9A0C-0305E82C3301',
  'x'.repeat(40),
  'a]b',
  'tps:invoice:7',
  'one|other',
  'with blanks in it',
  '~118',
  '~',
  'planned',
  'planned:create:invoice:qbo:5',
  'again:7',
  '%41',
  'né/7#',
] as const;

export const anyId = fc.oneof(
  fc.constantFrom(...ODD_IDS),
  fc.uuid(),
  fc.nat().map(String),
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary-ascii' }),
  fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' }),
);
