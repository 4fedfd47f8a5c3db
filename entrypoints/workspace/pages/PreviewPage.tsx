import { zoneOf } from '../../../components/panel/zone';
import { PreviewScreen } from '../../../components/preview/PreviewScreen';
import { Problem } from '../../../components/ui/Problem';
import { useAnswer } from '../../../components/ui/use-answer';
import type { PageProps } from '../page-props';

/** The run of the address; without one, the run that is open now. */
export function PreviewPage({ route, view, actions, asking }: PageProps) {
  const live = view.run && zoneOf(view.run) !== 'start' ? view.run : null;
  const runId = route.part !== '' ? route.part : (live?.id ?? null);
  const current = view.run?.id === runId ? view.run : null;
  const asked = useAnswer('run.get', runId !== null && current === null ? { runId } : null);
  const run = current ?? asked.value;
  const planned = run !== null && !['pull', 'check', 'plan'].includes(run.stage);
  const rows = useAnswer('run.plan', run !== null && planned ? { runId: run.id } : null);
  const stays = run !== null && planned && run.cannotCount > 0;
  const cannot = useAnswer('run.cannot', stays ? { runId: run.id } : null);
  return (
    <>
      <Problem trouble={asking.trouble} onClose={asking.dismiss} />
      <PreviewScreen
        view={view}
        run={run}
        rows={rows.value}
        cannot={cannot.value}
        trouble={asked.trouble ?? rows.trouble ?? cannot.trouble}
        onRetry={() => {
          rows.refresh();
          cannot.refresh();
        }}
        actions={actions}
      />
    </>
  );
}
