/** Opens a backup file again and checks it: head, rows of each entity, hash. */

import { sha256Of } from '../platform/sha256';
import { idsIn } from '../port/ids-in';
import { ENTITIES_OF, type RawEntity, SHELVES, type Shelf } from '../port/raw-entities';
import type { BackupCounts } from '../store/backup-record';
import { type Phrase, phrase } from '../wording/phrase';
import {
  anyHead,
  type BackupHead,
  type BackupLine,
  backupHead,
  backupLine,
  noCounts,
  VERSION,
} from './format';
import { jsonLines } from './json-lines';

/** Beyond this it is no backup of ours; the hash needs the file in memory. */
const FILE_BYTES_MAX = 1024 ** 3;

/** What a whole file holds. */
export interface BackupContents {
  readonly head: BackupHead;
  readonly counts: BackupCounts;
  readonly bytes: number;
  readonly sha256: string;
}

/** The file is not a whole backup; `what` says so in one sentence. */
export class BackupUnreadable extends Error {
  constructor(
    readonly what: Phrase,
    readonly technical: string,
  ) {
    super(technical);
    this.name = 'BackupUnreadable';
  }
}

/**
 * Reads a file from its head to its last line; each page goes to `onLine`. Throws BackupUnreadable
 * for a foreign, newer, damaged or incomplete one.
 *
 * @example const { head, counts, sha256 } = await readBackup(file);
 */
export async function readBackup(
  file: Blob,
  onLine: (line: BackupLine) => void = () => {},
): Promise<BackupContents> {
  if (file.size > FILE_BYTES_MAX) throw foreign(`${file.size} bytes`);
  const lines = jsonLines(file);
  const head = headOf(await next(lines, foreign));
  const ids = new Map<string, Set<string>>();
  let pages = 0;
  for (;;) {
    const value = await next(lines, damaged);
    if (value === undefined) break;
    const line = lineOf(value, pages + 1);
    const key = keyOf(line.shelf, line.entity);
    const known = ids.get(key) ?? new Set();
    for (const id of idsIn(line.shelf, line.entity, line.body) ?? []) known.add(id);
    ids.set(key, known);
    pages += 1;
    onLine(line);
  }
  const counts = countsOf(ids);
  checkCounts(head, counts, pages);
  return { head, counts, bytes: file.size, sha256: await sha256Of(file) };
}

type Lines = ReturnType<typeof jsonLines>;

/** The next line; undefined at the end. What cannot be unpacked or parsed becomes `otherwise`. */
async function next(
  lines: Lines,
  otherwise: (technical: string) => BackupUnreadable,
): Promise<unknown> {
  try {
    const { done, value } = await lines.next();
    return done ? undefined : value;
  } catch (error) {
    throw otherwise(String(error));
  }
}

function headOf(value: unknown): BackupHead {
  const any = anyHead.safeParse(value);
  if (!any.success) throw foreign('no head');
  const { version } = any.data;
  if (version > VERSION) throw new BackupUnreadable(phrase('backup.newer'), `version ${version}`);
  const head = backupHead.safeParse(value);
  if (!head.success) throw damaged(`head: ${head.error.issues[0]?.path.join('.')}`);
  return head.data;
}

function lineOf(value: unknown, number: number): BackupLine {
  const line = backupLine.safeParse(value);
  if (!line.success) throw damaged(`page ${number}: ${line.error.issues[0]?.message}`);
  const { shelf, entity, body } = line.data;
  if (idsIn(shelf, entity, body) === null) throw damaged(`page ${number}: no rows of ${entity}`);
  return line.data;
}

function countsOf(ids: ReadonlyMap<string, ReadonlySet<string>>): BackupCounts {
  const counts = noCounts();
  for (const shelf of SHELVES) {
    for (const entity of ENTITIES_OF[shelf]) {
      const known = ids.get(keyOf(shelf, entity));
      if (known) counts[shelf][entity] = known.size;
    }
  }
  return counts;
}

function checkCounts(head: BackupHead, counts: BackupCounts, pages: number): void {
  for (const shelf of SHELVES) {
    for (const list of new Set([
      ...Object.keys(head.counts[shelf]),
      ...Object.keys(counts[shelf]),
    ])) {
      const expected = head.counts[shelf][list] ?? 0;
      const found = counts[shelf][list] ?? 0;
      if (expected === found) continue;
      const what = phrase('backup.incomplete', { expected, found });
      throw new BackupUnreadable(what, `${shelf} ${list}: ${found} of ${expected}`);
    }
  }
  if (pages !== head.pages) throw damaged(`${pages} pages instead of ${head.pages}`);
}

function keyOf(shelf: Shelf, entity: RawEntity): string {
  return `${shelf} ${entity}`;
}

function foreign(technical: string): BackupUnreadable {
  return new BackupUnreadable(phrase('backup.notOne'), technical);
}

function damaged(technical: string): BackupUnreadable {
  return new BackupUnreadable(phrase('backup.damaged'), technical);
}
