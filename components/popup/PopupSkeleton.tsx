import { Skeleton } from '@mantine/core';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import classes from './PopupScreen.module.css';

/** The popup's own layout before the first answer; or why there is none. */
export function PopupSkeleton(props: { trouble: Trouble | null; onRetry: () => void }) {
  const { t } = useWording();
  return (
    <main className={classes.popup} aria-busy={props.trouble === null}>
      <header className={classes.bar}>
        <h1>{t('app.name')}</h1>
      </header>
      {props.trouble ? (
        <div className={classes.part}>
          <Problem trouble={props.trouble} onRetry={props.onRetry} />
        </div>
      ) : (
        <>
          <div className={classes.part}>
            <Skeleton height={28} mb={8} />
            <Skeleton height={28} />
          </div>
          <div className={classes.part}>
            <Skeleton height={44} mb={8} />
            <Skeleton height={24} width="60%" />
          </div>
          <div className={classes.part}>
            <Skeleton height={58} mb={8} />
            <Skeleton height={36} />
          </div>
          <div className={classes.part}>
            <Skeleton height={44} />
          </div>
        </>
      )}
    </main>
  );
}
