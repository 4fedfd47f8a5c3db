import { Button, FileButton } from '@mantine/core';
import { IconDatabaseExport, IconFileSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { BackupView, PairView } from '../../utils/views/views';
import { Announce } from '../ui/Announce';
import { Guard } from '../ui/Guard';
import { Problem } from '../ui/Problem';
import { StatusBadge } from '../ui/StatusBadge';
import type { Trouble } from '../ui/trouble';
import { useWording, type Wording } from '../ui/wording';
import classes from './BackupCard.module.css';
import { BackupFacts } from './BackupFacts';
import { BackupProgressLine, backupStage } from './BackupProgressLine';
import { CheckedBackup, type FileCheck } from './CheckedBackup';
import { StateBackup } from './StateBackup';

/** Backup before the first sync: make one, state one, or check one. */
export function BackupCard(props: {
  view: BackupView;
  pair: PairView;
  /** Today as a plain date. */
  today: string;
  /** Why the last click came to nothing. */
  trouble: Trouble | null;
  check: FileCheck;
  onStart: () => void;
  onStop: () => void;
  onState: (tool: string, madeOn: string) => Promise<boolean>;
  onCheck: (file: File) => void;
}) {
  const wording = useWording();
  const { t } = wording;
  const [isStating, setStating] = useState(false);
  const { view } = props;
  const isWorking = view.state === 'working';
  const toggle = useRef<HTMLButtonElement>(null);
  const closeForm = () => {
    setStating(false);
    toggle.current?.focus();
  };
  return (
    <section className={classes.card} aria-labelledby="backup-heading">
      <div className={classes.head}>
        <h2 id="backup-heading">{t('backup.heading')}</h2>
        <p className={classes.lead}>{t('backup.lead')}</p>
      </div>
      <Problem trouble={props.trouble ?? view.problem} />
      {view.state === 'stopped' ? <p>{t('backup.stopped')}</p> : null}
      {isWorking ? (
        <BackupProgressLine
          progress={view.progress}
          waits={view.waits}
          stopping={view.stopping}
          onStop={props.onStop}
        />
      ) : null}
      <KnownBackup backup={view.backup} />
      {isStating ? (
        <StateBackup
          today={props.today}
          onClose={closeForm}
          onState={async (tool, madeOn) => {
            if (await props.onState(tool, madeOn)) closeForm();
          }}
        />
      ) : null}
      <Guard on={view.state} className={classes.buttons}>
        {isWorking ? null : (
          <Button
            variant="default"
            leftSection={<IconDatabaseExport size={16} stroke={1.8} aria-hidden />}
            onClick={props.onStart}
          >
            {t(view.backup?.how === 'file' ? 'backup.again' : 'backup.make')}
          </Button>
        )}
        <Button
          ref={toggle}
          variant="subtle"
          aria-expanded={isStating}
          onClick={() => setStating(!isStating)}
        >
          {t('backup.other')}
        </Button>
        <FileButton accept=".gz,application/gzip" onChange={(file) => file && props.onCheck(file)}>
          {(button) => (
            <Button
              {...button}
              variant="subtle"
              leftSection={<IconFileSearch size={16} stroke={1.8} aria-hidden />}
              loading={props.check.state === 'checking'}
            >
              {t('backup.check')}
            </Button>
          )}
        </FileButton>
      </Guard>
      <CheckedBackup check={props.check} pair={props.pair} known={view.backup} />
      <Announce text={spokenOf(view, wording)} />
    </section>
  );
}

/** For a screen reader: how far, and how it ended. A failure is read out where it stands. */
function spokenOf(view: BackupView, wording: Wording): string {
  if (view.state === 'working') return backupStage(view, wording);
  if (view.state === 'stopped') return wording.t('backup.stopped');
  if (view.state === 'failed' || view.backup === null) return '';
  return wording.t(view.backup.how === 'file' ? 'backup.savedWord' : 'backup.statedWord');
}

function KnownBackup({ backup }: { backup: BackupView['backup'] }) {
  const { t, dateTime } = useWording();
  if (backup === null) return null;
  const at = dateTime(backup.at);
  if (backup.how === 'stated') {
    const { tool, madeOn } = backup;
    return (
      <div className={classes.known}>
        <StatusBadge status="successful">{t('backup.statedWord')}</StatusBadge>
        <p>{t('backup.stated', { tool, madeDate: madeOn, at })}</p>
      </div>
    );
  }
  return (
    <div className={classes.known}>
      <StatusBadge status="successful">{t('backup.savedWord')}</StatusBadge>
      <p>{t('backup.saved', { at })}</p>
      <BackupFacts {...backup} />
    </div>
  );
}
