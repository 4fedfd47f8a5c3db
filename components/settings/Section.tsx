import { type ReactNode, useId } from 'react';
import classes from './SettingsScreen.module.css';

/** A part of the settings under its own heading. */
export function Section(props: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.hint === undefined ? null : <p className={classes.hint}>{props.hint}</p>}
      {props.children}
    </section>
  );
}
