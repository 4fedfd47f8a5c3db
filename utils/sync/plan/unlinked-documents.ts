import { PLANNED } from '../../ledger/document-id';
import type { PlainDate } from '../../ledger/plain-date';
import { endsOf } from '../../ledger/record-key';
import { otherSide, type Side } from '../../ledger/side';
import { type Phrase, type PhraseId, phrase } from '../../wording/phrase';
import type { Gate, Gates } from '../gate';
import { isLater } from '../scope';
import { rulingOn, sameOrApart } from '../winner';
import { closedPhrase, type DocumentPlan, datedOn, needsOf, ownerIn } from './document-plan';
import type { Doc, Match } from './document-rules';
import type { EnteredTwice } from './entered-twice';
import type { LookAlike, LookAlikes } from './look-alikes';
import type { MarkedTwins } from './marked-twins';
import type { TwinLikeness } from './twin-likeness';

/** Documents without a link: their twin is found, or they are created on the other side. */
export class UnlinkedDocuments<D extends Doc> {
  /** Documents of which a person said that one like them is another (`recordKey`). */
  readonly #saidApart: ReadonlySet<string>;

  constructor(
    private readonly plan: DocumentPlan<D>,
    private readonly gates: Gates,
    private readonly twins: MarkedTwins<D>,
    private readonly likeness: TwinLikeness<D>,
    private readonly alike: LookAlikes<D>,
    private readonly twice: EnteredTwice<D>,
  ) {
    const apart = [...plan.scene.rulings].filter(([, ruling]) => ruling.do === 'apart');
    this.#saidApart = new Set(apart.flatMap(([key]) => endsOf(key)));
  }

  /** A document that has no twin yet. */
  add(doc: D): void {
    const { plan } = this;
    const { scene, rules } = plan;
    const key = plan.keyOf(doc);
    if (plan.matched.has(key)) return;
    const ignored = scene.ignored.get(key);
    if (ignored !== undefined) {
      plan.hold(doc, 'ignored', phrase('hold.ignored', { number: rules.label(doc), why: ignored }));
      return;
    }
    const gate = this.gates.of(doc.side, doc.clientId);
    if (!gate.open) {
      plan.hold(doc, gate.kind, gate.what);
      return;
    }
    const match = this.#matchOf(doc, gate);
    if (match.found === 'clash') {
      const said = match.other ? sameOrApart(scene, doc, match.other) : null;
      if (match.other && said === 'same') this.#link(doc, match.other, { unagreed: true });
      else if (said !== 'apart') plan.hold(doc, 'conflict', match.what, match.other);
      if (said !== 'apart') return;
    }
    if (match.found === 'twin') {
      const twinKey = plan.keyOf(match.twin);
      const removed = scene.ignored.get(twinKey);
      if (removed !== undefined) {
        const values = { number: rules.label(match.twin), why: removed };
        plan.hold(doc, 'ignored', phrase('hold.ignored', values));
        return;
      }
      if (plan.matched.has(twinKey)) {
        const values = { number: rules.label(match.twin), system: match.twin.side };
        plan.hold(doc, 'conflict', phrase('conflict.markedTwice', values));
        return;
      }
      const likeness = match.marked ? this.likeness.of(doc, match.twin, gate) : 'same';
      if (typeof likeness === 'object') {
        plan.hold(doc, 'unmapped', likeness.obstacle);
        return;
      }
      plan.matched.add(twinKey).add(key);
      const extra = likeness === 'same' ? {} : { unagreed: true as const };
      const { twin: target, why } = match;
      plan.add({ does: 'link', record: doc, target, link: null, why, ...extra });
      return;
    }
    // A bill of nothing: on the other side nobody could tell it from a void one.
    if (rules.isEmpty(doc)) return;
    if (this.#mayHaveTwin(doc, gate)) return;
    const goesWith = rules.goesWith(doc);
    if (goesWith) {
      plan.hold(doc, 'conflict', goesWith);
      return;
    }
    const to = otherSide(doc.side);
    const needs = needsOf(gate, doc);
    const translation = rules.translate(doc, gate.twinId ?? PLANNED, { needs, base: null });
    if ('obstacle' in translation) {
      plan.hold(doc, 'unmapped', translation.obstacle);
      return;
    }
    const closed = closedPhrase(scene, to, doc.date, rules.label(doc));
    const dated = closed ? this.#dateToday(doc, to) : null;
    if (closed && dated === null) {
      plan.hold(doc, 'tray', { ...closed, id: 'tray.closed' });
      return;
    }
    const why = phrase(doc.side === 'tps' ? 'why.onlyInTps' : 'why.onlyInQbo');
    const draft = dated === null ? translation.draft : datedOn(translation.draft, dated);
    plan.add({
      ...{ does: 'create', record: doc, link: null, why, needs, draft },
      effectCents: rules.effect(doc),
      ...ownerIn(gate, doc),
      ...(dated === null ? {} : { dated }),
    });
  }

  /** What a person said are two is no twin, however much alike. */
  #matchOf(doc: D, gate: Gate & { open: true }): Match<D> {
    const { scene, rules } = this.plan;
    const match = this.twins.of(doc) ?? rules.match(doc, gate.twinId);
    if (match.found !== 'twin' || sameOrApart(scene, doc, match.twin) !== 'apart') return match;
    if (doc.kind === 'payment') return { found: 'none' };
    // Two invoices, but one number: the other system has it already.
    const client = scene.now[doc.side].clients.get(doc.clientId)?.name ?? doc.clientId;
    const values = { number: rules.label(doc), system: match.twin.side, client };
    return { found: 'clash', what: phrase('conflict.numberUsed', values) };
  }

  /** A document that could be one which stands there already is held, or linked if a person said so. */
  #mayHaveTwin(doc: D, gate: Gate & { open: true }): boolean {
    const { plan } = this;
    const { scene, rules } = plan;
    const alike = this.alike.of(doc, gate.ownerId, gate.twinId);
    if (alike?.why === 'said') {
      this.#linkAlike(doc, alike.doc, gate);
      return true;
    }
    if (alike) {
      this.#askAbout(doc, alike);
      return true;
    }
    const earlier = this.twice.of(doc, gate.twinId);
    if (earlier) {
      plan.hold(doc, 'conflict', this.#enteredTwice(doc, earlier));
      return true;
    }
    // Left out at the first sync, or linked then by a browser that has left no marker on it: that it
    // is not found there may be because it was changed on one side since.
    if (scene.cutoff === null || isLater(scene, doc)) return false;
    const own = doc.side === 'tps' ? rulingOn(scene, doc, null) : rulingOn(scene, null, doc);
    if (own || this.#saidApart.has(plan.keyOf(doc))) return false;
    const system = otherSide(doc.side);
    plan.hold(doc, 'undecided', phrase('hold.before', { number: rules.label(doc), system }));
    return true;
  }

  #enteredTwice(doc: D, earlier: D): Phrase {
    const { rules } = this.plan;
    return phrase('conflict.enteredTwice', {
      number: rules.label(doc),
      other: rules.label(earlier),
      system: earlier.side,
      docDate: doc.date,
      otherDate: earlier.date,
      amountCents: rules.amount(doc),
    });
  }

  #question(why: LookAlike<D>['why']): PhraseId {
    if (why === 'saidBefore') return 'conflict.saidSame';
    return this.plan.rules.type === 'invoice' ? 'conflict.alikeInvoice' : 'conflict.alikePayment';
  }

  #askAbout(doc: D, alike: LookAlike<D>): void {
    const { plan } = this;
    const { scene, rules } = plan;
    const other = alike.doc;
    const removed = scene.ignored.get(plan.keyOf(other));
    if (removed !== undefined) {
      const values = { number: rules.label(other), why: removed };
      plan.hold(doc, 'ignored', phrase('hold.ignored', values));
      return;
    }
    const values = {
      number: rules.label(doc),
      other: rules.label(other),
      system: other.side,
      docDate: doc.date,
      otherDate: other.date,
      amountCents: rules.amount(doc),
    };
    plan.hold(doc, 'conflict', phrase(this.#question(alike.why), values), alike.doc);
  }

  /** Number and date stay as each side has them; if anything else differs, a person says what holds. */
  #linkAlike(doc: D, alike: D, gate: Gate): void {
    const named = this.plan.rules.named(doc, alike);
    const isSame = this.likeness.of(named, alike, gate) === 'same';
    this.#link(doc, alike, isSame ? {} : { unagreed: true });
  }

  #link(doc: D, twin: D, extra: { unagreed?: true }): void {
    const { plan } = this;
    if (plan.matched.has(plan.keyOf(twin))) {
      const values = { number: plan.rules.label(twin), system: twin.side };
      plan.hold(doc, 'conflict', phrase('conflict.markedTwice', values));
      return;
    }
    plan.matched.add(plan.keyOf(twin)).add(plan.keyOf(doc));
    const why = phrase('why.sameByPerson');
    plan.add({ does: 'link', record: doc, target: twin, link: null, why, ...extra });
  }

  /** The day that a person chose for a document whose own lies in a closed period. */
  #dateToday(doc: D, to: Side): PlainDate | null {
    const ruling =
      doc.side === 'tps'
        ? rulingOn(this.plan.scene, doc, null)
        : rulingOn(this.plan.scene, null, doc);
    if (ruling?.do !== 'dateToday') return null;
    const { today } = this.plan.scene;
    return closedPhrase(this.plan.scene, to, today, '') ? null : today;
  }
}
