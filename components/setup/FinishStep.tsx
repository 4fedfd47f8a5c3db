import { Button } from '@mantine/core';
import { SETUP_STEPS, type SetupView } from '../../utils/views/views';
import { hashOf } from '../ui/route';
import { StatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import { BackupSection } from './BackupSection';
import { OpenDocumentsSection } from './OpenDocumentsSection';
import classes from './Setup.module.css';

/** The last step: open documents, what was decided, the backup, and the end of set-up. */
export function FinishStep(props: {
  setup: SetupView;
  busy: boolean;
  onFinish: () => void;
  onPreview: () => void;
}) {
  const { t } = useWording();
  const { setup } = props;
  const ready = setup.pair?.ready ?? false;
  return (
    <div className={classes.finish}>
      <p className={classes.lead}>{t('finish.lead')}</p>
      {setup.loaded ? <OpenDocumentsSection /> : null}
      <h2>{t('finish.steps')}</h2>
      <ul className={classes.checks}>
        {SETUP_STEPS.filter((step) => step !== 'preview').map((step) => {
          const done = setup.done.includes(step);
          return (
            <li key={step}>
              <span>{t(`setup.step.${step}`)}</span>
              <StatusBadge status={done ? 'successful' : 'waiting'}>
                {t(done ? 'finish.done' : 'finish.open')}
              </StatusBadge>
              <Button
                component="a"
                href={hashOf('setup', step)}
                size="compact-sm"
                variant="subtle"
                aria-label={`${t('finish.go')}: ${t(`setup.step.${step}`)}`}
              >
                {t('finish.go')}
              </Button>
            </li>
          );
        })}
      </ul>
      {setup.pair ? <BackupSection pair={setup.pair} /> : null}
      {ready ? (
        <>
          <StatusBadge status="successful">{t('finish.ready')}</StatusBadge>
          <div>
            <Button onClick={props.onPreview}>{t('finish.preview')}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button loading={props.busy} onClick={props.onFinish}>
            {t('finish.finish')}
          </Button>
        </div>
      )}
    </div>
  );
}
