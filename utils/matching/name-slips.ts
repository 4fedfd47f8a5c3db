/** Names that differ as a slip of the hand or of habit makes them differ. */
import { phrase } from '../wording/phrase';
import { editDistance, typosMax } from './edit-distance';
import type { NameEvidence } from './name-evidence';
import { TRADES } from './name-words';
import { toldApart } from './same-words';
import type { WordsApart } from './words-apart';

const SPLIT_WORD_POINTS = 56;
const SLIP_POINTS = 45;
/** More words than these are no slip. */
const WORDS_MAX = 2;
const ABBREVIATION_LETTERS_MIN = 3;

/** `MacDonald` and `Mac Donald`, `Tremblay` and `Trembley`. */
export function splitOrTypo({ a, b, left, right, shared }: WordsApart): NameEvidence | null {
  if (left.length === 0 || right.length === 0 || toldApart(a, b)) return null;
  const [one, other] = [left.join(''), right.join('')];
  if (one === other) {
    return { points: SPLIT_WORD_POINTS, grade: 'same', reasons: [phrase('match.punctuation')] };
  }
  const max = typosMax(Math.min(one.length, other.length));
  const count = editDistance(one, other, max);
  if (count > max || Math.max(left.length, right.length) > WORDS_MAX) return null;
  // A letter in a first name makes another person of the same house: Michel and Michèle.
  const otherGiven = (a.isPerson || b.isPerson) && a.given !== b.given;
  const noWordStands = shared === 0 && Math.max(a.words.length, b.words.length) > 1;
  return {
    points: SLIP_POINTS,
    grade: otherGiven || noWordStands ? 'apart' : 'near',
    reasons: [phrase('match.typo', { count })],
  };
}

/** `Plomb. Roy` and `Plomberie Roy`, where the list of abbreviations does not have it. */
export function abbreviation({ a, b, left, right, shared }: WordsApart): NameEvidence | null {
  if (a.isPerson || b.isPerson || toldApart(a, b) || shared === 0) return null;
  const [one = '', other = ''] = [left[0], right[0]];
  if (left.length !== 1 || right.length !== 1 || !isShortFor(one, other)) return null;
  // `Media` is not short for `Medical`: both are words.
  if (TRADES.has(one) && TRADES.has(other)) return null;
  return { points: SLIP_POINTS, grade: 'near', reasons: [phrase('match.abbreviation')] };
}

/** All letters of one come in the other, in that order and from the same first letter. */
function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < ABBREVIATION_LETTERS_MIN || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
