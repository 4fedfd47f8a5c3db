/** Findings of rules of which no group makes more than they say themselves. */
import type { Finding } from '../checks/finding';
import { FACTS, type HealthGroupId } from '../checks/rules';
import { waysOut } from '../checks/ways-out';
import { otherSide, SIDES } from '../ledger/side';
import { exclude, isExcluded } from './exclusion';
import type { HealthInput, HealthItem } from './group';

/** One item for each finding that is told in this group. */
export function plainItems(id: HealthGroupId, input: HealthInput): HealthItem[] {
  return input.findings.flatMap((finding) => {
    const facts = FACTS[finding.rule];
    return facts && !facts.ownItems && facts.groups.includes(id)
      ? (itemOf(input, finding) ?? [])
      : [];
  });
}

function itemOf({ scene, pairs }: HealthInput, finding: Finding): HealthItem | null {
  const { rule, severity, cause, amountCents, subject } = finding;
  const client = clientOf(scene, finding);
  if (client && isExcluded(scene, pairs, client.side, client.id)) return null;
  const canExclude = client !== null && waysOut(finding).includes('exclude');
  return {
    key: `${rule} ${subject?.id ?? client?.id ?? ''}`,
    severity: severity === 'block' ? 'blocks' : 'warns',
    clientName: client?.name ?? '',
    what: cause,
    amountCents,
    date: null,
    subject,
    actions: canExclude ? [exclude(pairs, client)] : [],
    decided: null,
  };
}

/** Whom it is about: the client on the side of the record that it names, else on either. */
function clientOf({ now }: HealthInput['scene'], { client, subject }: Finding) {
  const first = subject?.side ?? SIDES[0];
  const ids = { tps: client?.tpsId, qbo: client?.qboId };
  for (const side of [first, otherSide(first)]) {
    const found = now[side].clients.get(ids[side] ?? '');
    if (found) return found;
  }
  return null;
}
