import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunView } from '../../utils/views/views';
import { Dialog } from '../ui/Dialog';
import dialogClasses from '../ui/Dialog.module.css';
import { Guard } from '../ui/Guard';
import type { SyncActions } from '../ui/sync-actions';
import { useWording } from '../ui/wording';
import classes from './Progress.module.css';
import { attempted } from './progress-words';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** Hold, go on, or end a run. Ending asks first. */
export function ProgressButtons({ run, actions }: { run: RunView; actions: SyncActions }) {
  const { t } = useWording();
  const [stopping, setStopping] = useState(false);
  const paused = run.status === 'paused';
  return (
    // What it is at makes no other buttons: a press on Pause is never lost to the next stage.
    <Guard on={`${run.id} ${paused} ${run.turn}`} className={classes.buttons}>
      {paused ? (
        <Button
          key="resume"
          leftSection={<IconPlayerPlay {...ICON} />}
          loading={actions.busy === 'run.resume'}
          onClick={() => actions.resume(run)}
        >
          {t('progress.resume')}
        </Button>
      ) : (
        <Button
          key="pause"
          variant="default"
          leftSection={<IconPlayerPause {...ICON} />}
          loading={actions.busy === 'run.pause'}
          onClick={() => actions.pause(run)}
        >
          {t('progress.pause')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconPlayerStop {...ICON} />}
        loading={actions.busy === 'run.cancel'}
        onClick={() => setStopping(true)}
      >
        {t('progress.stop')}
      </Button>
      <Dialog opened={stopping} title={t('progress.stopTitle')} onClose={() => setStopping(false)}>
        <div className={dialogClasses.form}>
          <p>{t('progress.stopBody', { left: run.counts.planned - attempted(run) })}</p>
          <div className={dialogClasses.buttons}>
            <Button variant="default" onClick={() => setStopping(false)} data-autofocus>
              {t('progress.keep')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                setStopping(false);
                actions.stop(run);
              }}
            >
              {t('progress.stopGo')}
            </Button>
          </div>
        </div>
      </Dialog>
    </Guard>
  );
}
