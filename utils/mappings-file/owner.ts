/** Whose file it is: another firm's mappings name other ids under the same names. */
import type { SheetTexts } from '../export/mappings-book';
import { type Phrase, phrase } from '../wording/phrase';
import { FORMAT, type Owner } from './book';

const TAG = /^(firm|company|ledger-bridge-mappings)=(.*)$/;

/** Null when the file belongs to this pair of books. */
export function foreignFile(sheets: readonly SheetTexts[], owner: Owner): Phrase | null {
  const tags = new Map<string, { value: string; says: string }>();
  for (const { cells } of sheets[0]?.rows ?? []) {
    for (const [at, cell] of cells.entries()) {
      const [, tag, value] = TAG.exec(cell) ?? [];
      if (tag !== undefined && value !== undefined) {
        tags.set(tag, { value, says: cells[at - 1] ?? '' });
      }
    }
  }
  const format = tags.get('ledger-bridge-mappings');
  const firm = tags.get('firm');
  const company = tags.get('company');
  if (!format || !firm || !company) return phrase('file.notMappings');
  if (Number(format.value) > FORMAT) return phrase('file.newer');
  if (firm.value === owner.firm.id && company.value === owner.company.realm) return null;
  return phrase('file.otherBooks', {
    firm: firm.says,
    company: company.says,
    ourFirm: owner.firm.name,
    ourCompany: owner.company.name,
  });
}
