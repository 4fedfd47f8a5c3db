import { Button } from '@mantine/core';
import { useState } from 'react';
import type { NeedAction, NeedView } from '../../utils/views/views';
import { Guard } from '../ui/Guard';
import { ReasonDialog, type ReasonRequest } from '../ui/ReasonDialog';
import type { SyncActions } from '../ui/sync-actions';
import { useWording } from '../ui/wording';
import { NeedItem } from './NeedItem';
import classes from './Needs.module.css';

/** The list of what a person has to settle. Excluding and removing ask for a reason first. */
export function NeedsYou(props: {
  needs: readonly NeedView[];
  actions: SyncActions;
  /** Shows only so many, and says how many more there are. */
  limit?: number;
}) {
  const { t, money } = useWording();
  const [request, setRequest] = useState<ReasonRequest | null>(null);
  const { needs, actions, limit = 50 } = props;
  const act = (need: NeedView, action: NeedAction) => {
    const onGive = (reason: string) => actions.need(action, reason);
    if (action.do === 'exclude') {
      setRequest({
        title: t('reason.excludeTitle', { name: action.clientName }),
        body: [t('reason.excludeBody')],
        go: t('needs.exclude'),
        onGive,
      });
    } else if (action.do === 'ignore') {
      const cents = need.amountCents ?? 0;
      const effectCents = money(Math.abs(cents));
      const effect =
        cents === 0
          ? t('reason.ignoreEffectNone')
          : t(cents > 0 ? 'reason.ignoreEffectTps' : 'reason.ignoreEffectQbo', { effectCents });
      setRequest({
        title: t('reason.ignoreTitle', { name: need.clientName ?? '' }),
        body: [t('reason.ignoreBody'), effect],
        go: t('needs.ignore'),
        onGive,
      });
    } else {
      actions.need(action, '');
    }
  };
  if (needs.length === 0) return null;
  const more = needs.length - limit;
  const shown = needs.slice(0, limit);
  return (
    <section aria-label={t('needs.title')}>
      <div className={classes.heading}>
        <h2>{t('needs.title')}</h2>
        <span className="lb-num lb-quiet">{t('needs.count', { count: needs.length })}</span>
      </div>
      <Guard on={shown.map(({ id }) => id).join()}>
        <ul>
          {shown.map((need) => (
            <NeedItem key={need.id} need={need} onAction={(action) => act(need, action)} />
          ))}
        </ul>
      </Guard>
      {more > 0 ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => actions.openWorkspace({ view: 'history' })}
        >
          {t('needs.more', { count: more })}
        </Button>
      ) : null}
      <ReasonDialog request={request} onClose={() => setRequest(null)} />
    </section>
  );
}
