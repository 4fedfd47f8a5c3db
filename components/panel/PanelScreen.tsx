import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarRightCollapse, IconWindowMaximize } from '@tabler/icons-react';
import type { AppView } from '../../utils/views/views';
import { Problem } from '../ui/Problem';
import type { SyncActions } from '../ui/sync-actions';
import type { Trouble } from '../ui/trouble';
import { Unguarded } from '../ui/Unguarded';
import { useWording } from '../ui/wording';
import { FirstTime } from './FirstTime';
import { NeedsYou } from './NeedsYou';
import { NothingToSync } from './NothingToSync';
import classes from './PanelScreen.module.css';
import { Result } from './Result';
import { SyncZone } from './SyncZone';
import { Systems } from './Systems';
import { TieOutLine } from './TieOutLine';
import { isEnded } from './zone';

interface PanelProps {
  view: AppView;
  actions: SyncActions;
  /** What the last order or the last look came to, where it was refused. */
  trouble: Trouble | null;
  onDismiss: () => void;
}

/** The sync panel: 400 px wide, framed into TPS and QuickBooks. */
export function PanelScreen(props: PanelProps & { onCollapse: () => void }) {
  const { t } = useWording();
  const { view, actions } = props;
  const names = {
    tps: view.pair?.firm.name ?? null,
    qbo: view.pair?.company.name ?? null,
  };
  return (
    <main className={classes.panel}>
      <header className={classes.bar}>
        <h1>{t('app.name')}</h1>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('popup.openWorkspace')}
          title={t('popup.openWorkspace')}
          onClick={() => actions.openWorkspace({ view: view.pair?.ready ? 'history' : 'setup' })}
        >
          <IconWindowMaximize size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('panel.collapse')}
          title={t('panel.collapse')}
          onClick={props.onCollapse}
        >
          <IconLayoutSidebarRightCollapse size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </header>
      <section className={classes.part} aria-label={t('panel.pairLabel')}>
        <Systems systems={view.systems} names={names} onSignIn={actions.signIn} />
      </section>
      <Unguarded unguarded={view.unguarded} className={classes.part} />
      {props.trouble ? (
        <div className={classes.part}>
          <Problem trouble={props.trouble} onClose={props.onDismiss} />
        </div>
      ) : null}
      <PanelBody view={view} actions={actions} />
    </main>
  );
}

function PanelBody({ view, actions }: { view: AppView; actions: SyncActions }) {
  const { run } = view;
  if (!view.pair?.ready) {
    return (
      <div className={classes.part}>
        <FirstTime
          started={view.pair !== null}
          onSetUp={() => actions.openWorkspace({ view: 'setup' })}
        />
      </div>
    );
  }
  const nothing = run && isEnded(run) && run.status === 'success' && run.counts.planned === 0;
  return (
    <>
      <div className={classes.part}>
        <TieOutLine tieOut={view.tieOut} onOpen={() => actions.openWorkspace({ view: 'tieout' })} />
      </div>
      <div className={classes.part}>
        <SyncZone
          view={view}
          buttons={view.settings.oneStep ? 'both' : 'preview'}
          actions={actions}
        />
      </div>
      {run && isEnded(run) ? (
        <div className={classes.part}>
          {nothing && view.needs.length === 0 ? (
            <NothingToSync tieOut={run.tieOut ?? view.tieOut} />
          ) : (
            <Result
              run={run}
              onHistory={() => actions.openWorkspace({ view: 'history', runId: run.id })}
            />
          )}
        </div>
      ) : null}
      {view.needs.length > 0 ? (
        <div className={classes.part}>
          <NeedsYou needs={view.needs} actions={actions} />
        </div>
      ) : null}
    </>
  );
}
