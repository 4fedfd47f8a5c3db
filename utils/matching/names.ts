/**
 * Names as people mean them: `Boulangerie L'Étoile & Fils inc.` and `BOULANGERIE L’ETOILE ET FILS`
 * are the same. Accents are folded for comparing only; nothing here is ever written anywhere.
 */

/** Legal forms in English and French, after folding. */
const LEGAL_FORMS = new Set(
  'inc incorporated incorporee ltd limited ltee limitee corp corporation co company cie compagnie llc llp lp senc sencrl srl prof professional pc enr enrg reg'.split(
    ' ',
  ),
);

const SAME_WORDS: Record<string, string> = { et: 'and', saint: 'st', sainte: 'ste' };

/** Words of a name: folded, without punctuation; `&` and `et` read as `and`. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => SAME_WORDS[word] ?? word);
}

/** The name in one spelling. */
export function foldedName(name: string): string {
  return nameWords(name).join(' ');
}

/** The name without legal forms (never empty: a name made of them alone stays as it is). */
export function bareName(name: string): string {
  const words = nameWords(name);
  const bare = words.filter((word) => !LEGAL_FORMS.has(word));
  return (bare.length > 0 ? bare : words).join(' ');
}

/** Words in alphabetical order, so that `Tremblay, Jean` equals `Jean Tremblay`. */
export function wordSet(name: string): string {
  return bareName(name).split(' ').sort().join(' ');
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
