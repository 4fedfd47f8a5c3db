import { HistoryScreen } from '../../../components/history/HistoryScreen';
import { useAnswer } from '../../../components/ui/use-answer';
import type { PageProps } from '../page-props';

export function HistoryPage({ route, view, actions, asking }: PageProps) {
  const runId = route.part === '' ? null : route.part;
  const runs = useAnswer('run.list', {});
  const entries = useAnswer('run.entries', { runId });
  const { send } = asking;
  const reload = () => {
    runs.refresh();
    entries.refresh();
  };
  const order = async (sending: Promise<{ ok: boolean }>) => {
    if ((await sending).ok) reload();
  };
  return (
    <HistoryScreen
      runs={runs.value ?? []}
      runId={runId}
      entries={entries.value}
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
      onExport={actions.exportHistory}
    />
  );
}
