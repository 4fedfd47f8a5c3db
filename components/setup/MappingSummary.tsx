import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { MappingRow } from '../../utils/views/views';
import { useWording } from '../ui/wording';
import classes from './Mapping.module.css';
import { unmapped } from './mappings';

/** What is not mapped yet and the money that waits for it; the largest thing of the step. */
export function MappingSummary({ rows }: { rows: readonly MappingRow[] }) {
  const { t, money } = useWording();
  const { count, waitingCents, missing } = unmapped(rows);
  const Sign = count === 0 ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={classes.summary} data-open={count > 0 || undefined} role="status">
      <Sign size={24} stroke={1.8} aria-hidden />
      <span className={`lb-num ${classes.waiting}`}>
        {count === 0 ? t('mapping.allMapped') : money(waitingCents)}
      </span>
      <span>{t(count === 0 ? 'mapping.nothingWaits' : 'mapping.open', { count, missing })}</span>
    </p>
  );
}
