import { decimalOf } from '../decimal';
import { QboFault } from '../fault';
import { isArray, isObject, type Json, type JsonObject } from '../json';

/** What a property may hold. `[shape]` is a list. 'any' is not looked into. */
export type Kind = 'text' | 'number' | 'flag' | 'any' | Shape | readonly [Shape];

/** The properties that the service knows of one of its classes. */
export interface Shape {
  readonly className: string;
  readonly properties: ReadonlyMap<string, Kind>;
}

/** A shape from space-separated names by kind, plus nested ones. */
export function shape(
  className: string,
  names: { text?: string; number?: string; flag?: string; any?: string },
  nested: Readonly<Record<string, Kind>> = {},
): Shape {
  const properties = new Map<string, Kind>();
  const put = (list: string | undefined, kind: Kind): void => {
    for (const name of (list ?? '').split(/\s+/)) if (name !== '') properties.set(name, kind);
  };
  put(names.text, 'text');
  put(names.number, 'number');
  put(names.flag, 'flag');
  put(names.any, 'any');
  for (const [name, kind] of Object.entries(nested)) properties.set(name, kind);
  return { className, properties };
}

/** Recorded: minimul/qbo_api spec/vcr/error/400_json.yml (the list of known ones is cut there). */
function unknownProperty(name: string, of: Shape): QboFault {
  const known = [...of.properties.keys()].map((key) => `"${key}"`).join(', ');
  return new QboFault(
    '2010',
    'Request has invalid or unsupported property',
    `Property Name:Unrecognized field "${name}" (class com.intuit.schema.finance.v3.${of.className}), not marked as ignorable (${of.properties.size} known properties: ${known}])\n specified is unsupported or invalid`,
  );
}

function wrongValue(name: string, java: string): QboFault {
  return new QboFault(
    '2010',
    'Request has invalid or unsupported property',
    `Property Name:Can not construct instance of ${java} from the value of "${name}" specified is unsupported or invalid`,
    name,
  );
}

/** Days and instants are read like numbers: an empty one is none. */
const WHEN = /Date$/;

/**
 * The body without what is blank: outside clients send `""` for numbers, flags and dates that they
 * have not set, and the service takes it (ej2/python-quickbooks creates). A blank text is a text.
 */
export function withoutBlanks(body: JsonObject, of: Shape): JsonObject {
  const kept = Object.entries(body).flatMap(([name, value]): [string, Json | undefined][] => {
    const kind = of.properties.get(name);
    if (value === '' && (kind === 'number' || kind === 'flag' || WHEN.test(name))) return [];
    if (isObject(value) && typeof kind === 'object' && 'className' in kind) {
      return [[name, withoutBlanks(value, kind)]];
    }
    if (isArray(value) && isListOf(kind)) {
      return [[name, value.map((one) => (isObject(one) ? withoutBlanks(one, kind[0]) : one))]];
    }
    return [[name, value]];
  });
  return Object.fromEntries(kept);
}

function isListOf(kind: Kind | undefined): kind is readonly [Shape] {
  return Array.isArray(kind);
}

/** Throws 2010 when `body` holds a property that the class does not know, at any depth. */
export function checkShape(body: JsonObject, of: Shape): void {
  for (const [name, value] of Object.entries(body)) {
    const kind = of.properties.get(name);
    if (kind === undefined) throw unknownProperty(name, of);
    if (value !== null && value !== undefined) checkValue(name, value, kind);
  }
}

function checkValue(name: string, value: Json, kind: Kind): void {
  if (kind === 'any') return;
  if (kind === 'text') {
    if (isObject(value) || isArray(value)) throw wrongValue(name, 'java.lang.String');
    return;
  }
  if (kind === 'number') {
    if (decimalOf(value) === undefined) throw wrongValue(name, 'java.math.BigDecimal');
    return;
  }
  if (kind === 'flag') {
    if (typeof value !== 'boolean' && value !== 'true' && value !== 'false') {
      throw wrongValue(name, 'java.lang.Boolean');
    }
    return;
  }
  if ('className' in kind) {
    if (!isObject(value)) throw wrongValue(name, `com.intuit.schema.finance.v3.${kind.className}`);
    checkShape(value, kind);
    return;
  }
  if (!isArray(value)) throw wrongValue(name, 'java.util.ArrayList');
  for (const entry of value) {
    if (!isObject(entry)) throw wrongValue(name, 'java.util.ArrayList');
    checkShape(entry, kind[0]);
  }
}
