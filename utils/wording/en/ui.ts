import { backup } from './screens/backup';
import { common } from './screens/common';
import { checking } from './screens/health';
import { setup } from './screens/setup';
import { sync } from './screens/sync';
import { undoing } from './screens/undo';
import { workspace } from './screens/workspace';

/** Every text of the screens, in English. ICU message syntax. */
export const ui = {
  ...common,
  ...sync,
  ...setup,
  ...backup,
  ...checking,
  ...undoing,
  ...workspace,
} as const;
