import { useEffect } from 'react';
import { useAnswer } from '../ui/use-answer';
import { useAsk } from '../ui/use-ask';

const POLL_MS = 2_000;

/** What is known of backups, asked again while one is being made. */
export function useBackup() {
  const { value: view, trouble, refresh } = useAnswer('backup.get', {});
  const { send, trouble: refused } = useAsk(refresh);
  const isWorking = view?.state === 'working';
  useEffect(() => {
    if (!isWorking) return;
    // Chrome may end the worker, which then announces nothing.
    const timer = setInterval(refresh, POLL_MS);
    return () => clearInterval(timer);
  }, [isWorking, refresh]);
  return { view, trouble, refused, refresh, send };
}
