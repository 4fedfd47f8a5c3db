import { Button } from '@mantine/core';
import { IconWindowMaximize } from '@tabler/icons-react';
import type { AppView } from '../../utils/views/views';
import { FirstTime } from '../panel/FirstTime';
import { NeedsYou } from '../panel/NeedsYou';
import { Result } from '../panel/Result';
import { SyncZone } from '../panel/SyncZone';
import { Systems } from '../panel/Systems';
import { TieOutLine } from '../panel/TieOutLine';
import { isEnded } from '../panel/zone';
import { Problem } from '../ui/Problem';
import type { SyncActions } from '../ui/sync-actions';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { ExportHistory } from './ExportHistory';
import classes from './PopupScreen.module.css';

const NEEDS_SHOWN_MAX = 3;

/** Quick sync from the toolbar, 360 px wide. */
export function PopupScreen(props: {
  view: AppView;
  actions: SyncActions;
  trouble: Trouble | null;
  onDismiss: () => void;
}) {
  const { t } = useWording();
  const { view, actions } = props;
  const names = {
    tps: view.pair?.firm.name ?? null,
    qbo: view.pair?.company.name ?? null,
  };
  return (
    <main className={classes.popup}>
      <header className={classes.bar}>
        <h1>{t('app.name')}</h1>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconWindowMaximize size={16} stroke={1.8} aria-hidden />}
          onClick={() => actions.openWorkspace({ view: view.pair?.ready ? 'history' : 'setup' })}
        >
          {t('popup.openWorkspace')}
        </Button>
      </header>
      <section className={classes.part} aria-label={t('panel.pairLabel')}>
        <Systems systems={view.systems} names={names} onSignIn={actions.signIn} />
      </section>
      {props.trouble ? (
        <div className={classes.part}>
          <Problem trouble={props.trouble} onClose={props.onDismiss} />
        </div>
      ) : null}
      <PopupBody view={view} actions={actions} />
    </main>
  );
}

function PopupBody({ view, actions }: { view: AppView; actions: SyncActions }) {
  const { t } = useWording();
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
  return (
    <>
      <div className={classes.part}>
        <TieOutLine tieOut={view.tieOut} onOpen={() => actions.openWorkspace({ view: 'tieout' })} />
      </div>
      <div className={classes.part}>
        <SyncZone view={view} buttons="syncNow" actions={actions} />
      </div>
      {run && isEnded(run) ? (
        <div className={classes.part}>
          <Result
            run={run}
            onHistory={() => actions.openWorkspace({ view: 'history', runId: run.id })}
          />
        </div>
      ) : null}
      {run === null ? <p className={`lb-quiet ${classes.part}`}>{t('result.none')}</p> : null}
      {view.needs.length > 0 ? (
        <div className={classes.part}>
          <NeedsYou needs={view.needs} actions={actions} limit={NEEDS_SHOWN_MAX} />
        </div>
      ) : null}
      <div className={classes.part}>
        <ExportHistory
          exporting={view.exporting}
          asked={actions.busy === 'history.export'}
          onExport={actions.exportHistory}
        />
      </div>
    </>
  );
}
