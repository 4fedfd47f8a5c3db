import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EntityName, entityNamed } from '../entity-name';
import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  parseJson,
  textAt,
} from '../json';

/** One recorded object and the company that it came from. */
export interface Recording {
  readonly entity: EntityName;
  /** The first part of the file name: files of one source come from one company, mostly. */
  readonly source: string;
  /** `Customer/minimul-qbo_api--9` */
  readonly file: string;
  readonly body: JsonObject;
}

/** The objects in a response: enveloped, a query's rows, or bare, one or many. */
function objectsIn(entity: EntityName, value: Json | undefined): readonly JsonObject[] {
  if (isArray(value)) return value.filter(isObject);
  if (!isObject(value)) return [];
  const rows = objectAt(value, 'QueryResponse');
  if (rows) return objectsIn(entity, rows[entity] ?? []);
  const single = value[entity];
  return single === undefined ? [value] : objectsIn(entity, single);
}

/** All objects in the sub-folders that are named like an entity, in the order of file names. */
export function readRecordings(dir: string): readonly Recording[] {
  const out: Recording[] = [];
  for (const folder of readdirSync(dir, { withFileTypes: true })) {
    const entity = folder.isDirectory() ? entityNamed(folder.name) : undefined;
    if (!entity) continue;
    const files = readdirSync(join(dir, folder.name)).filter((name) => name.endsWith('.json'));
    for (const name of files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
      const file = `${folder.name}/${name.slice(0, -'.json'.length)}`;
      const source = name.split('--')[0] ?? name;
      const value = parseJson(readFileSync(join(dir, folder.name, name), 'utf8'));
      for (const body of objectsIn(entity, value)) {
        if (textAt(body, 'status') !== 'Deleted') out.push({ entity, source, file, body });
      }
    }
  }
  return out;
}
