import { Button, Drawer, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RequestOf } from '../../utils/messages/requests';
import type { SetupView } from '../../utils/views/views';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import classes from './Setup.module.css';

/** Every policy, as it is saved. */
type Saved = Required<RequestOf<'policies.save'>>;
type SavedPolicies = Saved['policies'];

/** Client fields are decided one by one, documents as a whole. */
const FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'address',
  'invoice',
  'payment',
] as const;
const POLICIES = ['hold', 'tps', 'qbo'] as const;
const REMOVALS = ['void', 'delete'] as const;

interface DrawerProps {
  opened: boolean;
  policies: SetupView['policies'];
  removals: SetupView['removals'];
  busy: boolean;
  /** Why they were not saved. */
  trouble: Trouble | null;
  onClose: () => void;
  onSave: (rules: Saved) => void;
}

/** When both sides changed the same: which one stands. When one was removed: what becomes of the other. */
export function PoliciesDrawer(props: DrawerProps) {
  const { t } = useWording();
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={t('policies.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ title: { fontSize: 15, fontWeight: 600 } }}
    >
      {props.opened ? <Form {...props} /> : null}
    </Drawer>
  );
}

function Form(props: DrawerProps) {
  const { t } = useWording();
  const [policies, setPolicies] = useState<SavedPolicies>(() =>
    Object.fromEntries(FIELDS.map((field) => [field, props.policies[field] ?? 'hold'])),
  );
  const [removals, setRemovals] = useState(props.removals);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ policies, removals });
  };
  return (
    <form className={classes.editor} onSubmit={submit}>
      <p>{t('policies.lead')}</p>
      <div className={classes.policies}>
        {FIELDS.map((field, index) => (
          <NativeSelect
            key={field}
            label={t(`policies.field.${field}`)}
            value={policies[field] ?? 'hold'}
            data={POLICIES.map((policy) => ({ value: policy, label: t(`policies.${policy}`) }))}
            data-autofocus={index === 0 || undefined}
            onChange={({ currentTarget: { value } }) => {
              const policy = POLICIES.find((known) => known === value);
              if (policy) setPolicies({ ...policies, [field]: policy });
            }}
          />
        ))}
      </div>
      <NativeSelect
        label={t('policies.removals')}
        description={t(`policies.removals.${removals}What`)}
        value={removals}
        data={REMOVALS.map((value) => ({ value, label: t(`policies.removals.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const chosen = REMOVALS.find((known) => known === value);
          if (chosen) setRemovals(chosen);
        }}
      />
      <Problem trouble={props.trouble} />
      <div className={classes.foot}>
        <Button variant="default" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={props.busy}>
          {t('policies.save')}
        </Button>
      </div>
    </form>
  );
}
