import { useAnswer } from '../ui/use-answer';
import { EffectsTable } from './EffectsTable';

/** A/R by client of a run that waits in preview, with the worker behind it. */
export function EffectsSection({ runId }: { runId: string }) {
  const { value, trouble, refresh } = useAnswer('run.effects', { runId });
  return <EffectsTable effects={value} trouble={trouble} onRetry={refresh} />;
}
