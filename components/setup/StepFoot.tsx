import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../ui/wording';
import classes from './Setup.module.css';

/** What is still missing, and the way on. */
export function StepFoot(props: {
  note: string;
  saving: boolean;
  onSave: () => void;
  children?: ReactNode;
}) {
  const { t } = useWording();
  return (
    <div className={classes.foot}>
      <p role="status">{props.note}</p>
      {props.children}
      <Button loading={props.saving} onClick={props.onSave}>
        {t('setup.save')}
      </Button>
    </div>
  );
}
