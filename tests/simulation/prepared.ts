/**
 * Offices that several tests begin with are prepared once; each test gets its own copy, and what it
 * does there is not seen by another.
 */
import type { Office } from './office';

const kept = new Map<string, Promise<Office>>();

/** A copy of the office that `prepare` makes when it is first asked for; `name` says which one. */
export async function copyOf(name: string, prepare: () => Promise<Office>): Promise<Office> {
  const known = kept.get(name) ?? prepare();
  kept.set(name, known);
  return (await known).copy();
}
