import type { RunView } from '../../../utils/views/views';
import { writesIntoBooks } from '../../e2e/harness/control';
import type { RunSummary } from './summary';
import type { Tour } from './tour';

/** Does a run, and counts what it asked of the stand-ins. */
export async function countRun(tour: Tour, work: () => Promise<RunView>): Promise<RunView> {
  const { control } = tour.scene;
  await control.forgetRequests();
  const startMs = performance.now();
  const run = await work();
  const ms = Math.round(performance.now() - startMs);
  const { counts } = await control.requests();
  const writes = await writesIntoBooks(control);
  const sum = (site: string) =>
    Object.entries(counts)
      .filter(([key]) => key.startsWith(`${site} `))
      .reduce((total, [, count]) => total + count, 0);
  const { planned, done, skipped, failed, notAttempted } = run.counts;
  tour.runs.push({
    status: statusOf(run),
    planned,
    done,
    skipped,
    failed,
    notAttempted,
    qboRequests: sum('qbo'),
    tpsRequests: sum('tps'),
    writes: writes.length,
    ms,
  });
  return run;
}

/** A preview that was closed because there was nothing to do came to a good end. */
function statusOf(run: RunView): RunSummary['status'] {
  const { status } = run;
  if (status === 'success' || status === 'waiting' || status === 'warning') return status;
  return run.status === 'cancelled' && run.counts.planned === 0 ? 'success' : 'failed';
}
