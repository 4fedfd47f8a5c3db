/** Names that one person bears in turn: initials for first names, last names before and after. */
import { phrase } from '../wording/phrase';
import { APART_POINTS, type NameEvidence } from './name-evidence';
import type { WordsApart } from './words-apart';

const INITIAL_POINTS = 46;
const MARRIED_POINTS = 34;
const NEW_LAST_NAME_POINTS = 16;

/** `Marc A. Tremblay` and `Marc Tremblay`, `J. Roy` and `Jean Roy`; `Marc B.` is another one. */
export function initials({ a, b, left, right, shared }: WordsApart): NameEvidence | null {
  if (!a.isPerson || !b.isPerson || shared === 0) return null;
  if (left.length === 0 || right.length === 0) {
    return shared > 1 && [...left, ...right].every(isInitial) ? sameInitial() : null;
  }
  if (left.length !== right.length) return null;
  const standsFor = (word: string, other: string) =>
    (isInitial(word) || isInitial(other)) && word[0] === other[0];
  if (left.every((word, i) => standsFor(word, right[i] ?? ''))) return sameInitial();
  return shared > 1 && left.every(isInitial) && right.every(isInitial)
    ? { points: APART_POINTS, grade: 'apart', reasons: [phrase('match.otherInitial')] }
    : null;
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

function sameInitial(): NameEvidence {
  return { points: INITIAL_POINTS, grade: 'near', reasons: [phrase('match.initial')] };
}

/** The same first name with a last name added, dropped or replaced, as after a marriage. */
export function lastNames({ a, b, left, right }: WordsApart): NameEvidence | null {
  if (!a.isPerson || !b.isPerson || a.given !== b.given || isInitial(a.given)) return null;
  if (a.generation !== b.generation) return null;
  if (left.length > 0 && right.length > 0) {
    const reasons = [phrase('match.newLastName')];
    return { points: NEW_LAST_NAME_POINTS, grade: 'near', reasons };
  }
  // `Julie Roy (Laval)`: somebody told her apart from another one, and that is no last name.
  if (a.exact.includes('(') || b.exact.includes('(')) return null;
  return { points: MARRIED_POINTS, grade: 'near', reasons: [phrase('match.married')] };
}
