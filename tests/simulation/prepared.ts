/**
 * Offices that several tests begin with are prepared once; each test gets its own copy, and what it
 * does there is not seen by another.
 */
import { type Office, type OfficeOptions, openOffice } from './office';

const kept = new Map<string, Promise<Office>>();

/** A copy of the office that `prepare` makes when it is first asked for; `name` says which one. */
export async function copyOf(name: string, prepare: () => Promise<Office>): Promise<Office> {
  const known = kept.get(name) ?? prepare();
  kept.set(name, known);
  return (await known).copy();
}

/** The pair is confirmed and every suggestion accepted; nothing is synced yet. */
export function officeSetUp(options: OfficeOptions): Promise<Office> {
  return copyOf(`set up ${JSON.stringify(options)}`, async () => {
    const office = await openOffice(options);
    await office.setUp();
    return office;
  });
}
