import type { Finding } from '../../checks/finding';
import type { Rule } from '../../checks/rules';
import { waysOut } from '../../checks/ways-out';
import { phrase } from '../../wording/phrase';
import { exclude, isExcluded } from '../exclusion';
import {
  groupOf,
  type HealthAction,
  type HealthCheck,
  type HealthInput,
  type HealthItem,
} from '../group';

/** Credit memos: TPS has none. */
export const creditMemos: HealthCheck = (input) =>
  groupOf(
    'creditMemos',
    phrase('health.creditMemos.why'),
    phrase('health.creditMemos.advice'),
    itemsOf(input, 'creditMemo'),
  );

/** Journal entries with an A/R line. */
export const journalEntries: HealthCheck = (input) =>
  groupOf(
    'journalEntries',
    phrase('health.journalEntries.why'),
    phrase('health.journalEntries.advice'),
    itemsOf(input, 'journalEntry'),
  );

/** Deposits, cheques and expenses booked on A/R. */
export const depositsAndCheques: HealthCheck = (input) =>
  groupOf(
    'depositsAndCheques',
    phrase('health.depositsAndCheques.why'),
    phrase('health.depositsAndCheques.advice'),
    itemsOf(input, 'depositOrCheque'),
  );

function itemsOf(input: HealthInput, rule: Rule): HealthItem[] {
  return input.findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => itemOf(input, finding) ?? []);
}

function itemOf({ scene, pairs }: HealthInput, finding: Finding): HealthItem | null {
  const { client, subject } = finding;
  const foreign = scene.now.qbo.foreign.find(
    (one) =>
      one.id === subject?.id && one.foreignType === subject.kind && one.clientId === client?.qboId,
  );
  if (!foreign || isExcluded(scene, pairs, 'qbo', foreign.clientId)) return null;
  const customer = scene.now.qbo.clients.get(foreign.clientId);
  const { id, foreignType, number, date, openCents } = foreign;
  return {
    key: `${foreignType}:${id}:${foreign.clientId}`,
    severity: 'blocks',
    clientName: customer?.name ?? '',
    what: phrase('health.item.document', { type: foreignType, number: number || id }),
    amountCents: openCents,
    date,
    subject,
    actions: [...conversion(finding), ...(customer ? [exclude(pairs, customer)] : [])],
    decided: null,
  };
}

function conversion(finding: Finding): HealthAction[] {
  const { subject } = finding;
  const isOffered = waysOut(finding).includes('convert');
  return isOffered && (subject?.kind === 'creditMemo' || subject?.kind === 'journalEntry')
    ? [{ do: 'convert', foreignType: subject.kind, id: subject.id }]
    : [];
}
