import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PlanView } from '../../utils/views/views';
import { Dialog } from './Dialog';
import classes from './Dialog.module.css';
import { Notice } from './Notice';
import { useWording } from './wording';

type Brake = PlanView['brakes'][number];

/** Asks to type a word for each brake; `onConfirm` gets the brakes that were typed away. */
export function TypedConfirm(props: {
  opened: boolean;
  /** Where it is not about a plan. */
  title?: string;
  go?: string;
  brakes: readonly Brake[];
  onClose: () => void;
  onConfirm: (brakeIds: readonly string[]) => void;
}) {
  const { t } = useWording();
  return (
    <Dialog opened={props.opened} title={props.title ?? t('confirm.title')} onClose={props.onClose}>
      <Fields {...props} />
    </Dialog>
  );
}

function matches(typed: string | undefined, word: string): boolean {
  return typed?.trim().toLocaleLowerCase() === word.trim().toLocaleLowerCase();
}

function Fields(props: {
  go?: string;
  brakes: readonly Brake[];
  onClose: () => void;
  onConfirm: (brakeIds: readonly string[]) => void;
}) {
  const { t, say } = useWording();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const complete = props.brakes.every((brake) => matches(typed[brake.id], brake.confirm));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) props.onConfirm(props.brakes.map((brake) => brake.id));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {props.brakes.map((brake, index) => (
        <div key={brake.id} className={classes.form} style={{ gap: 8 }}>
          <Notice tone="warn">{say(brake.what)}</Notice>
          <TextInput
            label={t('confirm.type', { word: brake.confirm })}
            value={typed[brake.id] ?? ''}
            onChange={(event) => setTyped({ ...typed, [brake.id]: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
            data-autofocus={index === 0 || undefined}
          />
        </div>
      ))}
      <div className={classes.buttons}>
        <Button variant="default" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" color="red" disabled={!complete}>
          {props.go ?? t('confirm.go')}
        </Button>
      </div>
    </form>
  );
}
