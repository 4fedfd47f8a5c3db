/**
 * Names as people mean them: `Boulangerie L'Étoile & Fils` and `BOULANGERIE L’ETOILE ET FILS` have
 * the same words. Folding is for comparing only; nothing here is ever written anywhere.
 */

const SAME_WORDS: Record<string, string> = { et: 'and', saint: 'st', sainte: 'ste' };

/** Letters that Unicode does not take apart into a letter and an accent. */
const WHOLE_LETTERS: Record<string, string> = { ł: 'l', ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', đ: 'd' };

/** `Côté` as `Cote`; letters keep their case, but for those that are no accent (`œ`). */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøœæßđ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** `Warrior&#39;s &amp; Fils`, as some exports and services write it, as `Warrior's & Fils`. */
function unescaped(name: string): string {
  return name.replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/gi, (whole, code, word) => {
    if (code !== undefined) {
      const point = Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    return ENTITIES[String(word).toLowerCase()] ?? whole;
  });
}

/** Words in lower case with their accents; without punctuation; `&` and `et` read as `and`. */
export function spelledWords(name: string): string[] {
  return unescaped(name)
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/[&+]/g, ' and ')
    .replace(/(\d)[-\s](?=\d)/g, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word === 'et' ? 'and' : word));
}

/** Words of a name, folded; `et` reads as `and`, `Saint` as `st`. */
export function nameWords(name: string): string[] {
  return spelledWords(name).map((word) => {
    const folded = fold(word);
    return SAME_WORDS[folded] ?? folded;
  });
}

/** The name in one spelling. */
export function foldedName(name: string): string {
  return nameWords(name).join(' ');
}

/** Likeness of two names from 0 to 1: shared pairs of letters (Dice's coefficient). */
export function nameLikeness(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / (total(left) + total(right));
}

function bigrams(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function total(pairs: Map<string, number>): number {
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return sum;
}
