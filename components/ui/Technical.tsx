import classes from './Notice.module.css';
import { useWording } from './wording';

/** The other system's own words and code, folded away. */
export function Technical({ text }: { text: string | null }) {
  const { t } = useWording();
  if (text === null || text === '') return null;
  return (
    <details className={classes.details}>
      <summary>{t('trouble.details')}</summary>
      <pre>{text}</pre>
    </details>
  );
}
