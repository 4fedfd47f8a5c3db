import { Button } from '@mantine/core';
import { SIDES, type Side } from '../../utils/ledger/side';
import type { AppView, SystemView } from '../../utils/views/views';
import { NameCut } from '../ui/NameCut';
import { useWording } from '../ui/wording';
import { SessionWord } from './SessionWord';
import classes from './Systems.module.css';

/** Firm and company, one under the other, each with who is signed in and what to do about it. */
export function Systems(props: {
  systems: AppView['systems'];
  /** Names of the pair; the session's own name stands in before there is one. */
  names: Record<Side, string | null>;
  onSignIn: (side: Side) => void;
}) {
  return (
    <div className={classes.list}>
      {SIDES.map((side) => (
        <SystemRow
          key={side}
          side={side}
          system={props.systems[side]}
          name={props.names[side] ?? props.systems[side].name}
          onSignIn={props.onSignIn}
        />
      ))}
    </div>
  );
}

function SystemRow(props: {
  side: Side;
  system: SystemView;
  name: string | null;
  onSignIn: (side: Side) => void;
}) {
  const { t, say } = useWording();
  const { side, system } = props;
  const name = props.name ?? t('panel.notPaired');
  const fine = system.state === 'signedIn' || system.state === 'unknown';
  return (
    <div className={classes.row}>
      <span className={classes.side}>{t(`side.${side}`)}</span>
      <span className={props.name === null ? 'lb-quiet' : classes.name}>
        <NameCut name={name} focusable sentence={props.name === null} />
      </span>
      {fine ? (
        <SessionWord state={system.state} />
      ) : (
        <SessionButton side={side} system={system} onSignIn={props.onSignIn} />
      )}
      {system.problem ? <p className={classes.problem}>{say(system.problem)}</p> : null}
    </div>
  );
}

function SessionButton(props: { side: Side; system: SystemView; onSignIn: (side: Side) => void }) {
  const { t } = useWording();
  const system = t(`side.${props.side}`);
  const signedOut = props.system.state === 'signedOut';
  return (
    <Button size="compact-sm" variant="default" onClick={() => props.onSignIn(props.side)}>
      {t(signedOut ? 'session.signIn' : 'session.open', { system })}
    </Button>
  );
}
