/**
 * From a scene to a plan: what would be written, in order, and what is held back and why. Pure:
 * the same scene gives the same plan.
 */
import { allFindings } from '../../checks/all';
import type { CheckInput, Finding } from '../../checks/finding';
import { groupSteps } from '../../ledger/component';
import { isPlaceholder, PLANNED, splitId } from '../../ledger/document-id';
import type { Client, Invoice, Payment } from '../../ledger/entities';
import type { Link } from '../../ledger/link';
import { recordKey } from '../../ledger/record-key';
import { SIDES, type Side } from '../../ledger/side';
import type { SnapshotOn } from '../../ledger/snapshot';
import { each, inOneGo, type Steps } from '../../ledger/steps';
import { similarClients } from '../../matching/similar-client';
import { exclusionOf, gatesOf } from '../gate';
import { type Hold, type Intent, otherOwner } from '../intent';
import { inOrder } from '../intent-order';
import { OwedAfterwards } from '../owed-after';
import { isSettledBranch, twinOf } from '../owner';
import { clientKey, type Scene } from '../scene';
import { isLaterGroup, scopeSteps } from '../scope';
import { ownTagIntents } from './copied-tags';
import { detachedFirst } from './detach-first';
import type { DocumentPlan } from './document-plan';
import type { Doc } from './document-rules';
import { invoiceRules } from './invoice-rules';
import { numbersInTurn } from './numbers-in-turn';
import { withinRoom } from './over-applied';
import { paymentLinkIntents } from './payment-links';
import { type PlannedInvoices, paymentRules } from './payment-rules';
import { planClients } from './plan-clients';
import { DocumentPlanner } from './plan-documents';
import { Residues } from './residue';
import { settledTwins } from './settled-twins';
import { withoutPaid } from './still-paid';

export interface Plan {
  readonly intents: readonly Intent[];
  readonly holds: readonly Hold[];
  readonly findings: readonly Finding[];
  /** Links whose base moves on without a write. */
  readonly rebase: readonly string[];
}

/** Links, documents or groups of a step: some milliseconds of work. */
const MANY = 1_000;

/** A matched twin may bring its own group into scope; each round can only add to it. */
const ROUNDS_MAX = 20;

/** Of a scene, which is never changed, there is one plan. */
const made = new WeakMap<Scene, Plan>();

export function makePlan(scene: Scene): Plan {
  return inOneGo(planSteps(scene));
}

/** The same plan in steps: who asks for it afterwards has it at once. */
export function* planSteps(scene: Scene): Steps<Plan> {
  const plan = made.get(scene) ?? (yield* planOf(scene));
  made.set(scene, plan);
  return plan;
}

function* planOf(scene: Scene): Steps<Plan> {
  const findings = yield* findingSteps(scene);
  const similar = similarClients(unlinkedOn(scene, 'tps'), unlinkedOn(scene, 'qbo'));
  let touched = new Set<string>();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const plan = yield* planOnce(scene, findings, similar, touched);
    const grown = touchedBy(plan.intents);
    if (grown.size === touched.size) return plan;
    touched = grown;
  }
  throw new Error('the scope of the plan does not settle');
}

const found = new WeakMap<Scene, readonly Finding[]>();

/** Everything in the books that the sync cannot carry over. */
export function findingsOf(scene: Scene): readonly Finding[] {
  return inOneGo(findingSteps(scene));
}

function* findingSteps(scene: Scene): Steps<readonly Finding[]> {
  const known = found.get(scene);
  if (known) return known;
  const findings = allFindings(yield* checkInput(scene));
  found.set(scene, findings);
  yield;
  return findings;
}

function unlinkedOn<S extends Side>(scene: Scene, side: S) {
  const { clients, invoices }: SnapshotOn<S> = scene.now[side];
  return {
    clients: [...clients.values()].filter(
      ({ id, status, parentId }) =>
        status !== 'deleted' && parentId === null && !scene.links.find(side, 'client', id),
    ),
    invoices: invoices.values(),
  };
}

function* planOnce(
  scene: Scene,
  findings: readonly Finding[],
  similar: (client: Client) => string | null,
  touched: ReadonlySet<string>,
): Steps<Plan> {
  const gates = gatesOf(scene, findings, similar);
  const scope = {
    tps: yield* scopeSteps(scene, 'tps', touched),
    qbo: yield* scopeSteps(scene, 'qbo', touched),
  };
  const invoices = new DocumentPlanner<Invoice>(scene, gates, invoiceRules(scene));
  yield;
  yield* each(scene.links.all, MANY, (link) => planLinkedInvoice(scene, invoices, link));
  const settled = settledTwins(scene, gates);
  for (const twins of settled.invoices) invoices.settled(twins);
  for (const side of SIDES) {
    yield* each(scope[side].invoices, MANY, (invoice) => invoices.unlinked(invoice));
  }
  yield;

  const payments = new DocumentPlanner<Payment>(
    scene,
    gates,
    paymentRules(
      scene,
      plannedInvoices(invoices.plan.intents),
      unsureInvoices(scene, invoices.plan),
      new Set(settled.payments.flatMap(({ tps, qbo }) => [keyOf(tps), keyOf(qbo)])),
    ),
  );
  for (const twins of settled.payments) payments.settled(twins);
  yield;
  yield* each(scene.links.all, MANY, (link) => {
    if (link.type === 'payment') planLinkedPayment(scene, payments, link);
  });
  for (const side of SIDES) {
    yield* each(scope[side].payments, MANY, (payment) => payments.unlinked(payment));
  }

  const residues = new Residues(scene);
  const fits = withinRoom(scene, [
    ...invoices.plan.intents,
    ...payments.plan.intents.map((intent) => settling(residues, intent)),
  ]);
  const unpaid = withoutPaid(scene, fits.intents);
  const documents = unpaid.intents;
  const inTurn = numbersInTurn(scene, detachedFirst(scene, documents));
  const owed = new OwedAfterwards(inTurn.intents);
  yield;
  const clients = planClients(scene, gates, clientsNeeded(documents), owed);
  yield;
  const links = paymentLinkIntents(scene, gates, invoices.plan.intents);
  yield;
  const tags = ownTagIntents(scene, gates, documents);
  yield;
  return {
    intents: inOrder([...clients.intents, ...inTurn.intents, ...links, ...tags]),
    holds: [
      ...clients.holds,
      ...invoices.plan.holds,
      ...payments.plan.holds,
      ...fits.holds,
      ...unpaid.holds,
      ...inTurn.holds,
    ],
    findings: findings.filter((finding) => !isCarriedAway(scene, finding, owed)),
    rebase: [...clients.rebase, ...invoices.plan.rebase, ...payments.plan.rebase],
  };
}

/** What it pays the last of, where the twin of that is yet to be created. */
function settling(residues: Residues, intent: Intent): Intent {
  const { record, draft, does } = intent;
  if (does !== 'create' && does !== 'update') return intent;
  if (record.kind !== 'payment' || draft.kind !== 'payment') return intent;
  if (!draft.applications.some(({ id }) => isPlaceholder(id))) return intent;
  const found = residues.settling(record);
  return Object.keys(found).length > 0 ? { ...intent, settling: found } : intent;
}

function keyOf({ side, kind, id }: Doc): string {
  return recordKey(side, kind, id);
}

/** A merged customer: what its client owes in TPS goes to another by this very plan. */
function isCarriedAway(scene: Scene, { rule, client }: Finding, owed: OwedAfterwards): boolean {
  const inTps = client?.tpsId ? scene.now.tps.clients.get(client.tpsId) : undefined;
  return rule === 'inactiveCustomer' && !!inTps && owed.of(inTps).balanceCents === 0;
}

/** Invoices that are held, or that are to be written anew in place of one that is gone. */
function unsureInvoices(
  scene: Scene,
  { holds, intents }: Pick<DocumentPlan<Invoice>, 'holds' | 'intents'>,
): Set<string> {
  const again = intents.filter(({ does, linkId }) => does === 'create' && linkId !== null);
  const ends = [
    ...holds.map(({ side, id }) => ({ side, id })),
    ...again.map(({ record: { side, id } }) => ({ side, id })),
  ];
  return new Set(
    ends.flatMap(({ side, id }) => {
      const link = scene.links.find(side, 'invoice', id);
      return link
        ? [recordKey('tps', 'invoice', link.tpsId), recordKey('qbo', 'invoice', link.qboId)]
        : [];
    }),
  );
}

function planLinkedInvoice(scene: Scene, invoices: DocumentPlanner<Invoice>, link: Link): void {
  const { tps, qbo } = link.base;
  if (tps.kind !== 'invoice' || qbo.kind !== 'invoice') return;
  const now = {
    tps: scene.now.tps.invoices.get(link.tpsId) ?? null,
    qbo: scene.now.qbo.invoices.get(link.qboId) ?? null,
  };
  invoices.linked(link, now, { tps, qbo });
}

function planLinkedPayment(scene: Scene, payments: DocumentPlanner<Payment>, link: Link): void {
  const { tps, qbo } = link.base;
  if (tps.kind !== 'payment' || qbo.kind !== 'payment') return;
  const now = {
    tps: scene.now.tps.payments.get(link.tpsId) ?? null,
    qbo: scene.now.qbo.payments.get(link.qboId) ?? null,
  };
  payments.linked(link, now, { tps, qbo });
}

function plannedInvoices(intents: readonly Intent[]): PlannedInvoices {
  const planned = new Map<string, { key: string; twinId: string | null }>();
  for (const intent of intents) {
    if (intent.does !== 'create' && intent.does !== 'link') continue;
    const { record } = intent;
    planned.set(recordKey(record.side, 'invoice', record.id), {
      key: intent.key,
      twinId: intent.target?.id ?? null,
    });
    if (intent.target) {
      planned.set(recordKey(intent.target.side, 'invoice', intent.target.id), {
        key: intent.key,
        twinId: record.id,
      });
    }
  }
  return planned;
}

/** Clients without a twin whose documents are to be created on the other side. */
function clientsNeeded(documents: readonly Intent[]): Set<string> {
  const needed = new Set<string>();
  for (const intent of documents) {
    const { does, record, draft } = intent;
    const owner = otherOwner(intent);
    const isToCome = draft && draft.kind !== 'client' && draft.clientId === PLANNED;
    if ((does === 'create' || isToCome) && isDocument(record))
      needed.add(clientKey(record.side, owner ?? record.clientId));
  }
  return needed;
}

function isDocument(record: Intent['record']): record is Doc {
  return record.kind !== 'client';
}

function touchedBy(intents: readonly Intent[]): Set<string> {
  const touched = new Set<string>();
  for (const { does, target } of intents) {
    if (does === 'link') touched.add(recordKey(target.side, target.kind, target.id));
  }
  return touched;
}

function* checkInput(scene: Scene): Steps<CheckInput> {
  const relevant = new Set<string>();
  const { invoices, payments } = scene.now.qbo;
  yield* each(yield* groupSteps(invoices, payments), MANY, (group) => {
    const linked =
      group.invoices.some((invoice) => scene.links.find('qbo', 'invoice', invoice.id)) ||
      group.payments.some((payment) => scene.links.find('qbo', 'payment', payment.id));
    if (!group.open && !linked && !isLaterGroup(scene, group)) return;
    for (const payment of group.payments) {
      for (const application of payment.applications) {
        const { list, ownId } = splitId(application.id);
        if (application.to === 'other' || list !== 'plain') relevant.add(ownId);
      }
    }
  });
  return {
    now: scene.now,
    twinOfClient: (side, id) => twinOf(scene, side, id),
    excluded: (side, id) => exclusionOf(scene, side, id) !== null,
    settledBranch: (qboId) => isSettledBranch(scene, qboId),
    past: (foreign) => !relevant.has(foreign.id),
  };
}
