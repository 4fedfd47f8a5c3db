import { Progress as Bar } from '@mantine/core';
import type { RunView } from '../../utils/views/views';
import { Announce } from '../ui/Announce';
import { Money } from '../ui/Money';
import { Notice } from '../ui/Notice';
import { RunStatusBadge } from '../ui/StatusBadge';
import type { SyncActions } from '../ui/sync-actions';
import { useNow } from '../ui/use-now';
import { useWording } from '../ui/wording';
import classes from './Progress.module.css';
import { ProgressButtons } from './ProgressButtons';
import { attempted, percentDone, timeLeft } from './progress-words';

/** A run at work or paused: how far, how fast, what now, and the buttons that hold it. */
export function Progress({ run, actions }: { run: RunView; actions: SyncActions }) {
  const { t, say, time } = useWording();
  const paused = run.status === 'paused';
  const percent = percentDone(run);
  const known = percent !== null;
  const spoken = paused
    ? t('progress.announcePaused')
    : t('progress.announce', {
        stage: t(`stage.${run.stage}`),
        done: known ? attempted(run) : run.read,
        total: known ? run.counts.planned : run.read,
      });
  return (
    <section className={classes.progress} aria-label={t('progress.label')}>
      <Announce text={known || paused ? spoken : t(`stage.${run.stage}`)} />
      <div className={classes.top}>
        <h2 className={classes.stage}>{t(`stage.${run.stage}`)}</h2>
        <RunStatusBadge status={run.status} />
      </div>
      <div className={classes.top}>
        <span className={`lb-num ${classes.count}`}>
          {known
            ? t('progress.of', { done: attempted(run), total: run.counts.planned })
            : t('progress.read', { count: run.read })}
        </span>
        {known ? <Money cents={run.doneCents} /> : null}
      </div>
      <Bar
        value={percent ?? 100}
        animated={!known && !paused}
        striped={!known}
        transitionDuration={0}
        color={paused ? 'gray' : 'teal'}
        aria-label={t('progress.label')}
      />
      {paused ? null : (
        <>
          <Pace run={run} />
          <p className={classes.current}>
            <span>{run.current ? say(run.current) : null}</span>
          </p>
        </>
      )}
      <Waiting run={run} />
      {paused && run.reason ? (
        <Notice tone="warn">
          <p>{say(run.reason)}</p>
          {run.triesAgainAt ? (
            <p>{t('progress.triesAgain', { at: time(run.triesAgainAt) })}</p>
          ) : null}
        </Notice>
      ) : null}
      <ProgressButtons run={run} actions={actions} />
      <p className={classes.hint}>{t('progress.closable')}</p>
    </section>
  );
}

function Pace({ run }: { run: RunView }) {
  const { t } = useWording();
  const left = run.secondsLeft === null ? null : timeLeft(run.secondsLeft);
  return (
    <div className={`lb-num ${classes.bottom}`}>
      <span>{run.perMinute === null ? '' : t('progress.perMinute', { count: run.perMinute })}</span>
      <span>
        {left === null
          ? ''
          : left.unit === 'seconds'
            ? t('progress.secondsLeft', { seconds: left.value })
            : t('progress.minutesLeft', { minutes: left.value })}
      </span>
    </div>
  );
}

function Waiting({ run }: { run: RunView }) {
  const { t, time } = useWording();
  const nowMs = useNow(run.waitingUntil !== null);
  if (run.waitingUntil === null || Date.parse(run.waitingUntil) <= nowMs) return null;
  return <Notice tone="info">{t('progress.waiting', { at: time(run.waitingUntil) })}</Notice>;
}
