/** The health report as the set-up shows it: what the core found, with the pages to open. */
import type { HealthGroup, HealthItem } from '../health/group';
import { healthReport } from '../health/health-report';
import { presumedPairsInSlices } from '../health/presumed-pairs';
import { localDay } from '../ledger/plain-date';
import type { RequestOf } from '../messages/requests';
import { patiently } from '../port/patiently';
import { readBooks } from '../runner/pull-stage';
import { isRead, loadScene } from '../store/scene';
import { findingsOf } from '../sync/plan/plan';
import type { Scene } from '../sync/scene';
import { pageOf } from '../views/pages';
import type { HealthGroupView, HealthItemView, HealthView } from '../views/views';
import type { Desk } from './desk';
import { mustPair } from './must-pair';

/**
 * Looks at both books as last read; reads them first when that is asked, or when they never were.
 * Writes to neither. Throws what reading throws: signed out, wrong company.
 */
export async function healthView(
  desk: Desk,
  { reload }: RequestOf<'health.get'>,
): Promise<HealthView> {
  let pair = await mustPair(desk.db);
  const deps = desk.runnerDeps(pair);
  const breathe = () => deps.sleep(0);
  if (reload || !isRead(pair)) {
    const { id } = pair;
    await patiently(() => readBooks(deps, id, 'changes', () => {}, { lists: true }), deps);
    pair = await mustPair(desk.db);
  }
  const scene = await loadScene(desk.db, pair, localDay(desk.now()));
  if (reload) desk.onChange();
  return {
    firm: pair.firm.name,
    company: pair.company.name,
    ready: pair.ready,
    readAt: pair.watermarks.qbo,
    groups: scene ? (await groupsOf(scene, breathe)).map(groupView) : [],
  };
}

async function groupsOf(scene: Scene, breathe: () => Promise<void>): Promise<HealthGroup[]> {
  const pairs = await presumedPairsInSlices(scene, breathe);
  return healthReport(scene, findingsOf(scene), pairs);
}

function groupView({ items, ...group }: HealthGroup): HealthGroupView {
  return { ...group, items: items.map(itemView) };
}

function itemView({ subject, actions, ...item }: HealthItem): HealthItemView {
  return {
    ...item,
    page: subject && pageOf(subject.side, subject.kind, subject.id),
    actions: [...actions],
  };
}
