import { useCallback, useEffect, useState } from 'react';
import type { HealthItemView, HealthView } from '../../../utils/views/views';
import { Problem } from '../../ui/Problem';
import { hashOf } from '../../ui/route';
import { useAnswer } from '../../ui/use-answer';
import { useAsk } from '../../ui/use-ask';
import { goTo } from '../../ui/use-route';
import { CheckStep } from './CheckStep';
import type { ItemOrders } from './item-orders';

/** Step 2 with the worker behind it. `loaded`: both books were read once. */
export function CheckSection(props: { loaded: boolean; saving: boolean; onContinue: () => void }) {
  const answer = useAnswer('health.get', props.loaded ? { reload: false } : null);
  const { send, busy, trouble } = useAsk();
  const { refresh } = answer;
  const [done, setDone] = useState<{ name: string; how: 'stored' | 'excluded' } | null>(null);

  // Where a group stands is settled when the books are read: nothing jumps away from a click.
  const [toLookAt, setToLookAt] = useState<readonly string[] | null>(null);
  const first = toLookAt === null ? answer.value : null;
  useEffect(() => {
    if (first) setToLookAt(openGroups(first));
  }, [first]);

  const recheck = useCallback(async () => {
    setDone(null);
    const again = await send('health.get', { reload: true });
    if (!again.ok) return;
    setToLookAt(openGroups(again.value));
    refresh();
  }, [send, refresh]);

  const orders: ItemOrders = {
    onWish: async (item, { qboId, wish }) => {
      const { ok } = await send('client.wish', { qboId, wish });
      if (!ok) return;
      setDone({ name: item.clientName, how: 'stored' });
      refresh();
    },
    onConvert: answer.value?.ready
      ? async ({ foreignType, id }) => {
          if ((await send('foreign.convert', { foreignType, id })).ok) goTo(hashOf('preview'));
        }
      : null,
    onExclude: async ({ clients, clientName }, reason) => {
      for (const { side, clientId } of clients) {
        if (!(await send('client.exclude', { side, clientId, reason })).ok) return refresh();
      }
      setDone({ name: clientName, how: 'excluded' });
      refresh();
    },
    onOpen: ({ page }: HealthItemView) => {
      if (page) void send('tab.open', page);
    },
  };

  return (
    <>
      <Problem trouble={trouble ?? answer.trouble} onRetry={() => void recheck()} />
      <CheckStep
        view={answer.value}
        toLookAt={toLookAt ?? []}
        reading={!props.loaded || busy === 'health.get'}
        saving={props.saving}
        done={done}
        orders={orders}
        onRecheck={() => void recheck()}
        onContinue={props.onContinue}
      />
    </>
  );
}

function openGroups({ groups }: HealthView): string[] {
  return groups.filter(({ severity }) => severity !== 'fine').map(({ id }) => id);
}
