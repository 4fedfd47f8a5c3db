import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../utils/messages/ask';
import type { Reply, RequestName, RequestOf } from '../../utils/messages/requests';
import { onChanged } from './changed';
import { type Trouble, troubleOf } from './trouble';

/** Long lists are asked again at most this often, however fast the worker changes. */
const REASK_MS_MIN = 2_000;

/** A list that the worker answers with. */
export interface Answered<N extends RequestName> {
  /** Null until the first answer to this very request. */
  value: Reply<N> | null;
  trouble: Trouble | null;
  refresh(): void;
}

/** Asks once, and again at each change. `request` null: asks nothing. */
export function useAnswer<N extends RequestName>(
  name: N,
  request: RequestOf<N> | null,
): Answered<N> {
  const key = request === null ? null : JSON.stringify(request);
  const [state, setState] = useState<{ key: string | null; value: Reply<N> | null }>({
    key: null,
    value: null,
  });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef(request);
  latest.current = request;
  const turn = useRef(0);

  const refresh = useCallback(async () => {
    const asked = latest.current;
    if (asked === null || key === null) return;
    turn.current += 1;
    const mine = turn.current;
    try {
      const value = await ask(name, asked);
      if (mine !== turn.current) return;
      setState({ key, value });
      setTrouble(null);
    } catch (thrown) {
      if (mine === turn.current) setTrouble(troubleOf(thrown));
    }
  }, [name, key]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    void refresh();
    const stop = onChanged(() => {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        void refresh();
      }, REASK_MS_MIN);
    });
    return () => {
      stop();
      clearTimeout(timer);
      turn.current += 1;
    };
  }, [refresh]);

  return { value: state.key === key ? state.value : null, trouble, refresh };
}
