import { browser } from 'wxt/browser';
import { policyOf, type ReadPolicy, UNREADABLE } from './policy';

/** Where the policy comes from; `storage.managed` in the browser. */
export type ManagedStorage = () => Promise<unknown>;

const managedStorage: ManagedStorage = () => browser.storage.managed.get();

/**
 * The firm's policy as it is now; Chrome changes it while we run, so it is asked for each time.
 * Never rejects: a policy that cannot be read is said, and nothing is written until it can.
 */
export async function readPolicy(stored: ManagedStorage = managedStorage): Promise<ReadPolicy> {
  let found: unknown;
  try {
    found = await stored();
  } catch {
    return { ...UNREADABLE, isSilent: true };
  }
  return policyOf(found);
}
