import { type Icon, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Empty.module.css';

/** Nothing to show, and why that is; with the next step where there is one. */
export function Empty(props: { title: string; icon?: Icon; children?: ReactNode }) {
  const Sign = props.icon ?? IconCircleCheck;
  return (
    <div className={classes.empty}>
      <Sign size={32} stroke={1.5} aria-hidden />
      <p className={classes.title}>{props.title}</p>
      {props.children}
    </div>
  );
}
