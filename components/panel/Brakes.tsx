import type { PlanView } from '../../utils/messages/views';
import { Notice } from '../ui/Notice';
import { useWording } from '../ui/wording';

/** Why this plan asks for a second look. */
export function Brakes({ brakes }: { brakes: PlanView['brakes'] }) {
  const { t, say } = useWording();
  if (brakes.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{t('plan.brakes', { count: brakes.length })}</strong>
      {brakes.map((brake) => (
        <span key={brake.id}>{say(brake.what)}</span>
      ))}
    </Notice>
  );
}
