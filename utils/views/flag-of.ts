/** What a page of QuickBooks shows, as a flag: what it is, why it hurts the sync, what can be done. */
import type { Finding } from '../checks/finding';
import type { Rule } from '../checks/rules';
import { exclusionOf } from '../sync/gate';
import { isSettledBranch, ownerOf } from '../sync/owner';
import type { Scene } from '../sync/scene';
import { type Phrase, phrase } from '../wording/phrase';
import type { NeedAction } from './app';
import type { FlagSubject, FlagView } from './flags';
import { actionsFor } from './needs';
import { pageOf } from './pages';

/** A flag before it is said in a language. */
export interface Flag extends Omit<FlagView, 'label' | 'what' | 'advice'> {
  readonly label: Phrase;
  readonly what: Phrase;
  readonly advice: Phrase | null;
}

const NOTHING_TAKEN: ReadonlySet<string> = new Set();

/** `findings`: those of this very scene. Null for what is ordinary. */
export function flagOf(
  scene: Scene,
  findings: readonly Finding[],
  subject: FlagSubject,
): Flag | null {
  switch (subject.type) {
    case 'customer':
      return customerFlag(scene, findings, subject);
    case 'invoice':
    case 'payment':
      return linkedFlag(scene, subject, subject.type);
    default:
      return foreignFlag(scene, findings, subject);
  }
}

const KINDS = {
  creditmemo: ['creditMemo'],
  journal: ['journalEntry'],
  deposit: ['deposit'],
  expense: ['expense'],
  check: ['cheque'],
} as const;

function foreignFlag(
  scene: Scene,
  findings: readonly Finding[],
  subject: FlagSubject,
): Flag | null {
  if (!(subject.type in KINDS)) return null;
  const kinds: readonly string[] = KINDS[subject.type as keyof typeof KINDS];
  const isIt = (kind: string, id: string) => id === subject.id && kinds.includes(kind);
  const found = scene.now.qbo.foreign.filter(({ foreignType, id }) => isIt(foreignType, id));
  const finding = findings.find((one) => one.subject && isIt(one.subject.kind, one.subject.id));
  if (finding) return findingFlag(scene, finding, subject);
  for (const { clientId } of found) {
    const why = exclusionOf(scene, 'qbo', clientId);
    if (why !== null) return excluded(scene, subject, clientId, why);
  }
  return null;
}

function customerFlag(
  scene: Scene,
  findings: readonly Finding[],
  subject: FlagSubject,
): Flag | null {
  const customer = scene.now.qbo.clients.get(subject.id);
  if (!customer) return null;
  const why = exclusionOf(scene, 'qbo', customer.id);
  if (why !== null) return excluded(scene, subject, customer.id, why);
  const own = findings.filter(({ client }) => client?.qboId === customer.id);
  const itself = own.find(
    (one) => one.subject?.kind === 'client' && one.subject.id === customer.id,
  );
  const finding = itself ?? own[0];
  if (finding) return findingFlag(scene, finding, subject);
  if (customer.parentId === null) return null;
  const ownerId = ownerOf(scene, 'qbo', customer.id);
  const flag = customer.isProject ? 'project' : 'subCustomer';
  if (ownerId !== customer.id) {
    const values = { client: customer.name, parent: nameOf(scene, ownerId) };
    return quiet(subject, phrase(`flag.${flag}`), phrase('flag.rolledUpWhat', values));
  }
  if (isSettledBranch(scene, customer.id)) return null;
  return {
    subject,
    tone: 'warn',
    label: phrase(`flag.${flag}`),
    what: phrase(`flag.${flag}What`, {
      client: customer.name,
      parent: nameOf(scene, customer.parentId),
      balanceCents: customer.balanceCents,
    }),
    advice: phrase(`flag.${flag}Advice`),
    actions: [exclude(scene, customer.id)],
  };
}

/** The words that a flag has for a rule; what has none says what the finding says. */
const WORDS = {
  creditMemo: 'creditMemo',
  journalEntry: 'journal',
  depositOrCheque: 'deposit',
  subCustomer: 'subCustomer',
  inactiveCustomer: 'inactive',
} as const satisfies Partial<Record<Rule, string>>;

function findingFlag(scene: Scene, finding: Finding, subject: FlagSubject): Flag {
  const common = {
    subject,
    tone: finding.severity === 'block' ? ('stop' as const) : ('warn' as const),
    actions: actionsFor(finding, NOTHING_TAKEN).filter(
      (action) => action.do !== 'open' || subject.type === 'customer',
    ),
  };
  const { rule, what } = finding;
  if (rule === 'subCustomer' && finding.subject?.id !== subject.id) {
    const below = [...scene.now.qbo.clients.values()].filter((c) => c.parentId === subject.id);
    const balanceCents = below.reduce((sum, child) => sum + child.balanceCents, 0);
    const values = { client: nameOf(scene, subject.id), balanceCents };
    const parent = { label: phrase('flag.parent'), what: phrase('flag.parentWhat', values) };
    // Each of them has its own page, and its own ways out.
    return { ...common, ...parent, advice: null, actions: [] };
  }
  if (!(rule in WORDS)) return { ...common, label: phrase('flag.blocked'), what, advice: null };
  const isProject = what.id === 'check.project';
  const word = isProject ? 'project' : WORDS[rule as keyof typeof WORDS];
  return {
    ...common,
    label: phrase(`flag.${word}`),
    what: phrase(`flag.${word}What`, valuesOf(scene, finding)),
    advice: phrase(`flag.${word}Advice`),
  };
}

function valuesOf(scene: Scene, { what, subject, client }: Finding) {
  const foreign = scene.now.qbo.foreign.find(
    (one) =>
      one.id === subject?.id && one.foreignType === subject.kind && one.clientId === client?.qboId,
  );
  const open = foreign ? { openCents: Math.abs(foreign.openCents || foreign.totalCents) } : {};
  return { ...what.values, ...open };
}

function quiet(subject: FlagSubject, label: Phrase, what: Phrase): Flag {
  return { subject, tone: 'info', label, what, advice: null, actions: [] };
}

/** A document that has its twin in TPS: quiet when both say the same. */
function linkedFlag(scene: Scene, subject: FlagSubject, type: 'invoice' | 'payment'): Flag | null {
  const twin = scene.links.twin('qbo', type, subject.id);
  if (twin === null) return null;
  const page = pageOf('tps', type, twin);
  const actions: NeedAction[] = page ? [{ do: 'open', ...page }] : [];
  const [here, there] =
    type === 'invoice'
      ? [
          amountOf(scene.now.qbo.invoices.get(subject.id)),
          amountOf(scene.now.tps.invoices.get(twin)),
        ]
      : [
          amountOf(scene.now.qbo.payments.get(subject.id)),
          amountOf(scene.now.tps.payments.get(twin)),
        ];
  if (!here || !there) return null;
  const same = here.cents === there.cents;
  return {
    subject,
    tone: same ? 'ok' : 'warn',
    label: phrase(same ? 'flag.linked' : 'flag.differs'),
    what: same
      ? phrase('flag.linkedWhat', { number: there.number, amountCents: there.cents })
      : phrase('flag.differsWhat', {
          number: there.number,
          tpsCents: there.cents,
          qboCents: here.cents,
        }),
    advice: null,
    actions,
  };
}

function amountOf(
  doc:
    | { totalCents: number; number: string }
    | { amountCents: number; reference: string }
    | undefined,
): { cents: number; number: string } | null {
  if (!doc) return null;
  return 'totalCents' in doc
    ? { cents: doc.totalCents, number: doc.number }
    : { cents: doc.amountCents, number: doc.reference };
}

function excluded(scene: Scene, subject: FlagSubject, clientId: string, why: string): Flag {
  const what = phrase('flag.excludedWhat', { client: nameOf(scene, clientId), why });
  return quiet(subject, phrase('flag.excluded'), what);
}

function exclude(scene: Scene, clientId: string): NeedAction {
  return { do: 'exclude', side: 'qbo', clientId, clientName: nameOf(scene, clientId) };
}

function nameOf(scene: Scene, clientId: string): string {
  return scene.now.qbo.clients.get(clientId)?.name ?? clientId;
}
