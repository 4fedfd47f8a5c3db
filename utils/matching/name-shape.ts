/** What a client's name is made of: the words that tell who it is, the legal form, the generation. */
import type { Client } from '../ledger/entities';
import {
  ABBREVIATIONS,
  FILLERS,
  type FormClass,
  GENERATIONS,
  LEGAL_FORMS,
  TRADES,
} from './name-words';
import { fold, spelledWords } from './names';

export interface NameShape {
  /** As a person typed it, with single spaces. */
  readonly exact: string;
  /** Lower case without punctuation and fillers; accents kept; in the order of the name. */
  readonly spelled: string;
  /** The same, folded. */
  readonly folded: string;
  /** Words that tell who it is: folded, abbreviations written out, in the order of the name. */
  readonly words: readonly string[];
  /** `words` in alphabetical order, joined. */
  readonly sorted: string;
  readonly form: FormClass | null;
  /** The legal form as it is written: `inc.`, `Ltd`; empty without one. */
  readonly formText: string;
  readonly generation: 'junior' | 'senior' | null;
  readonly isPerson: boolean;
  /** First of the first names of a person, folded; empty when nobody can tell. */
  readonly given: string;
}

const PERSON_PARTS_MAX = 4;

type Named = Pick<Client, 'name' | 'firstName' | 'lastName'>;

export function nameShape({ name, firstName, lastName }: Named): NameShape {
  const all = spelledWords(name);
  const form = formOf(all.map(fold));
  const contact = contactWords(firstName, lastName);
  const own = withoutGeneration(all);
  const isPerson = form === null && looksPersonal(name, telling(own), contact);
  const core = coreWords(isPerson ? own : all);
  const words = core.map(plain);
  return {
    exact: name.trim().replace(/\s+/g, ' '),
    spelled: core.join(' '),
    folded: core.map(fold).join(' '),
    words,
    sorted: [...words].sort().join(' '),
    form,
    formText: form === null ? '' : formTextOf(name),
    generation: isPerson ? generationOf(all) : null,
    isPerson,
    given: isPerson ? givenOf(name, words, contact) : '',
  };
}

/** Folded, an abbreviation written out. */
function plain(word: string): string {
  const folded = fold(word);
  return ABBREVIATIONS.get(folded) ?? folded;
}

function telling(all: readonly string[]): readonly string[] {
  return coreWords(all).map(plain);
}

/** Without legal form and fillers; all words where nothing else would be left. */
function coreWords(all: readonly string[]): readonly string[] {
  const core = all.filter((word, i) => {
    const folded = fold(word);
    return !FILLERS.has(folded) && !(i > 0 && LEGAL_FORMS.has(folded));
  });
  return core.length > 0 ? core : all;
}

/** `Jean Roy fils` names a son; `Garage Roy & Fils` does not, nor does `Fils` alone. */
function isGeneration(all: readonly string[], i: number): boolean {
  return i > 1 && GENERATIONS.has(fold(all[i] ?? '')) && all[i - 1] !== 'and';
}

function withoutGeneration(all: readonly string[]): readonly string[] {
  return all.filter((_, i) => !isGeneration(all, i));
}

function generationOf(all: readonly string[]): 'junior' | 'senior' | null {
  const word = all.find((_, i) => isGeneration(all, i));
  return word === undefined ? null : (GENERATIONS.get(fold(word)) ?? null);
}

/** The last one counts: `Co. Ltd.` is `ltd`. */
function formOf(folded: readonly string[]): FormClass | null {
  const last = folded.findLast((word, i) => i > 0 && LEGAL_FORMS.has(word));
  return last === undefined ? null : (LEGAL_FORMS.get(last) ?? null);
}

function formTextOf(name: string): string {
  const parts = name.split(/[\s,()]+/).filter((part) => part !== '');
  return parts.findLast((part) => spelledWords(part).some((w) => LEGAL_FORMS.has(fold(w)))) ?? '';
}

function contactWords(firstName: string, lastName: string): readonly string[] {
  if (firstName.trim() === '' || lastName.trim() === '') return [];
  return telling(spelledWords(`${firstName} ${lastName}`));
}

/** The name is that of the contact, perhaps with more words (`Jean Roy fils`). */
function isContactIn(words: readonly string[], contact: readonly string[]): boolean {
  return contact.length > 1 && contact.every((word) => words.includes(word));
}

/**
 * A person's name has two to four parts and is the contact's own, where a contact is given: `Alpha
 * Beta` with the contact Luc Roy is a firm.
 */
function looksPersonal(
  name: string,
  words: readonly string[],
  contact: readonly string[],
): boolean {
  if (words.some((word) => TRADES.has(word) || /\d/.test(word))) return false;
  if (isContactIn(words, contact)) return true;
  if (words.length < 2 || spelledWords(name).includes('and')) return false;
  const parts = name.split(/[\s,]+/).filter((part) => part !== '').length;
  return (
    parts <= PERSON_PARTS_MAX &&
    (contact.length === 0 || contact.some((word) => words.includes(word)))
  );
}

/** `Tremblay, Marc` and `Marc Tremblay` are both Marc. */
function givenOf(name: string, words: readonly string[], contact: readonly string[]): string {
  const first = words[0] ?? '';
  if (isContactIn(words, contact)) return contact[0] ?? first;
  const comma = name.indexOf(',');
  return comma < 0 ? first : (telling(spelledWords(name.slice(comma + 1)))[0] ?? first);
}
