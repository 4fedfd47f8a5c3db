import { Button } from '@mantine/core';
import { useWording } from '../ui/wording';
import classes from './HistoryScreen.module.css';

/** Says that older entries are not among those shown, and brings them. */
export function Older(props: { shown: number; total: number; onOlder: () => void }) {
  const { t } = useWording();
  const { shown, total } = props;
  if (shown >= total) return null;
  return (
    <div className={classes.older}>
      <span>{t('history.older', { shown, total })}</span>
      <Button size="compact-sm" variant="default" onClick={props.onOlder}>
        {t('history.showOlder')}
      </Button>
    </div>
  );
}
