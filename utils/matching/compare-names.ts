/** Compares two names word by word and says in words what they differ in. */

import { type NameEvidence, NO_NAME_EVIDENCE } from './name-evidence';
import type { NameShape } from './name-shape';
import { abbreviation, splitOrTypo } from './name-slips';
import { initials, lastNames } from './other-names-of-a-person';
import { sameWords } from './same-words';
import { alike, otherNumber, partOf } from './similar-names';
import { type WordsApart, wordsApart } from './words-apart';

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
