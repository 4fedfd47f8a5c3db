/** Names that are alike and yet, more often than not, those of two clients. */
import { phrase } from '../wording/phrase';
import { editDistance } from './edit-distance';
import { type NameEvidence, NO_NAME_EVIDENCE } from './name-evidence';
import type { NameShape } from './name-shape';
import { TRADES } from './name-words';
import { nameLikeness } from './names';
import type { WordsApart } from './words-apart';

const PART_POINTS = 36;
const SMALL_PART_POINTS = 16;
/** A part of a name counts in full when it makes up this much of the letters. */
const PART_SHARE_MIN = 0.5;
const LIKE_POINTS = 30;
const LIKENESS_MIN = 0.8;
/** So many other digits may be a slip, or the next company of the same people. */
const DIGITS_MAX = 2;

/** `9123-4567 Québec inc.` and `9123-4568 Québec inc.` are two companies. */
export function otherNumber({ left, right, shared }: WordsApart): NameEvidence | null {
  if (![...left, ...right].some((word) => /\d/.test(word))) return null;
  const isNext =
    shared > 0 &&
    left.length === 1 &&
    right.length === 1 &&
    editDistance(left[0] ?? '', right[0] ?? '', DIGITS_MAX) <= DIGITS_MAX;
  if (!isNext && shared < 2) return NO_NAME_EVIDENCE;
  return { points: LIKE_POINTS, grade: 'apart', reasons: [phrase('match.otherNumber')] };
}

/** All words of one are in the other, and it is more than a word that everybody has. */
export function partOf({ a, b, left, right }: WordsApart): NameEvidence | null {
  if (left.length > 0 && right.length > 0) return null;
  const [less, more] = left.length === 0 ? [a, b] : [b, a];
  if (!less.words.some((word) => !TRADES.has(word) && word.length > 2)) return null;
  const isMost = letters(less) >= PART_SHARE_MIN * letters(more);
  const reason = a.isPerson === b.isPerson ? phrase('match.part') : phrase('match.personOrCompany');
  return { points: isMost ? PART_POINTS : SMALL_PART_POINTS, grade: 'apart', reasons: [reason] };
}

function letters({ words }: NameShape): number {
  return words.join('').length;
}

export function alike({ a, b }: WordsApart): NameEvidence | null {
  if (a.isPerson || b.isPerson || nameLikeness(a.sorted, b.sorted) < LIKENESS_MIN) return null;
  return { points: LIKE_POINTS, grade: 'apart', reasons: [phrase('match.likeName')] };
}
