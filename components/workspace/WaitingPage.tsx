import { Skeleton } from '@mantine/core';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import classes from './PageFrame.module.css';

/** The layout of a page before the first answer; or why there is none. */
export function WaitingPage(props: { trouble: Trouble | null; onRetry: () => void }) {
  const { t } = useWording();
  return (
    <div className={classes.page} aria-busy={props.trouble === null}>
      <h1>{t('app.name')}</h1>
      {props.trouble ? (
        <Problem trouble={props.trouble} onRetry={props.onRetry} />
      ) : (
        <>
          <Skeleton height={36} />
          <Skeleton height={320} />
        </>
      )}
    </div>
  );
}
