import type { Draft } from './draft';
import { TpsProblem } from './problem';
import type { Application } from './records';

/** What a receipt or credit may be put on. */
type Targets = 'invoices' | 'invoices and increases';

interface Change {
  readonly clientId: number;
  readonly amountCents: number;
  readonly before: readonly Application[];
  readonly after: readonly Application[];
  readonly targets: Targets;
}

/**
 * Moves applications from `before` to `after`: takes off and puts on the documents concerned, whose
 * version therefore moves too. Throws 422 when one of them cannot take it.
 */
export function changeApplications(draft: Draft, change: Change): void {
  const { before, after, amountCents } = change;
  let appliedCents = 0;
  const deltas = new Map<string, number>();
  for (const application of after) {
    const key = keyOf(application);
    if (deltas.has(key)) throw refused(`${key} is named twice.`);
    deltas.set(key, application.amountCents);
    appliedCents += application.amountCents;
  }
  if (appliedCents > amountCents) throw refused('More is applied than the amount.');
  for (const application of before) {
    const key = keyOf(application);
    deltas.set(key, (deltas.get(key) ?? 0) - application.amountCents);
  }
  for (const application of before) move(draft, application, deltas.get(keyOf(application)) ?? 0);
  const known = new Set(before.map(keyOf));
  for (const application of after) {
    checkTarget(draft, application, change);
    if (known.has(keyOf(application))) continue;
    move(draft, application, application.amountCents);
  }
}

function move(draft: Draft, target: Application, deltaCents: number): void {
  if (deltaCents === 0) return;
  if (target.documentType === 'invoice') {
    const invoice = draft.get('invoice', target.documentId);
    if (!invoice) throw refused(`There is no invoice ${target.documentId}.`);
    const appliedCents = invoice.appliedCents + deltaCents;
    if (appliedCents > invoice.totalCents) {
      throw refused(`More is applied than is open on invoice ${invoice.code}-${invoice.number}.`);
    }
    draft.put('invoice', { ...invoice, appliedCents });
    return;
  }
  const adjustment = draft.get('adjustment', target.documentId);
  if (!adjustment) throw refused(`There is no adjustment ${target.documentId}.`);
  const appliedCents = adjustment.appliedCents + deltaCents;
  if (appliedCents > adjustment.amountCents) {
    throw refused(`More is applied than is open on adjustment ${adjustment.id}.`);
  }
  draft.put('adjustment', { ...adjustment, appliedCents });
}

function checkTarget(draft: Draft, target: Application, change: Change): void {
  const { documentType, documentId } = target;
  if (documentType === 'adjustment' && change.targets === 'invoices') {
    throw refused('A decrease is applied to invoices only.');
  }
  const document = draft.get(documentType, documentId);
  if (!document) throw refused(`There is no ${documentType} ${documentId}.`);
  if (document.isVoid) throw refused(`The ${documentType} ${documentId} is void.`);
  if (document.clientId !== change.clientId) {
    throw refused(`The ${documentType} ${documentId} belongs to another client.`);
  }
  if ('direction' in document && document.direction === 'decrease') {
    throw refused(`The adjustment ${documentId} is a decrease.`);
  }
}

function keyOf(application: Application): string {
  return `${application.documentType} ${application.documentId}`;
}

function refused(detail: string): TpsProblem {
  return new TpsProblem('rule', detail, { applications: [detail] });
}
