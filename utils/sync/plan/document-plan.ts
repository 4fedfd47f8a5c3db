/** What comes of planning one kind of document: intents, holds, and links whose base moves on. */
import { cents } from '../../ledger/cents';
import type { Draft } from '../../ledger/drafts';
import type { Link } from '../../ledger/link';
import type { PlainDate } from '../../ledger/plain-date';
import { endsOf, intentKey, recordKey, recordNamed } from '../../ledger/record-key';
import { otherSide, type Side } from '../../ledger/side';
import { type Phrase, phrase } from '../../wording/phrase';
import type { Gate } from '../gate';
import type { Hold, Intent } from '../intent';
import type { Scene } from '../scene';
import type { Doc, DocumentRules } from './document-rules';
import { createClientKey } from './plan-clients';

/** What is to be done about a document, as far as its kind says it. */
interface Ask<D extends Doc> {
  readonly record: D;
  readonly why: Phrase;
  readonly needs?: readonly string[];
  /** What it does to the A/R of the side that is written to, in cents; none if absent. */
  readonly effectCents?: number;
}

export type ToDo<D extends Doc> = Ask<D> &
  (
    | {
        readonly does: 'create';
        readonly link: Link | null;
        readonly draft: Draft;
        readonly owner?: string;
        readonly dated?: PlainDate;
      }
    | {
        readonly does: 'link';
        readonly target: D;
        readonly link: Link | null;
        readonly unagreed?: true;
      }
    | {
        readonly does: 'update';
        readonly target: D;
        readonly link: Link;
        readonly draft: Draft;
        readonly owner?: string;
      }
    | { readonly does: 'void' | 'delete'; readonly target: D; readonly link: Link }
  );

export class DocumentPlan<D extends Doc> {
  readonly intents: Intent[] = [];
  readonly holds: Hold[] = [];
  readonly rebase: string[] = [];
  /** Documents that this plan links (`recordKey`): nobody else may take them. */
  readonly matched = new Set<string>();

  constructor(
    readonly scene: Scene,
    readonly rules: DocumentRules<D>,
  ) {}

  add(toDo: ToDo<D>): void {
    this.intents.push(this.#intentOf(toDo));
  }

  #intentOf(toDo: ToDo<D>): Intent {
    const { rules } = this;
    const { record, why, needs = [], effectCents = 0, link, does } = toDo;
    const to = does === 'create' ? otherSide(record.side) : toDo.target.side;
    const common = {
      key: intentKey(does, rules.type, to, record.id),
      type: rules.type,
      to,
      record,
      number: rules.label(record),
      clientName: this.scene.now[record.side].clients.get(record.clientId)?.name ?? record.clientId,
      date: record.date,
      amountCents: rules.amount(does === 'void' ? toDo.target : record),
      effectCents: cents(effectCents),
      why,
      needs,
    };
    const linkId = link?.id ?? null;
    switch (does) {
      case 'create': {
        const { draft, owner, dated } = toDo;
        const notTwins = this.#apartFrom(record);
        return {
          ...{ ...common, does, linkId, target: null, draft },
          ...(notTwins.length > 0 ? { notTwins } : {}),
          ...(owner === undefined ? {} : { owner }),
          ...(dated === undefined ? {} : { dated }),
        };
      }
      case 'link': {
        const { target, unagreed } = toDo;
        const told = unagreed ? { unagreed } : {};
        return { ...common, does, linkId, target, draft: null, ...told };
      }
      case 'update': {
        const { target, draft, owner } = toDo;
        const told = owner === undefined ? {} : { owner };
        return { ...common, does, linkId: toDo.link.id, target, draft, ...told };
      }
      case 'void':
      case 'delete':
        return { ...common, does, linkId, target: toDo.target, draft: null };
    }
  }

  /** Ids of what a person said is another document than this one. */
  #apartFrom(record: D): string[] {
    this.#apart ??= apartIn(this.scene.rulings);
    return this.#apart.get(this.keyOf(record)) ?? [];
  }

  #apart: ReadonlyMap<string, string[]> | null = null;

  hold(doc: D, kind: Hold['kind'], what: Phrase, other?: D): void {
    const hold = holdOf(this.scene, doc, this.rules.label(doc), kind, what);
    this.holds.push(other ? { ...hold, other: this.keyOf(other) } : hold);
  }

  keyOf(doc: D): string {
    return recordKey(doc.side, this.rules.type, doc.id);
  }
}

/** By `recordKey`, the ids of what it is not. */
function apartIn(rulings: Scene['rulings']): ReadonlyMap<string, string[]> {
  const apart = new Map<string, string[]>();
  const add = (key: string, other: string) => {
    const named = recordNamed(other);
    if (named) apart.set(key, [...(apart.get(key) ?? []), named.id]);
  };
  for (const [key, ruling] of rulings) {
    const [one, other] = endsOf(key);
    if (ruling.do !== 'apart' || !one || !other) continue;
    add(one, other);
    add(other, one);
  }
  return apart;
}

/** @param number what people call the document */
export function holdOf(
  scene: Scene,
  doc: Doc,
  number: string,
  kind: Hold['kind'],
  what: Phrase,
): Hold {
  return {
    kind,
    side: doc.side,
    type: doc.kind,
    id: doc.id,
    clientId: doc.clientId,
    clientName: scene.now[doc.side].clients.get(doc.clientId)?.name ?? doc.clientId,
    number,
    date: doc.date,
    amountCents: doc.kind === 'invoice' ? doc.totalCents : doc.amountCents,
    what,
  };
}

/** The client whose twin the document goes to, where another stands for its own. */
export function ownerIn(gate: Gate, doc: Doc): { owner?: string } {
  return gate.open && gate.ownerId !== doc.clientId ? { owner: gate.ownerId } : {};
}

/** The intents that an open gate relies on: a client that has no twin yet is made first. */
export function needsOf(gate: Gate & { open: true }, doc: Doc): string[] {
  return gate.twinId === null ? [createClientKey(doc.side, gate.ownerId)] : [];
}

/** QBO refuses changes up to its closing date (6210). */
export function closedPhrase(scene: Scene, to: Side, date: string, number: string): Phrase | null {
  const until = scene.now[to].books.closedUntil;
  return until !== null && date <= until
    ? phrase('conflict.closed', { number, docDate: date, closedDate: until })
    : null;
}

export function datedOn(draft: Draft, date: PlainDate): Draft {
  return draft.kind === 'client' ? draft : { ...draft, date };
}
