/** The mappings file: saved, looked at, and applied, all or nothing. */
import { ROWS_MAX } from '../export/mappings-book';
import type { MappingsTransfer } from '../export/mappings-transfer';
import { localDay } from '../ledger/plain-date';
import { mappingsBookOf } from '../mappings-file/book';
import { type Looked, lookAtFile } from '../mappings-file/look';
import { type FileSetUp, fileSetUp } from '../mappings-file/set-up';
import type { RequestOf } from '../messages/requests';
import type { PairRow } from '../store/rows';
import { loadScene } from '../store/scene';
import { mappingRows } from '../views/setup-mappings';
import type { MappingsFileView } from '../views/views';
import { formatsOf, type Locale } from '../wording/locale';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';
import { saveClients, saveMappings } from './setup';

const FILE_NAME = 'mappings.xlsx';

/** More sentences than this help nobody: the first ones are shown, with the number of all. */
export const PROBLEMS_MAX = 100;

export async function exportMappings(
  desk: Desk,
  files: MappingsTransfer,
  locale: Locale,
): Promise<{ fileName: string }> {
  const pair = await mustPair(desk.db);
  const madeOn = formatsOf(locale).dateTime(desk.now().toISOString());
  const book = mappingsBookOf(await setUpOf(desk, pair, locale), pair, madeOn);
  const long = book.sheets.find(({ rows }) => rows.length >= ROWS_MAX);
  if (long)
    throw new DeskRefusal(phrase('file.tooManyRows', { sheet: long.title, rows: ROWS_MAX }));
  return { fileName: await files.save(book, FILE_NAME) };
}

export async function lookAtMappingsFile(
  desk: Desk,
  files: MappingsTransfer,
  { locale, file }: RequestOf<'mappings.look'>,
): Promise<MappingsFileView> {
  const pair = await mustPair(desk.db);
  const texts = await files.read(file);
  const looked = lookAtFile(texts, await setUpOf(desk, pair, locale), pair);
  return {
    problems: looked.problems.slice(0, PROBLEMS_MAX),
    problemCount: looked.problems.length,
    changes: [...looked.changes],
    seal: await desk.runnerDeps(pair).sha256(signature(looked)),
  };
}

/**
 * Stores what the look has shown. The file is validated once more inside the transaction, against
 * the set-up as it is then: what differs from what was shown changes nothing.
 */
export async function applyMappingsFile(
  desk: Desk,
  files: MappingsTransfer,
  { locale, file, seal }: RequestOf<'mappings.apply'>,
): Promise<null> {
  const { db } = desk;
  const pair = await mustPair(db);
  const texts = await files.read(file);
  const shown = lookAtFile(texts, await setUpOf(desk, pair, locale), pair);
  const shownSeal = await desk.runnerDeps(pair).sha256(signature(shown));
  if (shownSeal !== seal || shown.problems.length > 0) refuseChanged();
  // All tables: saving clients loads the whole scene, and must see it as it is in here.
  await db.transaction('rw', db.tables, async () => {
    const looked = lookAtFile(texts, await setUpOf(desk, pair, locale), pair);
    if (signature(looked) !== signature(shown)) refuseChanged();
    const { choices, decisions } = looked;
    if (choices.length > 0) await saveMappings(desk, { choices: [...choices] });
    if (decisions.length > 0) await saveClients(desk, { decisions: [...decisions] });
  });
  desk.onChange();
  return null;
}

function refuseChanged(): never {
  throw new DeskRefusal(phrase('file.changed'));
}

/** All that a look came to: two looks with the same one do the same. */
function signature({ problems, choices, decisions, changes }: Looked): string {
  return JSON.stringify([problems, choices, decisions, changes]);
}

async function setUpOf(desk: Desk, pair: PairRow, locale: Locale): Promise<FileSetUp> {
  const { db } = desk;
  const scene = await loadScene(db, pair, localDay(desk.now()));
  if (!scene) throw new DeskRefusal(phrase('run.notRead'));
  const stored = await db.mappings.where('pairId').equals(pair.id).toArray();
  return fileSetUp(scene, stored, mappingRows(scene), locale);
}
