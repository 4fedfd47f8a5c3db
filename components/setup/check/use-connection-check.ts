import { useCallback, useState } from 'react';
import type { ConnectionView } from '../../../utils/views/views';
import { useAsk } from '../../ui/use-ask';

/** Runs the connection check when asked; `onWorking` hears when it begins and ends. */
export function useConnectionCheck(onWorking: (isWorking: boolean) => void) {
  const { send, busy, trouble } = useAsk();
  const [view, setView] = useState<ConnectionView | null>(null);
  const start = useCallback(async () => {
    onWorking(true);
    const answer = await send('connection.check', {});
    if (answer.ok) setView(answer.value);
    onWorking(false);
  }, [send, onWorking]);
  return { view, trouble, working: busy === 'connection.check', start };
}
