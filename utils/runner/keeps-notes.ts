/**
 * Does the company keep notes for us? Only then anything guards against a second browser. An answer
 * that cannot be read says nothing: a person decides whether to write without a guard.
 */

import { PortError } from '../port/port-error';
import type { FoundNotes, SharedNotes } from '../port/shared-notes';
import type { Brake } from '../sync/plan/brakes';
import { phrase } from '../wording/phrase';
import { LEASE_NAME } from './lease-note';

/** The same in both languages, as it is stored with the run. */
const CONFIRM = 'OK';

/** Refused, forbidden, or no answer that could be read: nobody knows what stands there. */
export function hasNoNotes(error: unknown): boolean {
  return (
    error instanceof PortError && ['refused', 'noPermission', 'malformed'].includes(error.kind)
  );
}

/** The notes of who syncs; null where the company keeps none. Throws PortErrors of session and network. */
export async function leaseNotes(
  { notes }: { readonly notes: SharedNotes },
  how?: 'afresh',
): Promise<FoundNotes | null> {
  try {
    return await notes.find(LEASE_NAME, how);
  } catch (error) {
    if (!hasNoNotes(error)) throw error;
    return null;
  }
}

/** Once for each company and browser. */
export function unguardedBrake(
  pair: { readonly unguarded?: boolean | undefined; readonly unguardedSince?: string | undefined },
  found: FoundNotes | null,
): Brake[] {
  if (pair.unguardedSince !== undefined) return [];
  // They can be read, but the last one could not be written.
  if (found && !pair.unguarded) return [];
  return [{ id: 'unguarded', what: phrase('brake.unguarded'), confirm: CONFIRM }];
}
