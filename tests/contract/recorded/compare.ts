import { isArray, isObject, type Json, type JsonObject, textAt } from '../../sandbox/qbo/json';

/** How the shape of an answer differs from the recorded one, at one path. */
export interface Difference {
  /** `Customer[].BillAddr.Lat` */
  readonly path: string;
  readonly what: string;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
}

/**
 * Compares keys, JSON types and fault codes, never other values. Rows with an Id are compared
 * with the row of the same Id, and their order counts.
 */
export function differences(recorded: Json, ours: Json): readonly Difference[] {
  const found = new Map<string, Difference>();
  compare(recorded, ours, '', (at, what) => found.set(`${at} ${what}`, { path: at, what }));
  return [...found.values()];
}

type Note = (path: string, what: string) => void;

function compare(recorded: Json, ours: Json, at: string, note: Note): void {
  if (isObject(recorded) && isObject(ours)) {
    compareObjects(recorded, ours, at, note);
    return;
  }
  if (isArray(recorded) && isArray(ours)) {
    compareArrays(recorded, ours, at, note);
    return;
  }
  const [there, here] = [typeOf(recorded), typeOf(ours)];
  if (there !== here) note(at, `${there} recorded, ${here} here`);
  if (at.endsWith('rror[].code') && recorded !== ours) {
    note(at, `${String(recorded)} recorded, ${String(ours)} here`);
  }
}

function compareObjects(recorded: JsonObject, ours: JsonObject, at: string, note: Note): void {
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(ours)])) {
    const path = at === '' ? key : `${at}.${key}`;
    const [there, here] = [recorded[key], ours[key]];
    if (here === undefined) note(path, 'only recorded');
    else if (there === undefined) note(path, 'only here');
    else compare(there, here, path, note);
  }
}

const idsOf = (rows: readonly Json[]): readonly string[] =>
  rows.flatMap((row) => (isObject(row) ? (textAt(row, 'Id') ?? []) : []));

function compareArrays(
  recorded: readonly Json[],
  ours: readonly Json[],
  at: string,
  note: Note,
): void {
  const path = `${at}[]`;
  const ids = idsOf(recorded);
  const areRows = ids.length > 0 && !at.endsWith('Line');
  const here = areRows ? rowsInOrderOf(ids, ours) : ours;
  if (recorded.length !== here.length) {
    note(path, recorded.length > here.length ? 'more recorded' : 'more here');
  }
  recorded.forEach((row, index) => {
    const own = here[index];
    if (own !== undefined) compare(row, own, path, note);
  });
  const shared = idsOf(ours).filter((id) => ids.includes(id));
  if (areRows && shared.join() !== ids.filter((id) => shared.includes(id)).join()) {
    note(path, 'another order');
  }
}

/** Our rows that were recorded too, in the recorded order, then all others. */
function rowsInOrderOf(ids: readonly string[], rows: readonly Json[]): readonly Json[] {
  const place = (row: Json): number => {
    const at = isObject(row) ? ids.indexOf(textAt(row, 'Id') ?? '') : -1;
    return at === -1 ? ids.length : at;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}
