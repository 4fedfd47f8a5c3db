import { type Dialect, parserError, type Token, tokens } from './lexer';
import type { Condition, Operator, Statement } from './statement';

const AFTER_CONDITION =
  '<EOF> \n    <AND> ...\n    "iterator" ...\n    "maxresults" ...\n    <OR> ...\n    "order" ...\n    "orderby" ...\n    "startposition"';

/** Recorded: Boulevard/ExQuickBooks query_error.json. */
const RESERVED = /^null$/i;

/** Reads one statement; Intuit: data queries. Keywords in any letter case. */
class Reader {
  private at = 0;
  constructor(private readonly list: readonly Token[]) {}

  peek(): Token {
    const token = this.list[this.at] ?? this.list.at(-1);
    if (!token) throw new Error('no tokens');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  is(word: string): boolean {
    const token = this.peek();
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  accept(word: string): boolean {
    if (!this.is(word)) return false;
    this.at += 1;
    return true;
  }

  acceptSymbol(symbol: string): boolean {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== symbol) return false;
    this.at += 1;
    return true;
  }

  word(expected: string): string {
    const token = this.next();
    if (token.kind !== 'word' || RESERVED.test(token.text)) throw parserError(token, expected);
    return token.text;
  }

  keyword(word: string): void {
    if (!this.accept(word)) throw parserError(this.peek(), `"${word}"`);
  }

  symbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw parserError(this.peek(), `"${symbol}"`);
  }
}

function value(reader: Reader): string {
  const token = reader.next();
  const bare = token.kind === 'word' && /^(true|false)$/i.test(token.text);
  if (token.kind === 'text' || token.kind === 'number') return token.text;
  if (bare) return token.text.toLowerCase();
  throw parserError(token, '<STRING>');
}

function operator(reader: Reader): Operator {
  if (reader.accept('in')) return 'IN';
  if (reader.accept('like')) return 'LIKE';
  const token = reader.next();
  switch (token.kind === 'symbol' ? token.text : '') {
    case '=':
      return '=';
    case '<':
      return '<';
    case '>':
      return '>';
    case '<=':
      return '<=';
    case '>=':
      return '>=';
    case '!=':
    case '<>':
      return '!=';
    default:
      throw parserError(token, '"="');
  }
}

function condition(reader: Reader): Condition {
  const field = reader.word('<IDENTIFIER>');
  const op = operator(reader);
  if (op !== 'IN') return { field, operator: op, values: [value(reader)] };
  reader.symbol('(');
  const values = [value(reader)];
  while (reader.acceptSymbol(',')) values.push(value(reader));
  reader.symbol(')');
  return { field, operator: op, values };
}

function selection(reader: Reader): { fields: string[]; counts: boolean } {
  if (reader.acceptSymbol('*')) {
    const fields: string[] = [];
    // "SELECT *, Sku FROM Item" asks for everything and Sku.
    while (reader.acceptSymbol(',')) reader.word('<IDENTIFIER>');
    return { fields, counts: false };
  }
  if (reader.accept('count')) {
    reader.symbol('(');
    reader.symbol('*');
    reader.symbol(')');
    return { fields: [], counts: true };
  }
  const fields = [field(reader)];
  while (reader.acceptSymbol(',')) fields.push(field(reader));
  return { fields, counts: false };
}

function field(reader: Reader): string {
  const name = reader.word('<IDENTIFIER>');
  if (name.endsWith('.') && reader.acceptSymbol('*')) return name.slice(0, -1);
  return name;
}

function order(reader: Reader): { field: string; descending: boolean }[] {
  const out: { field: string; descending: boolean }[] = [];
  do {
    const name = reader.word('<IDENTIFIER>');
    const descending = reader.accept('desc');
    if (!descending) reader.accept('asc');
    out.push({ field: name, descending });
  } while (reader.acceptSymbol(','));
  return out;
}

function whole(reader: Reader): number {
  const token = reader.next();
  if ((token.kind === 'number' || token.kind === 'text') && /^\d+$/.test(token.text)) {
    return Number(token.text);
  }
  throw parserError(token, '<INTEGER>');
}

/** The statement of a query text; 4000 when it is none. */
export function parseQuery(text: string, dialect: Dialect): Statement {
  const reader = new Reader(tokens(text, dialect));
  reader.keyword('select');
  const { fields, counts } = selection(reader);
  reader.keyword('from');
  const entity = reader.word('<IDENTIFIER>');
  const conditions: Condition[] = [];
  if (reader.accept('where')) {
    do conditions.push(condition(reader));
    while (reader.accept('and'));
  }
  let ordering: { field: string; descending: boolean }[] = [];
  let startPosition: number | undefined;
  let maxResults: number | undefined;
  for (let token = reader.peek(); token.kind !== 'end'; token = reader.peek()) {
    if (reader.accept('orderby')) ordering = order(reader);
    else if (reader.accept('order')) {
      reader.keyword('by');
      ordering = order(reader);
    } else if (reader.accept('startposition')) startPosition = whole(reader);
    else if (reader.accept('maxresults')) maxResults = whole(reader);
    else throw parserError(token, AFTER_CONDITION);
  }
  return { fields, counts, entity, conditions, order: ordering, startPosition, maxResults };
}
