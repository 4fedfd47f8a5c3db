import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../utils/messages/ask';
import type { AppView, RunStatus } from '../../utils/views/views';
import { onChanged } from './changed';
import { type Trouble, troubleOf } from './trouble';

const POLL_BUSY_MS = 1_000;
const POLL_IDLE_MS = 5_000;
const BUSY: readonly RunStatus[] = ['working', 'applying'];

/** What the worker shows now. */
export interface Viewed {
  /** Null until the first answer. */
  view: AppView | null;
  /** Set while the worker does not answer; the last view stays on screen. */
  trouble: Trouble | null;
  refresh(): void;
}

/** The app as the worker sees it, asked again at each change and on a clock as a safety net. */
export function useView(): Viewed {
  const [view, setView] = useState<AppView | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asking = useRef(false);
  const askAgain = useRef(false);

  const refresh = useCallback(async () => {
    if (asking.current) {
      askAgain.current = true;
      return;
    }
    asking.current = true;
    do {
      askAgain.current = false;
      try {
        setView(await ask('app.get', {}));
        setTrouble(null);
      } catch (thrown) {
        setTrouble(troubleOf(thrown));
      }
    } while (askAgain.current);
    asking.current = false;
  }, []);

  const exporting = view?.exporting.state === 'working';
  const busy = exporting || (view?.run ? BUSY.includes(view.run.status) : false);

  useEffect(() => {
    void refresh();
    return onChanged(() => void refresh());
  }, [refresh]);

  useEffect(() => {
    const tick = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(tick, busy ? POLL_BUSY_MS : POLL_IDLE_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [busy, refresh]);

  return { view, trouble, refresh };
}
