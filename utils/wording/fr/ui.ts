import type { ui as english } from '../en/ui';
import type { SameKeys } from '../same-keys';
import { backup } from './screens/backup';
import { common } from './screens/common';
import { checking } from './screens/health';
import { setup } from './screens/setup';
import { sync } from './screens/sync';
import { undoing } from './screens/undo';
import { workspace } from './screens/workspace';

/** Every text of the screens, in Canadian French. A key that English has and this lacks is an error. */
export const ui: SameKeys<typeof english> = {
  ...common,
  ...sync,
  ...setup,
  ...backup,
  ...checking,
  ...undoing,
  ...workspace,
};
