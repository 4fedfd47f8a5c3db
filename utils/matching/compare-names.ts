/** Compares two names word by word and says in words what they differ in. */

import { type NameEvidence, NO_NAME_EVIDENCE } from './name-evidence';
import type { NameShape } from './name-shape';
import { abbreviation, splitOrTypo } from './name-slips';
import { initials, lastNames } from './other-names-of-a-person';
import { sameWords } from './same-words';
import { alike, otherNumber, partOf } from './similar-names';

/** Two names that have not the same words. */
export interface WordsApart {
  readonly a: NameShape;
  readonly b: NameShape;
  /** Words that only `a` has, and only `b`. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** How many words both have. */
  readonly shared: number;
}

/** The first that fits: what tells apart for certain stands before what may be a slip. */
const RULES: readonly ((words: WordsApart) => NameEvidence | null)[] = [
  otherNumber,
  splitOrTypo,
  abbreviation,
  initials,
  lastNames,
  partOf,
  alike,
];

export function compareNames(a: NameShape, b: NameShape): NameEvidence {
  if (a.sorted === b.sorted) return sameWords(a, b);
  const words = wordsApart(a, b);
  for (const rule of RULES) {
    const evidence = rule(words);
    if (evidence) return evidence;
  }
  return NO_NAME_EVIDENCE;
}

function wordsApart(a: NameShape, b: NameShape): WordsApart {
  const right = [...b.words];
  const left = a.words.filter((word) => {
    const at = right.indexOf(word);
    if (at < 0) return true;
    right.splice(at, 1);
    return false;
  });
  return { a, b, left, right, shared: a.words.length - left.length };
}
