import { Button, Progress } from '@mantine/core';
import type { RunView } from '../../utils/views/views';
import { attempted, percentDone } from '../panel/progress-words';
import { zoneOf } from '../panel/zone';
import { Announce } from '../ui/Announce';
import { Guard } from '../ui/Guard';
import { RunStatusBadge } from '../ui/StatusBadge';
import type { SyncActions } from '../ui/sync-actions';
import { useWording } from '../ui/wording';
import classes from './RunStrip.module.css';

/** One line on top of every page while a run is at work, paused, or waits at its preview. */
export function RunStrip({ run, actions }: { run: RunView | null; actions: SyncActions }) {
  const { t } = useWording();
  if (run === null || zoneOf(run) === 'start') return null;
  const percent = percentDone(run);
  const words =
    percent === null
      ? t('progress.read', { count: run.read })
      : t('progress.of', { done: attempted(run), total: run.counts.planned });
  const open = () => actions.openWorkspace({ view: 'preview', runId: run.id });
  const planned = run.status === 'preview';
  const buttons = planned || run.status === 'paused' ? run.status : 'at work';
  return (
    <section className={classes.strip} aria-label={t('progress.label')}>
      <RunStatusBadge status={run.status} />
      {planned ? (
        <span>{t('plan.changes', { changes: run.plan?.changes ?? 0 })}</span>
      ) : (
        <>
          <span className="lb-num">
            {t(`stage.${run.stage}`)} · {words}
          </span>
          <Progress
            className={classes.bar ?? ''}
            value={percent ?? 100}
            striped={percent === null}
            transitionDuration={0}
            color={run.status === 'paused' ? 'gray' : 'teal'}
            aria-label={t('progress.label')}
          />
          <Announce text={`${t(`stage.${run.stage}`)}, ${words}`} />
        </>
      )}
      <Guard on={`${run.id} ${buttons} ${run.turn}`} className={classes.buttons}>
        {run.status === 'paused' ? (
          <Button
            key="resume"
            size="compact-sm"
            variant="default"
            onClick={() => actions.resume(run)}
          >
            {t('progress.resume')}
          </Button>
        ) : planned ? null : (
          <Button
            key="pause"
            size="compact-sm"
            variant="default"
            onClick={() => actions.pause(run)}
          >
            {t('progress.pause')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={open}>
          {t('strip.toPreview')}
        </Button>
      </Guard>
    </section>
  );
}
