import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunListRow } from '../../utils/views/views';
import { Counts } from '../panel/Counts';
import { RunStatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import classes from './HistoryScreen.module.css';
import { UndoDialog } from './UndoDialog';

/** The run whose entries are shown, and the way to undo it. */
export function RunHead(props: {
  run: RunListRow;
  undoing: boolean;
  onUndo: (run: RunListRow, description: string) => void;
}) {
  const { t, dateTime } = useWording();
  const { run } = props;
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.runHead}>
      <RunStatusBadge status={run.status} />
      <strong>{run.description || t('history.noDescription')}</strong>
      <Counts counts={run.counts} />
      {run.undoneAt ? (
        <span className="lb-num lb-quiet">
          {t('undoing.undoneAt', { at: dateTime(run.undoneAt) })}
        </span>
      ) : null}
      {run.canUndo ? (
        <Button
          className={classes.undo}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size={16} stroke={1.8} aria-hidden />}
          loading={props.undoing}
          onClick={() => setAsking(true)}
        >
          {t('undoing.open')}
        </Button>
      ) : null}
      <UndoDialog run={asking ? run : null} onClose={() => setAsking(false)} onGo={props.onUndo} />
    </div>
  );
}
