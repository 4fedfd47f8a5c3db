import type { RunCounts } from '../../utils/views/views';
import { StatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import classes from './Result.module.css';

/** Outcomes of a run by status; only what happened, and always what was done. */
export function Counts({ counts }: { counts: RunCounts }) {
  const { t } = useWording();
  return (
    <div className={`lb-num ${classes.counts}`}>
      <StatusBadge status="successful">{t('result.done', { count: counts.done })}</StatusBadge>
      {counts.warnings > 0 ? (
        <StatusBadge status="warning">
          {t('result.warnings', { count: counts.warnings })}
        </StatusBadge>
      ) : null}
      {counts.failed > 0 ? (
        <StatusBadge status="failed">{t('result.failed', { count: counts.failed })}</StatusBadge>
      ) : null}
      {counts.skipped > 0 ? (
        <StatusBadge status="skipped">{t('result.skipped', { count: counts.skipped })}</StatusBadge>
      ) : null}
      {counts.notAttempted > 0 ? (
        <StatusBadge status="waiting">
          {t('result.notAttempted', { count: counts.notAttempted })}
        </StatusBadge>
      ) : null}
    </div>
  );
}
