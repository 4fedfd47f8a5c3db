import { Skeleton } from '@mantine/core';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import classes from './PanelScreen.module.css';

/** The panel's own layout before the first answer; or why there is none. */
export function PanelSkeleton(props: { trouble: Trouble | null; onRetry: () => void }) {
  const { t } = useWording();
  return (
    <main className={classes.panel} aria-busy={props.trouble === null}>
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
            <Skeleton height={28} mb={4} />
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
        </>
      )}
    </main>
  );
}
