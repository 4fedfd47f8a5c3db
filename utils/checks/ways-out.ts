/**
 * What can be done about a finding. Panel, flags and the health report all take it from here, so
 * that they cannot offer different things about the same record.
 */
import type { Finding } from './finding';
import { FACTS, type WayOut } from './rules';

/** Best first. QuickBooks makes no project top-level, and a deposit has no twin that it could get. */
export function waysOut({
  rule,
  what,
  subject,
}: Pick<Finding, 'rule' | 'what' | 'subject'>): WayOut[] {
  // A run of an earlier version may have stored a rule that is none any more.
  const ways = FACTS[rule]?.waysOut ?? ['exclude'];
  return ways.filter(
    (way) =>
      !(way === 'topLevel' && what.id === 'check.project') &&
      !(way === 'take' && subject?.kind === 'deposit'),
  );
}
