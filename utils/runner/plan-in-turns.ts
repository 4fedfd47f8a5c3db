import { inTurns } from '../ledger/steps';
import { type Plan, planSteps } from '../sync/plan/plan';
import type { Scene } from '../sync/scene';
import type { RunnerDeps } from './deps';

/** The plan of a scene, while which the worker goes on to answer screens and flags. */
export function planInTurns(
  { now, sleep }: Pick<RunnerDeps, 'now' | 'sleep'>,
  scene: Scene,
): Promise<Plan> {
  return inTurns(
    planSteps(scene),
    () => now().getTime(),
    () => sleep(0),
  );
}
