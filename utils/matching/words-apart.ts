import type { NameShape } from './name-shape';

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

export function wordsApart(a: NameShape, b: NameShape): WordsApart {
  const right = [...b.words];
  const left = a.words.filter((word) => {
    const at = right.indexOf(word);
    if (at < 0) return true;
    right.splice(at, 1);
    return false;
  });
  return { a, b, left, right, shared: a.words.length - left.length };
}
