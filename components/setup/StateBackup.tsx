import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { phrase } from '../../utils/wording/phrase';
import { useWording } from '../ui/wording';
import classes from './BackupCard.module.css';

const TOOL_LENGTH_MAX = 100;

/** The user says which tool has a backup, and of which day. */
export function StateBackup(props: {
  today: string;
  onClose: () => void;
  onState: (tool: string, madeOn: string) => Promise<void>;
}) {
  const { t, say } = useWording();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [tool, setTool] = useState('');
  const [madeOn, setMadeOn] = useState(props.today);
  const [isSaving, setSaving] = useState(false);
  const isFuture = madeOn > props.today;
  const isComplete = tool.trim() !== '' && madeOn !== '' && !isFuture;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    setSaving(true);
    await props.onState(tool, madeOn);
    setSaving(false);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('backup.tool')}
        placeholder={t('backup.toolExample')}
        value={tool}
        maxLength={TOOL_LENGTH_MAX}
        onChange={(event) => setTool(event.currentTarget.value)}
        ref={first}
        autoComplete="off"
      />
      <TextInput
        type="date"
        label={t('backup.madeOn')}
        value={madeOn}
        max={props.today}
        error={isFuture ? say(phrase('backup.future', { madeDate: madeOn })) : null}
        onChange={(event) => setMadeOn(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" disabled={!isComplete} loading={isSaving}>
          {t('backup.keep')}
        </Button>
        <Button variant="subtle" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
