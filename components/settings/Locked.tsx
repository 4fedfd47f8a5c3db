import { IconLock } from '@tabler/icons-react';
import { useWording } from '../ui/wording';
import classes from './SettingsScreen.module.css';

/** Says why a setting cannot be changed here. */
export function Locked() {
  const { t } = useWording();
  return (
    <span className={classes.locked}>
      <IconLock size={14} stroke={1.8} aria-hidden />
      {t('settings.locked')}
    </span>
  );
}
