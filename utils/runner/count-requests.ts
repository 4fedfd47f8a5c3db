import type { RunnerDeps } from './deps';

/** Adds the requests sent since the last call to the run's own count. */
export async function countRequests(deps: RunnerDeps, runId: string): Promise<void> {
  const sent = deps.takeRequests();
  if (sent.tps + sent.qbo === 0) return;
  await deps.db.runs
    .where('id')
    .equals(runId)
    .modify((run) => {
      run.requests.tps += sent.tps;
      run.requests.qbo += sent.qbo;
      run.requests.writes += sent.writes;
    });
}
