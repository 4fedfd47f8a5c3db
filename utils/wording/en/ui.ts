import { common } from './screens/common';
import { setup } from './screens/setup';
import { sync } from './screens/sync';
import { workspace } from './screens/workspace';

/** Every text of the screens, in English. ICU message syntax. */
export const ui = { ...common, ...sync, ...setup, ...workspace } as const;
