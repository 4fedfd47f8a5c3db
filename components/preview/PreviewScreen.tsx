import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { AppView, PlanRow, PlanView, RunView } from '../../utils/views/views';
import { CanCannot } from '../history/CanCannot';
import { CannotTable } from '../history/CannotTable';
import { ApplyPlan } from '../panel/ApplyPlan';
import { BeforeAfter } from '../panel/BeforeAfter';
import { Brakes } from '../panel/Brakes';
import { NothingToSync } from '../panel/NothingToSync';
import { NothingToUndo } from '../panel/NothingToUndo';
import { PlanGroups } from '../panel/PlanGroups';
import { PlanNotices } from '../panel/PlanNotices';
import { Progress } from '../panel/Progress';
import { Result } from '../panel/Result';
import { Start } from '../panel/Start';
import { zoneOf } from '../panel/zone';
import { Empty } from '../ui/Empty';
import { Guard } from '../ui/Guard';
import { Notice } from '../ui/Notice';
import type { SyncActions } from '../ui/sync-actions';
import { DataTable } from '../ui/table/DataTable';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import { PlanTabs } from './PlanTabs';
import classes from './PreviewScreen.module.css';
import { planTotals, usePlanColumns } from './plan-columns';

interface PreviewProps {
  view: AppView;
  /** The run of this page; null when there is none. */
  run: RunView | null;
  rows: readonly PlanRow[] | null;
  /** Of an undo: what stays as it is. */
  cannot: readonly PlanRow[] | null;
  trouble: Trouble | null;
  onRetry: () => void;
  actions: SyncActions;
}

/** Every change of a plan, with its reason, before it is written. */
export function PreviewScreen(props: PreviewProps) {
  const { t } = useWording();
  const { run, actions, view } = props;
  const zone = zoneOf(run);
  if (run === null) {
    return (
      <PageFrame title={t('preview.title')}>
        <Empty title={t('preview.none')} icon={IconEye}>
          <p>{t('preview.noneBody')}</p>
        </Empty>
        <div className={classes.narrow} style={{ margin: '0 auto' }}>
          <Start buttons="preview" oneStep={view.settings.oneStep} actions={actions} />
        </div>
      </PageFrame>
    );
  }
  const planned = zone === 'plan' && run.plan;
  return (
    <PageFrame
      title={t(run.undoOf === null ? 'preview.title' : 'undoing.previewTitle')}
      lead={planned ? t(run.undoOf === null ? 'preview.lead' : 'undoing.lead') : run.description}
      fills
      tools={
        planned && run.plan && run.plan.changes > 0 ? (
          <Tools readOnly={view.settings.readOnly} run={run} plan={run.plan} actions={actions} />
        ) : null
      }
    >
      {run.plan && planned ? <Summary {...props} run={run} plan={run.plan} /> : null}
      {zone === 'progress' ? (
        <div className={classes.narrow}>
          <Progress run={run} actions={actions} />
        </div>
      ) : null}
      {zone === 'start' ? (
        <div className={classes.narrow}>
          <Result
            run={run}
            onHistory={() => actions.openWorkspace({ view: 'history', runId: run.id })}
          />
        </div>
      ) : null}
      {run.stage === 'pull' || run.stage === 'check' || run.stage === 'plan' ? null : (
        <CanCannot
          key={run.id}
          can={planned ? t('undoing.can', { count: run.counts.planned }) : t('preview.table')}
          canCount={run.counts.planned}
          cannotCount={run.cannotCount}
        >
          {(shown) =>
            shown === 'can' ? (
              planned && run.undoOf === null && run.counts.planned > 0 ? (
                <PlanTabs key={run.id} runId={run.id} changes={<PlanTable {...props} />} />
              ) : (
                <PlanTable {...props} />
              )
            ) : (
              <CannotTable rows={props.cannot} trouble={props.trouble} onRetry={props.onRetry} />
            )
          }
        </CanCannot>
      )}
    </PageFrame>
  );
}

function Tools(props: { run: RunView; plan: PlanView; readOnly: boolean; actions: SyncActions }) {
  const { run, plan, readOnly, actions } = props;
  const { t } = useWording();
  return (
    <Guard on={plan.hash} className={classes.tools}>
      <Button variant="default" onClick={() => actions.cancel(run.id)}>
        {t('action.cancel')}
      </Button>
      <ApplyPlan
        runId={run.id}
        plan={plan}
        undoes={run.undoOf !== null}
        readOnly={readOnly}
        actions={actions}
      />
    </Guard>
  );
}

function Summary({ plan, run, view, actions }: PreviewProps & { plan: PlanView; run: RunView }) {
  const { t } = useWording();
  if (plan.changes === 0 && run.undoOf !== null) {
    return (
      <div className={classes.narrow}>
        <NothingToUndo cannotCount={run.cannotCount} />
        <Button mt="md" variant="default" onClick={() => actions.cancel(run.id)}>
          {t('action.close')}
        </Button>
      </div>
    );
  }
  if (plan.changes === 0) {
    return (
      <>
        <PlanNotices run={run} plan={plan} />
        <NothingToSync tieOut={run.tieOut ?? view.tieOut}>
          <Button variant="default" onClick={() => actions.cancel(run.id)}>
            {t('action.close')}
          </Button>
        </NothingToSync>
      </>
    );
  }
  return (
    <>
      <PlanNotices run={run} plan={plan} />
      <Brakes brakes={plan.brakes} />
      <div className={classes.summary}>
        <div className={classes.groups}>
          <PlanGroups plan={plan} />
        </div>
        <BeforeAfter plan={plan} />
      </div>
    </>
  );
}

function PlanTable(props: PreviewProps) {
  const { t } = useWording();
  const { columns, filters } = usePlanColumns();
  if (props.run?.plan?.changes === 0) return null;
  if (props.trouble !== null && props.rows === null) {
    return <Notice tone="info">{t('preview.ended')}</Notice>;
  }
  return (
    <DataTable
      label={t('preview.table')}
      rows={props.rows}
      rowId={(row) => row.key}
      rowName={(row) => `${row.number} ${row.clientName}`.trim()}
      columns={columns}
      filters={filters}
      minWidth={976}
      totals={planTotals}
      trouble={props.trouble}
      onRetry={props.onRetry}
      empty={<Empty title={t('preview.empty')} />}
    />
  );
}
