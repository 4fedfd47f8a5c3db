import { Button, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { SyncActions } from '../ui/sync-actions';
import { useWording } from '../ui/wording';
import classes from './Start.module.css';

const DESCRIPTION_LENGTH_MAX = 500;

/**
 * Which buttons start a sync: `preview` in the panel, `syncNow` in the popup, and both in the panel
 * once the user trusts one step.
 */
export type StartButtons = 'preview' | 'syncNow' | 'both';

/** A description and the button that starts: the way the official screen does it. */
export function Start(props: { buttons: StartButtons; oneStep: boolean; actions: SyncActions }) {
  const { t } = useWording();
  const { buttons, oneStep, actions } = props;
  const { draft: text, setDraft: setText } = actions;
  const busy = actions.busy === 'run.preview' || actions.busy === 'run.sync';
  const primary =
    buttons === 'preview' ? actions.preview : oneStep ? actions.syncNow : actions.preview;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) primary(text);
  };
  const hint =
    buttons === 'preview'
      ? 'start.previewHint'
      : oneStep
        ? 'start.oneStepHint'
        : 'start.stopsAtPreview';
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('start.description')}
        placeholder={t('start.placeholder')}
        value={text}
        maxLength={DESCRIPTION_LENGTH_MAX}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy}>
          {t(buttons === 'preview' ? 'start.preview' : 'start.syncNow')}
        </Button>
        {buttons === 'both' ? (
          <Button variant="default" disabled={busy} onClick={() => actions.preview(text)}>
            {t('start.preview')}
          </Button>
        ) : null}
      </div>
      <p className={classes.hint}>{t(hint)}</p>
    </form>
  );
}
