import { Button } from '@mantine/core';
import type { PlanView, RunView, TieOutView } from '../../utils/views/views';
import { Guard } from '../ui/Guard';
import type { SyncActions } from '../ui/sync-actions';
import { useWording } from '../ui/wording';
import { ApplyPlan } from './ApplyPlan';
import { BeforeAfter } from './BeforeAfter';
import { Brakes } from './Brakes';
import { NothingToSync } from './NothingToSync';
import { NothingToUndo } from './NothingToUndo';
import classes from './Plan.module.css';
import { PlanGroups } from './PlanGroups';
import { PlanNotices } from './PlanNotices';

/** A plan in brief, with the button that writes it. */
export function PlanSummary(props: {
  run: RunView;
  plan: PlanView;
  tieOut: TieOutView | null;
  readOnly: boolean;
  actions: SyncActions;
}) {
  const { t } = useWording();
  const { run, plan, actions } = props;
  const cancelling = actions.busy === 'run.cancel';
  const undoes = run.undoOf !== null;
  if (plan.changes === 0 && undoes) {
    return (
      <div className={classes.plan}>
        <NothingToUndo cannotCount={run.cannotCount} />
        <Button variant="default" loading={cancelling} onClick={() => actions.cancel(run.id)}>
          {t('action.close')}
        </Button>
      </div>
    );
  }
  if (plan.changes === 0) {
    return (
      <>
        <PlanNotices run={run} plan={plan} />
        <NothingToSync tieOut={run.tieOut ?? props.tieOut}>
          <Button variant="default" loading={cancelling} onClick={() => actions.cancel(run.id)}>
            {t('action.close')}
          </Button>
        </NothingToSync>
      </>
    );
  }
  return (
    <div className={classes.plan}>
      <div className={classes.heading}>
        <h2>
          {t(undoes ? 'undoing.previewTitle' : props.readOnly ? 'stage.preview' : 'plan.title')}
        </h2>
        <span className="lb-quiet">{run.description}</span>
      </div>
      <PlanNotices run={run} plan={plan} />
      <PlanGroups plan={plan} />
      <BeforeAfter plan={plan} />
      <Brakes brakes={plan.brakes} />
      <Guard on={plan.hash} className={classes.actions}>
        <ApplyPlan
          runId={run.id}
          plan={plan}
          undoes={undoes}
          readOnly={props.readOnly}
          actions={actions}
          fullWidth
        />
        <div className={classes.secondary}>
          <Button
            variant="subtle"
            onClick={() => actions.openWorkspace({ view: 'preview', runId: run.id })}
          >
            {t('plan.seeAll')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            loading={cancelling}
            onClick={() => actions.cancel(run.id)}
          >
            {t('action.cancel')}
          </Button>
        </div>
      </Guard>
    </div>
  );
}
