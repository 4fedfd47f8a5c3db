import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from './Dialog';
import classes from './Dialog.module.css';
import { useWording } from './wording';

const REASON_LENGTH_MAX = 500;

/** What a reason is asked for. */
export interface ReasonRequest {
  title: string;
  /** What it means, one sentence each. */
  body: readonly string[];
  /** Label of the button that does it. */
  go: string;
  onGive: (reason: string) => void;
}

/** Asks why, before a client or a document is left out. A reason is needed. */
export function ReasonDialog(props: { request: ReasonRequest | null; onClose: () => void }) {
  const { request, onClose } = props;
  return (
    <Dialog opened={request !== null} title={request?.title ?? ''} onClose={onClose}>
      {request ? <ReasonForm request={request} onClose={onClose} /> : null}
    </Dialog>
  );
}

function ReasonForm({ request, onClose }: { request: ReasonRequest; onClose: () => void }) {
  const { t } = useWording();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setMissing(true);
    request.onGive(reason.trim());
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {request.body.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Textarea
        label={t('reason.why')}
        placeholder={t('reason.placeholder')}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
        error={missing ? t('reason.required') : null}
        maxLength={REASON_LENGTH_MAX}
        rows={3}
        data-autofocus
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" color="red">
          {request.go}
        </Button>
      </div>
    </form>
  );
}
