import type { ReactNode } from 'react';
import classes from './PageFrame.module.css';

/** A page of the workspace: its title, what it is for, its tools, and the rest. */
export function PageFrame(props: {
  title: string;
  lead?: string;
  tools?: ReactNode;
  /** The page holds a table that takes the height that is left. */
  fills?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={props.fills ? `${classes.page} ${classes.fills}` : classes.page}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h1>{props.title}</h1>
          {props.lead ? <p>{props.lead}</p> : null}
        </div>
        {props.tools ? <div className={classes.tools}>{props.tools}</div> : null}
      </header>
      {props.children}
    </div>
  );
}
