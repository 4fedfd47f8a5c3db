import { useEffect, useRef } from 'react';
import { Problem } from '../ui/Problem';
import { useAnswer } from '../ui/use-answer';
import { useAsk } from '../ui/use-ask';
import { SharedSetupCard } from './SharedSetupCard';

/** The card of the firm's shared set-up with the worker behind it. */
export function SharedSetupSection({ onAdopted }: { onAdopted: () => void }) {
  const { value: view, refresh } = useAnswer('shared.get', {});
  const { send, busy, trouble, dismiss } = useAsk(refresh);
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    void send('shared.look', {});
  }, [send]);
  return (
    <>
      <Problem trouble={trouble} onClose={dismiss} />
      {view ? (
        <SharedSetupCard
          view={view}
          busy={busy !== null && busy !== 'shared.look'}
          actions={{
            adopt: async (generation) => {
              if ((await send('shared.adopt', { generation })).ok) onAdopted();
            },
            resolve: (generation, choices) => void send('shared.resolve', { generation, choices }),
            look: () => void send('shared.look', {}),
            replace: () => void send('shared.replace', {}),
          }}
        />
      ) : null}
    </>
  );
}
