import type { Book } from '../book/book';
import type { EntityName } from '../entity-name';
import { QboFault } from '../fault';
import type { Rec } from '../store/record';
import { type Field, fieldNamed } from './fields';
import type { Condition, Operator } from './statement';

export type Test = (rec: Rec) => boolean;

/** `%` stands for any text; everything else is literal, letter case does not count. */
function likePattern(pattern: string): RegExp {
  const source = pattern
    .split('%')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*');
  return new RegExp(`^${source}$`, 'i');
}

function invalidValue(field: Field, value: string): QboFault {
  return new QboFault(
    '4001',
    'Invalid query',
    `QueryValidationError: value ${value} is not valid for property ${field.name}`,
  );
}

/** The value of a condition in the terms that `Field.read` speaks. */
function operand(field: Field, value: string): string | number {
  switch (field.kind) {
    case 'number': {
      const number = Number(value);
      if (Number.isNaN(number) || value.trim() === '') throw invalidValue(field, value);
      return number;
    }
    case 'instant': {
      const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00-08:00` : value);
      if (Number.isNaN(ms)) throw invalidValue(field, value);
      return Math.floor(ms / 1000);
    }
    case 'flag':
      if (!/^(true|false)$/i.test(value)) throw invalidValue(field, value);
      return value.toLowerCase();
    case 'text':
      return value.toLowerCase();
    case 'id':
      return value;
  }
}

const lowered = (field: Field, value: string | number): string | number =>
  field.kind === 'text' && typeof value === 'string' ? value.toLowerCase() : value;

/** Ids compare as numbers, so that `Id > '99'` finds 100. */
export function compareValues(field: Field, a: string | number, b: string | number): number {
  if (field.kind === 'id') return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '!=':
      return order !== 0;
    default:
      return order === 0;
  }
}

/** The test of one condition. */
export function testOf(book: Book, entity: EntityName, condition: Condition): Test {
  const field = fieldNamed(book, entity, condition.field);
  const read = (rec: Rec): string | number => lowered(field, field.read(book, rec));
  const first = condition.values[0] ?? '';
  if (condition.operator === 'LIKE') {
    const pattern = likePattern(first);
    return (rec) => pattern.test(String(field.read(book, rec)));
  }
  if (condition.operator === 'IN') {
    const wanted = new Set(condition.values.map((value) => operand(field, value)));
    return (rec) => wanted.has(read(rec));
  }
  const value = operand(field, first);
  if (typeof value === 'number') {
    return (rec) => holds(condition.operator, Number(field.read(book, rec)) - value);
  }
  return (rec) => holds(condition.operator, compareValues(field, read(rec), value));
}
