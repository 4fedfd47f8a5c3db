import { sideKey } from '../../ledger/record-key';
import { phrase } from '../../wording/phrase';
import { exclude } from '../exclusion';
import { groupOf, type HealthCheck, type HealthInput, type HealthItem } from '../group';

/** Records that could not be read as their service describes them: their clients wait. */
export const unread: HealthCheck = (input) =>
  groupOf('unread', phrase('health.unread.why'), phrase('health.unread.advice'), itemsOf(input));

function itemsOf({ scene, findings, pairs }: HealthInput): HealthItem[] {
  return findings.flatMap((finding): HealthItem[] => {
    const { rule, subject, client, cause } = finding;
    if (rule !== 'unread' || !subject) return [];
    const id = subject.side === 'tps' ? client?.tpsId : client?.qboId;
    const owner = scene.now[subject.side].clients.get(id ?? '');
    return [
      {
        key: `${subject.kind}:${sideKey(subject.side, subject.id)}`,
        severity: 'blocks',
        clientName: owner?.name ?? '',
        what: cause,
        amountCents: null,
        date: null,
        subject,
        actions: owner ? [exclude(pairs, owner)] : [],
        decided: null,
      },
    ];
  });
}
