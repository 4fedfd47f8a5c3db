import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PlanView } from '../../utils/views/views';
import { Notice } from '../ui/Notice';
import type { SyncActions } from '../ui/sync-actions';
import { TypedConfirm } from '../ui/TypedConfirm';
import { useWording } from '../ui/wording';

/** The button that writes: it says how much, and asks first where the plan has brakes. */
export function ApplyPlan(props: {
  runId: string;
  plan: PlanView;
  /** The plan takes back what a run wrote. */
  undoes?: boolean;
  /** Nothing may be written: the plan is only shown. */
  readOnly: boolean;
  actions: SyncActions;
  fullWidth?: boolean;
}) {
  const { t } = useWording();
  const { runId, plan, actions } = props;
  const [asking, setAsking] = useState(false);
  const apply = (confirmed: readonly string[]) => {
    setAsking(false);
    actions.apply(runId, plan.hash, confirmed);
  };
  if (props.readOnly) return <Notice tone="info">{t('plan.readOnly')}</Notice>;
  return (
    <>
      <Button
        fullWidth={props.fullWidth ?? false}
        loading={actions.busy === 'run.apply'}
        onClick={() => (plan.brakes.length > 0 ? setAsking(true) : apply([]))}
      >
        {t(props.undoes ? 'undoing.apply' : 'plan.apply', {
          changes: plan.changes,
          amountCents: plan.amountCents,
        })}
      </Button>
      <TypedConfirm
        opened={asking}
        brakes={plan.brakes}
        onClose={() => setAsking(false)}
        onConfirm={apply}
      />
    </>
  );
}
