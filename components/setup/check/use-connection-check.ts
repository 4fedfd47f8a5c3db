import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionView } from '../../../utils/messages/views';
import { useAsk } from '../../ui/use-ask';

/** Runs the connection check, by itself the first time that `soon` is true, then when asked. */
export function useConnectionCheck(soon: boolean) {
  const { send, busy, trouble } = useAsk();
  const [view, setView] = useState<ConnectionView | null>(null);
  const started = useRef(false);
  const start = useCallback(async () => {
    started.current = true;
    const answer = await send('connection.check', {});
    if (answer.ok) setView(answer.value);
  }, [send]);
  useEffect(() => {
    if (soon && !started.current) void start();
  }, [soon, start]);
  return { view, trouble, working: busy === 'connection.check', start };
}
