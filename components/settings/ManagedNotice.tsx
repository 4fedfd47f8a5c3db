import type { ManagedView } from '../../utils/views/views';
import { Notice } from '../ui/Notice';
import { useWording } from '../ui/wording';

/** What the firm has set that shows nowhere else, and what of its policy cannot be used. */
export function ManagedNotice({ managed }: { managed: ManagedView | null }) {
  const { t, say } = useWording();
  if (managed === null) return null;
  const { policy, problem } = managed;
  const isManaged = Object.keys(policy).length > 0;
  return (
    <>
      {problem ? <Notice tone="warn">{say(problem)}</Notice> : null}
      {isManaged ? (
        <Notice tone="info">
          <p>{t('settings.managed')}</p>
          {policy.readOnly ? <p>{t('settings.readOnly')}</p> : null}
          {policy.backupRequired ? <p>{t('settings.backupRequired')}</p> : null}
        </Notice>
      ) : null}
    </>
  );
}
