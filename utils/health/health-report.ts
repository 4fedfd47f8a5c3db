/**
 * The health report: everything in both books that the sync cannot carry over or that a person
 * should look at first. Pure, and only read; the same scene gives the same report.
 */
import type { Finding } from '../checks/finding';
import { HEALTH_GROUPS, type HealthGroupId } from '../checks/rules';
import type { Scene } from '../sync/scene';
import { unlinkedInScope } from '../sync/scope';
import { groupOf, type HealthCheck, type HealthGroup } from './group';
import { closedPeriod } from './groups/closed-period';
import { collisions } from './groups/collisions';
import { currency } from './groups/currency';
import { deletedClients } from './groups/deleted-clients';
import { duplicateNames } from './groups/duplicate-names';
import { creditMemos, depositsAndCheques, journalEntries } from './groups/foreign-documents';
import { inactiveCustomers } from './groups/inactive-customers';
import { numbering } from './groups/numbering';
import { numbers } from './groups/numbers';
import { projects, subCustomers } from './groups/sub-customers';
import { taxCodes } from './groups/tax-codes';
import { unread } from './groups/unread';
import { plainItems } from './plain-items';
import { type PresumedPairs, presumedPairs } from './presumed-pairs';

const CHECKS: { readonly [Id in HealthGroupId]: HealthCheck } = {
  numbering,
  currency,
  unread,
  creditMemos,
  journalEntries,
  depositsAndCheques,
  subCustomers,
  projects,
  inactiveCustomers,
  deletedClients,
  duplicateNames,
  closedPeriod,
  taxCodes,
  collisions,
  numbers,
};

const RANK = { blocks: 0, warns: 1, fine: 2 } as const;

/**
 * Every group, worst first; those without anything are `fine`. `pairs`: who is whom, where that was
 * worked out already.
 */
export function healthReport(
  scene: Scene,
  findings: readonly Finding[],
  pairs: PresumedPairs = presumedPairs(scene),
): HealthGroup[] {
  const input = {
    scene,
    findings,
    pairs,
    scope: { tps: unlinkedInScope(scene, 'tps'), qbo: unlinkedInScope(scene, 'qbo') },
  };
  return HEALTH_GROUPS.map((id) => {
    const { why, advice, items } = CHECKS[id](input);
    return groupOf(id, why, advice, [...items, ...plainItems(id, input)]);
  }).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
