import { Button } from '@mantine/core';
import type { RunListRow } from '../../utils/views/views';
import { Dialog } from '../ui/Dialog';
import classes from '../ui/Dialog.module.css';
import { useWording } from '../ui/wording';

/** Says what undoing a run means; `onGo` only shows what would be undone. */
export function UndoDialog(props: {
  /** Null: closed. */
  run: RunListRow | null;
  onClose: () => void;
  onGo: (run: RunListRow, description: string) => void;
}) {
  const { t } = useWording();
  const { run, onClose, onGo } = props;
  const name = useRunName()(run);
  return (
    <Dialog
      opened={run !== null}
      title={t('undoing.dialogTitle', { name: shortened(name, TITLE_LENGTH_MAX) })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{t('undoing.dialogWhat')}</p>
        <p>{t('undoing.dialogPreview')}</p>
        <p>{t('undoing.dialogNext')}</p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              if (!run) return;
              const short = shortened(name, NAME_LENGTH_MAX);
              onGo(run, t('undoing.description', { name: short }));
              onClose();
            }}
          >
            {t('undoing.go')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const TITLE_LENGTH_MAX = 60;
/** A description takes 500 characters in all. */
const NAME_LENGTH_MAX = 400;

function shortened(name: string, max: number): string {
  return name.length > max ? `${name.slice(0, max - 1)}…` : name;
}

/** What people call a run: its description, or when it was. */
function useRunName(): (run: RunListRow | null) => string {
  const { dateTime } = useWording();
  return (run) => run?.description || (run ? dateTime(run.startedAt) : '');
}
