import { Button, Progress } from '@mantine/core';
import type { BackupProgress } from '../../utils/store/backup-record';
import type { BackupView } from '../../utils/views/views';
import { useWording, type Wording } from '../ui/wording';
import classes from './BackupCard.module.css';

/** What is being read now, how much so far, and a way to stop. `progress` null: just started. */
export function BackupProgressLine(props: {
  progress: BackupProgress | null;
  /** A sync is at work; the backup starts when it ends. */
  waits: boolean;
  stopping: boolean;
  onStop: () => void;
}) {
  const wording = useWording();
  const { t } = wording;
  const { progress, stopping } = props;
  const doing = backupStage(props, wording);
  const share = progress ? (100 * (progress.list - 1)) / progress.lists : 0;
  const percent = progress && progress.stage !== 'reading' ? 100 : share;
  return (
    <div className={classes.progress}>
      <div className={classes.progressLine}>
        <span>{doing}</span>
        <span className="lb-num lb-quiet">
          {t('backup.rows', { rows: progress?.rowsTotal ?? 0 })}
        </span>
      </div>
      <Progress value={percent} transitionDuration={0} aria-label={t('backup.heading')} />
      <div className={classes.progressLine}>
        <span className="lb-quiet">{t('backup.goesOn')}</span>
        <Button variant="default" size="xs" disabled={stopping} onClick={props.onStop}>
          {t('backup.stop')}
        </Button>
      </div>
    </div>
  );
}

/** What is being done, in words. */
export function backupStage(
  { progress, waits, stopping }: Pick<BackupView, 'progress' | 'waits' | 'stopping'>,
  { t }: Wording,
): string {
  if (stopping) return t('backup.stopping');
  if (waits) return t('backup.waits');
  if (progress === null) return t('backup.starting');
  const { stage, shelf, entity, list, lists, rows } = progress;
  if (stage === 'packing') return t('backup.packing');
  if (stage === 'saving') return t('backup.saving');
  const system = t(`backup.shelf.${shelf}`);
  return t('backup.reading', { system, name: t(`backup.entity.${entity}`), list, lists, rows });
}
