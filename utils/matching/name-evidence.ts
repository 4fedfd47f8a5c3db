import type { Phrase } from '../wording/phrase';

/**
 * How much two names speak for one client.
 *
 * - `same`: the same words; what differs is how they are written.
 * - `near`: could be a slip or a change of name; an identifier must bear it out.
 * - `apart`: alike, but what differs usually tells two clients apart (a person and his company,
 *   father and son, two numbered companies).
 * - `none`: other names.
 */
export interface NameEvidence {
  readonly points: number;
  readonly grade: 'same' | 'near' | 'apart' | 'none';
  readonly reasons: readonly Phrase[];
}

export const NO_NAME_EVIDENCE: NameEvidence = { points: 0, grade: 'none', reasons: [] };

/** Alike but for what usually tells two clients apart. */
export const APART_POINTS = 34;
