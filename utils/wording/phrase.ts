/**
 * What the core says to a person: the name of a sentence and its values. The core never makes
 * text; `render` does, in the user's language.
 *
 * Units stand last in the names of values and decide how they are shown: `…Cents` as money,
 * `…Date` as a date, anything else as it is.
 */
export interface Phrase {
  readonly id: PhraseId;
  readonly values?: PhraseValues;
}

export type PhraseValues = Readonly<Record<string, string | number>>;

export type PhraseId = keyof typeof import('./en/core').core;

/** `phrase('run.nothingToDo', { clients: 212 })` */
export function phrase(id: PhraseId, values?: PhraseValues): Phrase {
  return values ? { id, values } : { id };
}
