import { Button } from '@mantine/core';
import type { RunView } from '../../utils/views/views';
import { NameCut } from '../ui/NameCut';
import { Notice } from '../ui/Notice';
import { RunStatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import { Counts } from './Counts';
import classes from './Result.module.css';

const TONE: Partial<Record<RunView['status'], 'info' | 'fail'>> = {
  success: 'info',
  waiting: 'info',
  failed: 'fail',
};

/** How the last run ended, with the way to its entries. */
export function Result({ run, onHistory }: { run: RunView; onHistory: () => void }) {
  const { t, say, dateTime } = useWording();
  return (
    <section className={classes.result} aria-label={t('result.last')}>
      <div className={classes.top}>
        <h2>{t('result.last')}</h2>
        <RunStatusBadge status={run.status} />
      </div>
      <div className={classes.what}>
        <NameCut name={run.description || t('history.noDescription')} focusable />
        <span className={`lb-num ${classes.when}`}>{dateTime(run.endedAt ?? run.startedAt)}</span>
      </div>
      {run.counts.planned === 0 && run.status === 'success' ? (
        <p className="lb-quiet">{t('result.upToDate')}</p>
      ) : run.counts.planned === 0 && run.status === 'waiting' ? (
        <p className="lb-quiet">{t('result.stillWaits')}</p>
      ) : (
        <Counts counts={run.counts} />
      )}
      {run.reason ? <Notice tone={TONE[run.status] ?? 'warn'}>{say(run.reason)}</Notice> : null}
      <div className={classes.links}>
        <span className="lb-num lb-quiet">
          {run.counts.done > 0 ? t('result.amount', { amountCents: run.doneCents }) : null}
        </span>
        <Button size="compact-sm" variant="subtle" onClick={onHistory}>
          {t('result.history')}
        </Button>
      </div>
    </section>
  );
}
