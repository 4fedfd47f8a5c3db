import type { PlanView } from '../../utils/views/views';
import { Notice } from '../ui/Notice';
import { useWording } from '../ui/wording';
import classes from './Brakes.module.css';

/** Why this plan asks for a second look. */
export function Brakes({ brakes }: { brakes: PlanView['brakes'] }) {
  const { t, say } = useWording();
  if (brakes.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{t('plan.brakes', { count: brakes.length })}</strong>
      {brakes.map(({ id, what, changes }) => (
        <div key={id}>
          <span>{say(what)}</span>
          {changes && <Changes {...changes} />}
        </div>
      ))}
    </Notice>
  );
}

function Changes({ listed, more }: NonNullable<PlanView['brakes'][number]['changes']>) {
  const { t, say } = useWording();
  return (
    <ul className={classes.changes}>
      {listed.map(({ what, before, after }) => (
        <li key={say(what)}>
          {t('plan.change', { what: say(what), before: say(before), after: say(after) })}
        </li>
      ))}
      {more > 0 && <li>{t('plan.moreChanges', { count: more })}</li>}
    </ul>
  );
}
