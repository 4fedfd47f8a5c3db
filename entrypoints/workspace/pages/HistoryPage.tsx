import { HistoryScreen } from '../../../components/history/HistoryScreen';
import { hashOf } from '../../../components/ui/route';
import { useAnswer } from '../../../components/ui/use-answer';
import { goTo } from '../../../components/ui/use-route';
import type { EntryPage, RunPage } from '../../../utils/views/views';
import type { PageProps } from '../page-props';
import { useOlder } from './use-older';

/** So much is drawn at once, however long the history is. */
const ENTRIES_AT_FIRST = 500;
const RUNS_AT_FIRST = 100;

export function HistoryPage({ route, view, actions, asking }: PageProps) {
  const runId = route.part === '' ? null : route.part;
  const olderRuns = useOlder<RunPage>(null, RUNS_AT_FIRST);
  const runs = useAnswer('run.list', { newest: olderRuns.newest, with: runId });
  const runPage = olderRuns.meanwhile(runs.value);
  const older = useOlder<EntryPage>(runId, ENTRIES_AT_FIRST);
  const entries = useAnswer('run.entries', { runId, newest: older.newest });
  const page = older.meanwhile(entries.value);
  const asUndo = runPage?.rows.find((run) => run.id === runId && run.cannotCount > 0);
  const cannot = useAnswer('run.cannot', asUndo ? { runId: asUndo.id } : null);
  const { send } = asking;
  const reload = () => {
    runs.refresh();
    entries.refresh();
    cannot.refresh();
  };
  const order = async (sending: Promise<{ ok: boolean }>) => {
    if ((await sending).ok) reload();
  };
  const undo = async (undoneId: string, description: string) => {
    const asked = await send('run.undo', { runId: undoneId, description });
    if (!asked.ok) return;
    goTo(hashOf('preview', asked.value.runId));
    // The button that was pressed is gone with its page.
    document.getElementById('content')?.focus();
  };
  return (
    <HistoryScreen
      runs={runPage?.rows ?? []}
      runsTotal={runPage?.total ?? 0}
      onOlderRuns={olderRuns.load}
      runId={runId}
      entries={page?.rows ?? null}
      total={page?.total ?? 0}
      onOlder={older.load}
      cannot={cannot.value}
      status={route.query.status ?? ''}
      exporting={view.exporting}
      exportAsked={asking.busy === 'history.export'}
      trouble={entries.trouble ?? runs.trouble}
      orderTrouble={asking.trouble}
      onReload={reload}
      onDismiss={asking.dismiss}
      onRetry={(entryIds) => void order(send('entry.retry', { entryIds: [...entryIds] }))}
      onRemove={(entryId, reason) => void order(send('entry.ignore', { entryId, reason }))}
      onRestore={(entryId) => void order(send('entry.restore', { entryId }))}
      onApart={(entryId) => void order(send('link.apart', { entryId }))}
      onJoin={(entryId) => void order(send('link.join', { entryId }))}
      onExport={actions.exportHistory}
      undoing={asking.busy === 'run.undo'}
      onUndo={(run, description) => void undo(run.id, description)}
    />
  );
}
