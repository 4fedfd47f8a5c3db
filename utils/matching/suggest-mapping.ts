/**
 * Suggests which entry of one list stands for an entry of the other, by name, and by rate for
 * taxes. A suggestion is only shown; a person accepts it.
 */
import type { References, TaxChoice } from '../ledger/references';
import { type Phrase, phrase } from '../wording/phrase';
import { foldedName, nameLikeness, nameWords } from './names';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

export interface Suggestion {
  readonly id: string;
  readonly why: Phrase;
}

const LIKENESS_MIN = 0.5;

/** Words that mean the same in lists of methods, accounts and services. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['cheque', 'check', 'chq'],
  ['chequing', 'checking', 'operating'],
  ['etransfer', 'interac', 'eft'],
  ['visa', 'mastercard', 'credit', 'card'],
  ['expense', 'expenses', 'disbursement', 'disbursements'],
  ['tax', 'taxes', 't1', 't2'],
  ['consulting', 'advisory', 'consultation'],
];

/** Best match by name; `fallbackId` stands in when nothing is alike. */
export function suggestByName(
  from: Named,
  targets: readonly Named[],
  fallbackId: string | null,
): Suggestion | null {
  let best: { id: string; score: number; exact: boolean } | null = null;
  const name = foldedName(from.name);
  const words = expanded(`${from.path} ${from.name}`);
  for (const target of targets) {
    const folded = foldedName(target.name);
    const exact = folded === name;
    const shared = [...expanded(target.name)].filter((word) => words.has(word)).length;
    const score = exact
      ? 2
      : Math.max(nameLikeness(name, folded), shared / Math.max(2, nameWords(target.name).length));
    if (!best || score > best.score) best = { id: target.id, score, exact };
  }
  if (best && best.score >= LIKENESS_MIN) {
    return { id: best.id, why: phrase(best.exact ? 'suggest.sameName' : 'suggest.likeName') };
  }
  if (fallbackId !== null && targets.some((target) => target.id === fallbackId)) {
    return { id: fallbackId, why: phrase('suggest.general') };
  }
  return null;
}

function expanded(text: string): Set<string> {
  const words = new Set(nameWords(text).map((word) => word.replaceAll('-', '')));
  for (const group of SYNONYMS) {
    if (group.some((word) => words.has(word))) for (const word of group) words.add(word);
  }
  return words;
}

/** A tax choice of the other side that is made of the same rates; the more obvious name wins. */
export function suggestTax(choice: TaxChoice, from: References, to: References): Suggestion | null {
  const wanted = ratesOf(choice, from);
  const same = to.taxChoices.filter(
    (other) => other.active && ratesOf(other, to).join() === wanted.join(),
  );
  const first = [...same].sort((a, b) => likeness(b) - likeness(a))[0];
  return first ? { id: first.id, why: phrase('suggest.sameRates') } : null;

  function likeness(other: TaxChoice): number {
    return nameLikeness(foldedName(choice.name), foldedName(other.name));
  }
}

function ratesOf(choice: TaxChoice, references: References): number[] {
  return choice.rateIds
    .map((id) => Number(references.taxRates.find((rate) => rate.id === id)?.ratePercent ?? '0'))
    .filter((rate) => rate !== 0)
    .sort((a, b) => a - b);
}
