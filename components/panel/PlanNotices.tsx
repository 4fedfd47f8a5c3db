import type { PlanView, RunView } from '../../utils/views/views';
import { Notice } from '../ui/Notice';
import { useWording } from '../ui/wording';

/** What a person should know before reading a plan: why it is new, what was lost and found again. */
export function PlanNotices({ run, plan }: { run: RunView; plan: PlanView }) {
  const { say } = useWording();
  return (
    <>
      {run.reason ? <Notice tone="warn">{say(run.reason)}</Notice> : null}
      {plan.setAside ? <Notice tone="warn">{say(plan.setAside)}</Notice> : null}
      {plan.rebuilt ? <Notice tone="info">{say(plan.rebuilt)}</Notice> : null}
    </>
  );
}
