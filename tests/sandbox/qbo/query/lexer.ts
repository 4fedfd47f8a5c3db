import { QboFault } from '../fault';

export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'symbol' | 'end';
  readonly text: string;
  readonly column: number;
}

/** Recorded: Boulevard/ExQuickBooks query_error.json. */
export function parserError(token: Token, expected: string): QboFault {
  const found =
    token.kind === 'end' ? '<EOF>' : `" "${token.text.toLowerCase()}" "${token.text} ""`;
  return new QboFault(
    '4000',
    'Error parsing query',
    `QueryParserError: Encountered ${found} at line 1, column ${token.column}.\nWas expecting:\n    ${expected} ...\n    `,
  );
}

/** Text from ruckus/quickbooks-ruby issues 54 and 309. */
function lexicalError(column: number, character: string): QboFault {
  const code = character.codePointAt(0) ?? 0;
  return new QboFault(
    '4000',
    'Error parsing query',
    `QueryParserError: Invalid content. Lexical error at line 1, column ${column}.  Encountered: "${character}" (${code}), after : ""`,
  );
}

const WORD = /[A-Za-z_][A-Za-z0-9_.]*/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?/y;
const SYMBOL = /<=|>=|[=<>(),*]/y;
const NOT_EQUAL = /!=|<>/y;

/** Where sources disagree about the language. */
export interface Dialect {
  readonly notEqual: 'refused' | 'accepted';
  readonly doubledQuote: 'refused' | 'accepted';
}

/** Reads a text in single quotes from `at`; a quote inside it is written \' (or doubled). */
function quoted(
  query: string,
  at: number,
  { doubledQuote }: Dialect,
): { text: string; end: number } {
  let text = '';
  for (let i = at + 1; i < query.length; i += 1) {
    const character = query.charAt(i);
    const isDoubled = doubledQuote === 'accepted' && query.charAt(i + 1) === "'";
    if (character === "'" && !isDoubled) return { text, end: i + 1 };
    if (character === "'") i += 1;
    if (character === '\\' && i + 1 < query.length) {
      i += 1;
      text += query.charAt(i);
    } else {
      text += character;
    }
  }
  throw lexicalError(query.length, "'");
}

/** Splits a statement into tokens. Anything outside the language is 4000. */
export function tokens(query: string, dialect: Dialect): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp, kind: Token['kind']): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (!match) return false;
    out.push({ kind, text: match[0], column: at + 1 });
    at += match[0].length;
    return true;
  };
  while (at < query.length) {
    const character = query.charAt(at);
    if (/\s/.test(character)) {
      at += 1;
    } else if (character === "'") {
      const { text, end } = quoted(query, at, dialect);
      out.push({ kind: 'text', text, column: at + 1 });
      at = end;
    } else if (
      !(dialect.notEqual === 'accepted' && take(NOT_EQUAL, 'symbol')) &&
      !take(WORD, 'word') &&
      !take(NUMBER, 'number') &&
      !take(SYMBOL, 'symbol')
    ) {
      throw lexicalError(at + 1, character);
    }
  }
  out.push({ kind: 'end', text: '', column: query.length + 1 });
  return out;
}
