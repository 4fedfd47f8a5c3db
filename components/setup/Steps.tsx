import { IconCircle, IconCircleCheckFilled, IconCircleDot } from '@tabler/icons-react';
import { SETUP_STEPS, type SetupStep } from '../../utils/views/views';
import { hashOf } from '../ui/route';
import { useWording } from '../ui/wording';
import classes from './Setup.module.css';

/** The seven steps, each saved on its own, each a link. */
export function Steps({ step, done }: { step: SetupStep; done: readonly SetupStep[] }) {
  const { t } = useWording();
  return (
    <nav aria-label={t('setup.steps')}>
      <ol className={classes.steps}>
        {SETUP_STEPS.map((each) => {
          const isDone = done.includes(each);
          const Sign = isDone ? IconCircleCheckFilled : each === step ? IconCircleDot : IconCircle;
          return (
            <li key={each}>
              <a
                className={classes.step}
                href={hashOf('setup', each)}
                data-done={isDone || undefined}
                aria-current={each === step ? 'step' : undefined}
              >
                <Sign size={18} stroke={1.8} aria-hidden />
                {t(`setup.step.${each}`)}
                {isDone ? <span className="lb-hidden">{t('setup.stepDone')}</span> : null}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
