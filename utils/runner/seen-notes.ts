/**
 * The firm's notes as one driver of a run sees them: who syncs is not asked again a moment after it was.
 * That is safe because whoever replaces a note names the version that was read: where another browser
 * was faster, that is refused, and the notes are looked at afresh.
 */
import type { Seat } from '../platform/meeting';
import type { FoundNotes, SeatedNotes, SharedNotes } from '../port/shared-notes';
import { LEASE_NAME } from './lease-note';

/** From the first look of a reading to the first write of its plan, in a firm of usual size. */
const AGE_MS_MAX = 10_000;

export function seenNotes(notes: SeatedNotes, nowMs: () => number): SeatedNotes {
  let seen: { readonly found: FoundNotes; readonly atMs: number } | null = null;
  const isFresh = (atMs: number): boolean => {
    const ageMs = nowMs() - atMs;
    return ageMs >= 0 && ageMs <= AGE_MS_MAX;
  };
  const over = (asked: SharedNotes): SharedNotes => {
    /** What it says of the notes is old from now on, however it ends. */
    const writing = <T>(write: () => Promise<T>): Promise<T> => {
      seen = null;
      return write();
    };
    return {
      async find(name, how) {
        if (name !== LEASE_NAME) return asked.find(name, how);
        if (seen && how !== 'afresh' && isFresh(seen.atMs)) return seen.found;
        const atMs = nowMs();
        const found = await asked.find(name, how);
        seen = { found, atMs };
        return found;
      },
      create: (text) => writing(() => asked.create(text)),
      replace: (note, text) => writing(() => asked.replace(note, text)),
      remove: (note) => writing(() => asked.remove(note)),
    };
  };
  return { ...over(notes), at: (seat: Seat) => over(notes.at(seat)) };
}
