import type { QboSwitches } from '../../sandbox/qbo';
import type { Browser } from '../world/browser';
import type { World } from '../world/world';

/** A small fixed firm, and what its people did before the sync that is cut off at every effect. */
export interface Story {
  readonly name: string;
  readonly firm: { readonly seed: number; readonly clients: number; readonly country: 'CA' | 'US' };
  readonly switches?: Partial<QboSwitches>;
  /** Leaves the world just before that sync. The browser is set up, nothing is synced yet. */
  prepare(world: World): Promise<void>;
  /** How the sync is started, where it is not a preview. */
  readonly begin?: (browser: Browser) => Promise<unknown>;
}
