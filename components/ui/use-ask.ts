import { useCallback, useState } from 'react';
import { ask } from '../../utils/messages/ask';
import type { Reply, RequestName, RequestOf } from '../../utils/messages/requests';
import { type Trouble, troubleOf } from './trouble';

/** What came of an order: the reply, or that it was refused (shown through `trouble`). */
export type Outcome<N extends RequestName> = { ok: true; value: Reply<N> } | { ok: false };

/** Sends orders to the worker and remembers what is under way and what was refused. */
export interface Asking {
  /** The order under way; its button shows it and takes no second click. */
  busy: RequestName | null;
  trouble: Trouble | null;
  dismiss(): void;
  send<N extends RequestName>(name: N, request: RequestOf<N>): Promise<Outcome<N>>;
}

/** `onDone` runs after each order that was carried out, usually to look again. */
export function useAsk(onDone?: () => void): Asking {
  const [busy, setBusy] = useState<RequestName | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const send = useCallback(
    async <N extends RequestName>(name: N, request: RequestOf<N>): Promise<Outcome<N>> => {
      setBusy(name);
      setTrouble(null);
      try {
        const value = await ask(name, request);
        onDone?.();
        return { ok: true, value };
      } catch (thrown) {
        setTrouble(troubleOf(thrown));
        return { ok: false };
      } finally {
        setBusy(null);
      }
    },
    [onDone],
  );

  return { busy, trouble, dismiss: () => setTrouble(null), send };
}
