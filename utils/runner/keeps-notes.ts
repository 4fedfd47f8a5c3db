/**
 * Does the company keep notes for us? Only then anything guards against a second browser. An answer
 * that cannot be read says nothing: a person decides whether to write without a guard.
 */
import type { Brake } from '../sync/brakes';
import { phrase } from '../wording/phrase';
import type { RunnerDeps } from './deps';
import { LEASE_NAME } from './lease-note';
import { PortError } from './port-error';

/** The same in both languages, as it is stored with the run. */
const CONFIRM = 'OK';

/** Refused, forbidden, or no answer that could be read: nobody knows what stands there. */
export function hasNoNotes(error: unknown): boolean {
  return (
    error instanceof PortError && ['refused', 'noPermission', 'malformed'].includes(error.kind)
  );
}

/** Once for each company and browser. Throws PortErrors of session and network. */
export async function unguardedBrake(
  { notes }: Pick<RunnerDeps, 'notes'>,
  pair: { readonly unguarded?: boolean | undefined; readonly unguardedSince?: string | undefined },
): Promise<Brake[]> {
  if (pair.unguardedSince !== undefined) return [];
  try {
    await notes.find(LEASE_NAME);
    // They can be read, but the last one could not be written.
    if (!pair.unguarded) return [];
  } catch (error) {
    if (!hasNoNotes(error)) throw error;
  }
  return [{ id: 'unguarded', what: phrase('brake.unguarded'), confirm: CONFIRM }];
}
