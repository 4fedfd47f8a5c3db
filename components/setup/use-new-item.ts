import { useCallback } from 'react';
import type { Trouble } from '../ui/trouble';
import { useAsk } from '../ui/use-ask';
import type { NewItem } from './CreateItemDialog';

/** Creates a product in QuickBooks; `create` answers with its name, or null where it was refused. */
export function useNewItem(onDone: () => void): {
  busy: boolean;
  trouble: Trouble | null;
  dismiss: () => void;
  create: (item: NewItem) => Promise<string | null>;
} {
  const { send, busy, trouble, dismiss } = useAsk(onDone);
  const create = useCallback(
    async (item: NewItem) => {
      const outcome = await send('setup.createItem', item);
      return outcome.ok ? outcome.value.name : null;
    },
    [send],
  );
  return { busy: busy !== null, trouble, dismiss, create };
}
