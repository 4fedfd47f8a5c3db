import type { WorkbookTexts } from '../export/mappings-book';
import { FILE_BYTES_MAX, ROWS_MAX } from '../export/mappings-book';
import type { MappingsFileChange } from '../views/views';
import { type Phrase, phrase } from '../wording/phrase';
import type { Owner } from './book';
import { type FileClientDecision, lookAtClients } from './look-clients';
import { type FileChoice, lookAtMappings } from './look-mappings';
import { foreignFile } from './owner';
import type { FileSetUp } from './set-up';

export interface Looked {
  /** Everything that is wrong; then nothing of the file is taken. */
  readonly problems: readonly Phrase[];
  readonly choices: readonly FileChoice[];
  readonly decisions: readonly FileClientDecision[];
  readonly changes: readonly MappingsFileChange[];
}

/** The whole file against the set-up as it is: what would change, or every problem in it. */
export function lookAtFile(texts: WorkbookTexts, setUp: FileSetUp, owner: Owner): Looked {
  if (!texts.ok) return wrong([unreadable(texts)]);
  const foreign = foreignFile(texts.sheets, owner);
  if (foreign) return wrong([foreign]);
  const mappings = lookAtMappings(texts.sheets, setUp);
  const clients = lookAtClients(texts.sheets, setUp);
  const problems = [...mappings.problems, ...clients.problems];
  if (problems.length > 0) return wrong(problems);
  return {
    problems,
    choices: mappings.choices,
    decisions: clients.decisions,
    changes: [...mappings.changes, ...clients.changes],
  };
}

function wrong(problems: readonly Phrase[]): Looked {
  return { problems, choices: [], decisions: [], changes: [] };
}

function unreadable(texts: Extract<WorkbookTexts, { ok: false }>): Phrase {
  switch (texts.why) {
    case 'notExcel':
      return phrase('file.notExcel');
    case 'tooBig':
      return phrase('file.tooBig', { megabytes: FILE_BYTES_MAX / 1_000_000 });
    case 'damaged':
      return phrase('file.damaged');
    case 'tooManyRows':
      return phrase('file.tooManyRows', { sheet: texts.sheet, rows: ROWS_MAX });
  }
}
