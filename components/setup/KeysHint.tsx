import { useWording } from '../ui/wording';
import classes from './Setup.module.css';

/** The keys of a table, in words. */
export function KeysHint() {
  const { t } = useWording();
  return (
    <span className={classes.keys}>
      <span>
        <kbd>/</kbd> {t('keys.search')}
      </span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.move')}
      </span>
      <span>
        <kbd>{t('keys.enterKey')}</kbd> {t('keys.open')}
      </span>
    </span>
  );
}
