import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

const ICON = { fail: IconAlertOctagon, warn: IconAlertTriangle, info: IconInfoCircle };

/** A sentence that stands out, with what to do about it. */
export function Notice(props: { tone: keyof typeof ICON; children: ReactNode; alert?: boolean }) {
  const Sign = ICON[props.tone];
  return (
    <div
      className={`${classes.notice} ${classes[props.tone]}`}
      role={props.alert ? 'alert' : undefined}
    >
      <Sign size={20} stroke={1.8} aria-hidden />
      <div className={classes.body}>{props.children}</div>
    </div>
  );
}
