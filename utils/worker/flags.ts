/** What is known about the documents and customers that a QBO page shows at this moment. */
import type { Foreign } from '../ledger/entities';
import { localDay } from '../ledger/plain-date';
import type { RequestOf } from '../messages/requests';
import { currentPair } from '../store/pair';
import { loadScene } from '../store/scene';
import { exclusionOf } from '../sync/gate';
import type { Scene } from '../sync/scene';
import { pageOf } from '../views/pages';
import type { FlagSubject, FlagView, NeedAction } from '../views/views';
import type { Locale } from '../wording/locale';
import { type Phrase, type PhraseValues, phrase } from '../wording/phrase';
import { render } from '../wording/render';
import type { Desk } from './desk';
import { freshenQbo } from './freshen';
import { localeNow } from './locale';

/** Flags for the subjects, in their order; none for what is ordinary. */
export async function flagsFor(
  desk: Desk,
  { realm, subjects }: RequestOf<'flags.get'>,
): Promise<FlagView[]> {
  let pair = await currentPair(desk.db);
  if (!pair || (realm !== null && realm !== pair.company.realm)) return [];
  await freshenQbo(desk, pair);
  pair = (await currentPair(desk.db)) ?? pair;
  const scene = await loadScene(desk.db, pair, localDay(desk.now()));
  if (!scene) return [];
  const locale = await localeNow(desk);
  return subjects.flatMap((subject) => {
    const flag = flagOf(scene, subject);
    return flag ? [saidIn(flag, locale)] : [];
  });
}

/** A flag before it is said in a language. */
interface Flag extends Omit<FlagView, 'label' | 'what' | 'advice'> {
  readonly label: Phrase;
  readonly what: Phrase;
  readonly advice: Phrase | null;
}

function saidIn(flag: Flag, locale: Locale): FlagView {
  return {
    ...flag,
    label: render(flag.label, locale),
    what: render(flag.what, locale),
    advice: flag.advice && render(flag.advice, locale),
  };
}

function flagOf(scene: Scene, subject: FlagSubject): Flag | null {
  switch (subject.type) {
    case 'customer':
      return customerFlag(scene, subject);
    case 'invoice':
    case 'payment':
      return linkedFlag(scene, subject, subject.type);
    default:
      return foreignFlag(scene, subject);
  }
}

const FOREIGN = {
  creditmemo: { types: ['creditMemo'], flag: 'creditMemo' },
  journal: { types: ['journalEntry'], flag: 'journal' },
  deposit: { types: ['deposit'], flag: 'deposit' },
  expense: { types: ['expense'], flag: 'deposit' },
  check: { types: ['cheque'], flag: 'deposit' },
} as const;

function foreignFlag(scene: Scene, subject: FlagSubject): Flag | null {
  if (!(subject.type in FOREIGN)) return null;
  const { types, flag } = FOREIGN[subject.type as keyof typeof FOREIGN];
  const found = scene.now.qbo.foreign.find(
    (foreign) =>
      foreign.id === subject.id && (types as readonly string[]).includes(foreign.foreignType),
  );
  if (!found) return null;
  const why = exclusionOf(scene, 'qbo', found.clientId);
  if (why !== null) return excluded(scene, subject, found.clientId, why);
  return {
    subject,
    tone: 'stop',
    label: phrase(`flag.${flag}`),
    what: phrase(`flag.${flag}What`, foreignValues(scene, found)),
    advice: phrase(`flag.${flag}Advice`),
    actions: [...convert(found), exclude(scene, found.clientId)],
  };
}

/** What an adjustment in TPS can replace. */
function convert({ foreignType, id }: Foreign): NeedAction[] {
  if (foreignType !== 'creditMemo' && foreignType !== 'journalEntry') return [];
  return [{ do: 'convert', foreignType, id }];
}

function foreignValues(scene: Scene, foreign: Foreign): PhraseValues {
  return {
    client: nameOf(scene, foreign.clientId),
    openCents: Math.abs(foreign.openCents || foreign.totalCents),
  };
}

function customerFlag(scene: Scene, subject: FlagSubject): Flag | null {
  const customer = scene.now.qbo.clients.get(subject.id);
  if (!customer) return null;
  const why = exclusionOf(scene, 'qbo', customer.id);
  if (why !== null) return excluded(scene, subject, customer.id, why);
  if (customer.parentId !== null) {
    const flag = customer.isProject ? 'project' : 'subCustomer';
    return {
      subject,
      tone: customer.balanceCents === 0 ? 'warn' : 'stop',
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
  const held = scene.now.qbo.foreign.find((f) => f.clientId === customer.id && f.openCents !== 0);
  if (held) {
    const flag =
      held.foreignType === 'creditMemo'
        ? 'creditMemo'
        : held.foreignType === 'journalEntry'
          ? 'journal'
          : 'deposit';
    const page = pageOf('qbo', held.foreignType, held.id);
    return {
      subject,
      tone: 'stop',
      label: phrase(`flag.${flag}`),
      what: phrase(`flag.${flag}What`, foreignValues(scene, held)),
      advice: phrase(`flag.${flag}Advice`),
      actions: [
        ...convert(held),
        ...(page ? [{ do: 'open' as const, ...page }] : []),
        exclude(scene, customer.id),
      ],
    };
  }
  const below = [...scene.now.qbo.clients.values()].filter(
    (child) => child.parentId === customer.id && child.balanceCents !== 0,
  );
  if (below.length > 0) {
    return {
      subject,
      tone: 'warn',
      label: phrase('flag.parent'),
      what: phrase('flag.parentWhat', {
        client: customer.name,
        balanceCents: below.reduce((sum, child) => sum + child.balanceCents, 0),
      }),
      advice: null,
      actions: [],
    };
  }
  return inactiveFlag(scene, subject);
}

function inactiveFlag(scene: Scene, subject: FlagSubject): Flag | null {
  const customer = scene.now.qbo.clients.get(subject.id);
  const twin = scene.links.twin('qbo', 'client', subject.id);
  const client = twin === null ? undefined : scene.now.tps.clients.get(twin);
  if (customer?.status !== 'inactive' || !client || client.balanceCents === 0) return null;
  return {
    subject,
    tone: 'stop',
    label: phrase('flag.inactive'),
    what: phrase('flag.inactiveWhat', {
      client: client.name,
      balanceCents: client.balanceCents,
    }),
    advice: phrase('flag.inactiveAdvice'),
    actions: [exclude(scene, subject.id)],
  };
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
  return {
    subject,
    tone: 'info',
    label: phrase('flag.excluded'),
    what: phrase('flag.excludedWhat', { client: nameOf(scene, clientId), why }),
    advice: null,
    actions: [],
  };
}

function exclude(scene: Scene, clientId: string): NeedAction {
  return { do: 'exclude', side: 'qbo', clientId, clientName: nameOf(scene, clientId) };
}

function nameOf(scene: Scene, clientId: string): string {
  return scene.now.qbo.clients.get(clientId)?.name ?? clientId;
}
