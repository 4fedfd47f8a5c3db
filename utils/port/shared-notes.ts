import type { Seat } from '../platform/meeting';

/**
 * A few short texts that every browser of the firm can see, kept where the books are. Whoever
 * replaces one names the version that was read: if somebody was faster, nothing is changed.
 */
export interface SharedNote {
  readonly id: string;
  /** Changes with every replacement. */
  readonly version: string;
  readonly text: string;
  /** Instant of the last change by the server's clock, ISO UTC. */
  readonly changedAt: string;
}

export interface FoundNotes {
  /** Oldest first: ids only grow. */
  readonly notes: readonly SharedNote[];
  /** The server's clock when it answered, ISO UTC. */
  readonly serverTime: string;
}

/**
 * Everything it throws is a PortError; `refused` and `noPermission` say that the system keeps no
 * notes for us.
 */
export interface SharedNotes {
  /**
   * All notes whose text starts with `name` (ASCII letters, digits and spaces).
   *
   * @param how 'afresh': as they are now, where what was seen a moment ago will not do
   */
  find(name: string, how?: 'afresh'): Promise<FoundNotes>;
  create(text: string): Promise<SharedNote>;
  /** Throws `changedMeanwhile` when the note has another version by now, or is gone. */
  replace(note: Pick<SharedNote, 'id' | 'version'>, text: string): Promise<SharedNote>;
  remove(note: Pick<SharedNote, 'id' | 'version'>): Promise<void>;
}

export interface SeatedNotes extends SharedNotes {
  /** The same notes for one of several pieces of work: what they ask at once goes together. */
  at(seat: Seat): SharedNotes;
}

/** Longest text of a note (Intuit, Attachable: Note). */
export const NOTE_LENGTH_MAX = 2000;
