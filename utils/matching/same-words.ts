/** Names of the same words: what differs is accents, order, abbreviations, the legal form. */
import { type Phrase, phrase } from '../wording/phrase';
import { APART_POINTS, type NameEvidence } from './name-evidence';
import type { NameShape } from './name-shape';
import { TRADES } from './name-words';

const SAME_POINTS = 60;
/** A whole company name with its legal form, or with a number, is seldom borne by two. */
const COMPANY_POINTS = 8;
const ACCENTS_POINTS = -3;
const ORDER_POINTS = -4;
const ABBREVIATION_POINTS = -5;
const LEGAL_FORM_POINTS = -6;

export function sameWords(a: NameShape, b: NameShape): NameEvidence {
  const apart = toldApart(a, b);
  if (apart) return { points: APART_POINTS, grade: 'apart', reasons: [apart] };
  const grade = isTelling(a) ? 'same' : 'near';
  let points = wholePoints(a, b);
  if (a.exact === b.exact) return { points, grade, reasons: [phrase('match.sameName')] };
  const reasons: Phrase[] = [];
  const but = (lost: number, reason: Phrase) => {
    points += lost;
    reasons.push(reason);
  };
  if (a.words.join(' ') !== b.words.join(' ')) but(ORDER_POINTS, phrase('match.wordOrder'));
  if (inOneOrder(a.folded) !== inOneOrder(b.folded)) {
    but(ABBREVIATION_POINTS, phrase('match.abbreviation'));
  } else if (inOneOrder(a.spelled) !== inOneOrder(b.spelled)) {
    but(ACCENTS_POINTS, phrase('match.accents'));
  }
  if ((a.form === null) !== (b.form === null)) {
    but(LEGAL_FORM_POINTS, phrase('match.legalForm', { form: a.formText || b.formText }));
  }
  if (reasons.length === 0) reasons.push(phrase('match.punctuation'));
  return { points, grade, reasons };
}

/** What usually tells two clients apart although the words are the same; null when nothing does. */
export function toldApart(a: NameShape, b: NameShape): Phrase | null {
  if (a.isPerson && b.isPerson) {
    return a.generation === b.generation ? null : phrase('match.generation');
  }
  if (a.isPerson !== b.isPerson) return phrase('match.personOrCompany');
  return a.form !== null && b.form !== null && a.form !== b.form ? phrase('match.otherForm') : null;
}

/** `Clinique dentaire` is what many are called for short. */
function isTelling({ words }: NameShape): boolean {
  return words.some((word) => !TRADES.has(word));
}

function inOneOrder(words: string): string {
  return words.split(' ').sort().join(' ');
}

function wholePoints(a: NameShape, b: NameShape): number {
  const isWhole = (shape: NameShape) => shape.form !== null || /\d{5}/.test(shape.sorted);
  return SAME_POINTS + (isWhole(a) && isWhole(b) ? COMPANY_POINTS : 0);
}
