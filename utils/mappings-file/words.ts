/** Titles and words of the file, in both languages: a file is read whatever language it is in. */
import type { MappingKind } from '../ledger/mappings';
import { SIDES, type Side } from '../ledger/side';
import type { Locale } from '../wording/locale';
import { type PhraseId, phrase } from '../wording/phrase';
import { render } from '../wording/render';
import { folded } from './items';

export type SheetKind = MappingKind | 'client';

export const DECISIONS = ['pair', 'create', 'exclude', 'leave'] as const;
export type FileDecision = (typeof DECISIONS)[number];

/** Columns of the sheet of a kind, from left to right. */
export const MAPPING_COLUMNS = ['tps', 'qbo', 'direction', 'tpsId', 'qboId'] as const;
export const CLIENT_COLUMNS = [
  'clientId',
  'tps',
  'qbo',
  'decision',
  'reason',
  'tpsId',
  'qboId',
] as const;
export type MappingColumn = (typeof MAPPING_COLUMNS)[number];
export type ClientColumn = (typeof CLIENT_COLUMNS)[number];

const LOCALES: readonly Locale[] = ['en', 'fr'];

const HEADING: Record<Exclude<MappingColumn | ClientColumn, 'tps' | 'qbo'>, PhraseId> = {
  direction: 'excel.mapDirection',
  clientId: 'excel.mapClientId',
  decision: 'excel.mapDecision',
  reason: 'excel.mapReason',
  tpsId: 'excel.mapTpsId',
  qboId: 'excel.mapQboId',
};

/** The same in both languages, and easy to type with `>`. */
export const DIRECTION: Record<Side, string> = {
  tps: 'TPS → QuickBooks',
  qbo: 'QuickBooks → TPS',
};

export function word(id: PhraseId, locale: Locale): string {
  return render(phrase(id), locale);
}

export function sheetTitle(kind: SheetKind, locale: Locale): string {
  return word(`excel.mapSheet.${kind}`, locale);
}

export function columnTitle(
  kind: SheetKind,
  column: MappingColumn | ClientColumn,
  locale: Locale,
): string {
  if (column === 'tps') return word(`excel.mapTps.${kind}`, locale);
  if (column === 'qbo') return word(`excel.mapQbo.${kind}`, locale);
  return word(HEADING[column], locale);
}

export function decisionWord(decision: FileDecision, locale: Locale): string {
  return word(`excel.mapDecision.${decision}`, locale);
}

export function specialWord(
  code: 'financeCharge' | 'openingBalance' | 'adjustmentIncrease' | 'adjustmentDecrease',
  locale: Locale,
): string {
  return word(`excel.mapSpecial.${code}`, locale);
}

/** Whether a text is this title, in either language and whatever its capitals. */
export function isTitled(text: string, titleIn: (locale: Locale) => string): boolean {
  const wanted = folded(text);
  return LOCALES.some((locale) => folded(titleIn(locale)) === wanted);
}

export function decisionOf(text: string): FileDecision | null {
  return (
    DECISIONS.find((decision) => isTitled(text, (locale) => decisionWord(decision, locale))) ?? null
  );
}

/** The side that a mapping goes out from; blank means from TPS. Null for anything else. */
export function directionOf(text: string): Side | null {
  const typed = folded(text).replace(/\s*(→|->|=>|>)\s*/, ' → ');
  if (typed === '') return 'tps';
  return SIDES.find((side) => folded(DIRECTION[side]) === typed) ?? null;
}
