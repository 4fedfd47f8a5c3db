/** Why a document cannot be converted, in one sentence; or what the adjustment needs to be made. */
import type { Finding } from '../../checks/finding';
import { labelOfId } from '../../ledger/document-id';
import type { Application, Payment } from '../../ledger/entities';
import { type Phrase, type PhraseId, type PhraseValues, phrase } from '../../wording/phrase';
import { exclusionOf } from '../gate';
import type { Scene } from '../scene';
import { adjustmentsOf, type Convertible, isExplained, isOf } from './convert-facts';

export interface Ready {
  /** The client in TPS. */
  readonly clientId: string;
  /** What the adjustment is applied to, by TPS invoice. */
  readonly applied: readonly Application[];
  /** It stands in TPS already: an earlier conversion was cut off after it. */
  readonly exists: boolean;
}

export type Readiness = Ready | { readonly refused: Phrase };

export function readiness(
  scene: Scene,
  found: Convertible,
  findings: readonly Finding[],
): Readiness {
  const company = findings.find(({ severity, client }) => severity === 'block' && client === null);
  if (company) return { refused: company.what };
  const client = clientIn(scene, found);
  if ('refused' in client) return client;
  const refused = usedOtherwise(found) ?? closed(scene, found) ?? unmapped(scene, found);
  if (refused) return { refused };
  const existing = adjustmentsOf(scene, found.original);
  if (existing.length > 0) {
    const other = existing.length > 1 || !existing.every((doc) => isEqual(doc, found, client.id));
    const adjustment = labelOfId(existing[0]?.id ?? '');
    if (other) return { refused: about(found, 'convert.otherAdjustment', { adjustment }) };
    return { clientId: client.id, applied: [], exists: true };
  }
  const applied = appliedInTps(scene, found);
  if ('refused' in applied) return applied;
  return { clientId: client.id, applied: applied.applications, exists: false };
}

/** The customer's own twin. One that another stands for has none: its credit could not be booked. */
function clientIn(scene: Scene, found: Convertible): { readonly id: string } | { refused: Phrase } {
  const { clientId: qboId } = found.original;
  const customer = scene.now.qbo.clients.get(qboId);
  const name = customer?.name ?? qboId;
  const why = exclusionOf(scene, 'qbo', qboId);
  if (why !== null) return { refused: phrase('hold.excluded', { client: name, why }) };
  const id = scene.links.twin('qbo', 'client', qboId);
  if (id === null) return { refused: about(found, 'convert.unpaired', { client: name }) };
  if (scene.now.tps.clients.get(id)?.status === 'deleted') {
    return { refused: phrase('hold.deletedInTps', { client: name }) };
  }
  if (customer?.status === 'inactive')
    return { refused: phrase('hold.inactive', { client: name }) };
  return { id };
}

/** Something that hangs on it would be torn apart: other money, other credits, a refund. */
function usedOtherwise(found: Convertible): Phrase | null {
  const { original, raises, parts } = found;
  const mixed = raises ? parts[0] : parts.find((part) => !appliesOnly(part, found));
  if (mixed) {
    const { amountCents, date: docDate } = mixed;
    return about(found, raises ? 'convert.paid' : 'convert.mixedPayment', { amountCents, docDate });
  }
  if (isExplained(found)) return null;
  const { totalCents } = original;
  return about(found, 'convert.usedElsewhere', { totalCents });
}

/** A payment of 0.00 that spends this credit alone, on invoices of its own customer. */
function appliesOnly(part: Payment, { original }: Convertible): boolean {
  const { amountCents, unappliedCents, clientId, applications } = part;
  return (
    amountCents === 0 &&
    unappliedCents === 0 &&
    clientId === original.clientId &&
    applications.every(
      (application) =>
        isOf(application, original) ||
        (application.to === 'invoice' && application.amountCents > 0),
    )
  );
}

/** TPS and QBO refuse what lies in a closed period, and so would the booking that follows. */
function closed(scene: Scene, found: Convertible): Phrase | null {
  const [first] = [found.original, ...found.parts].map(({ date }) => date).sort();
  for (const system of ['qbo', 'tps'] as const) {
    const closedDate = scene.now[system].books.closedUntil;
    if (closedDate === null || first === undefined || first > closedDate) continue;
    return about(found, 'convert.closed', { docDate: first, closedDate, system });
  }
  return null;
}

/** Without its mapping the adjustment would never come back to QBO. */
function unmapped({ mappings, now }: Scene, { original, raises }: Convertible): Phrase | null {
  const special = raises ? 'adjustmentIncrease' : 'adjustmentDecrease';
  const chosen = mappings.get('special', 'tps', special);
  const { codes, adjustmentAccounts } = now.qbo.references;
  const exists = (raises ? codes : adjustmentAccounts).some(({ id }) => id === chosen);
  if (exists) return null;
  return phrase('translate.specialUnmapped', { special, amountCents: original.totalCents });
}

function isEqual(
  doc: ReturnType<typeof adjustmentsOf>[number],
  { original, raises }: Convertible,
  clientId: string,
): boolean {
  const amountCents = doc.kind === 'invoice' ? doc.totalCents : doc.amountCents;
  return (
    !doc.voided &&
    (doc.kind === 'invoice') === raises &&
    doc.clientId === clientId &&
    doc.date === original.date &&
    amountCents === original.totalCents
  );
}

/** The twins of the settled invoices, each with room for what is taken from it. */
function appliedInTps(
  scene: Scene,
  found: Convertible,
): { readonly applications: Application[] } | { readonly refused: Phrase } {
  const applications: Application[] = [];
  for (const { id, amountCents } of found.applied) {
    const invoice = scene.now.qbo.invoices.get(id)?.number || labelOfId(id);
    const twinId = scene.links.twin('qbo', 'invoice', id);
    const twin = twinId === null ? undefined : scene.now.tps.invoices.get(twinId);
    if (!twin || twin.voided) {
      return { refused: about(found, 'convert.invoiceUnpaired', { invoice, amountCents }) };
    }
    const { balanceCents: openCents } = twin;
    if (openCents < amountCents) {
      return { refused: about(found, 'convert.noRoom', { invoice, amountCents, openCents }) };
    }
    applications.push({ to: 'invoice', id: twin.id, amountCents });
  }
  return { applications };
}

function about({ original }: Convertible, id: PhraseId, values: PhraseValues): Phrase {
  const { foreignType: type, number, id: ownId } = original;
  return phrase(id, { type, number: number || ownId, ...values });
}
