/**
 * Invoices and payments: what to link, create, update, void and delete, and what is held back with
 * its reason. The same rules for both kinds; what differs between them comes in as `DocumentRules`.
 */
import { cents } from '../ledger/cents';
import { sameContent } from '../ledger/content';
import type { Draft } from '../ledger/drafts';
import type { Link } from '../ledger/link';
import type { PlainDate } from '../ledger/plain-date';
import { type Both, otherSide, SIDES, type Side } from '../ledger/side';
import { isUnagreed } from '../ledger/unagreed';
import { type Phrase, phrase } from '../wording/phrase';
import type { Doc, DocumentRules } from './document-rules';
import type { Gate, Gates } from './gate';
import type { Hold, Intent, IntentVerb } from './intent';
import { MarkedTwins } from './marked-twins';
import { ownerOf, twinOf } from './owner';
import { createClientKey } from './plan-clients';
import { recordKey, type Scene } from './scene';
import type { Translation } from './translate-invoice';
import { rulingOn, winnerOf } from './winner';

export class DocumentPlanner<D extends Doc> {
  readonly intents: Intent[] = [];
  readonly holds: Hold[] = [];
  readonly rebase: string[] = [];
  readonly #matched = new Set<string>();
  readonly #twins: MarkedTwins<D>;

  constructor(
    private readonly scene: Scene,
    private readonly gates: Gates,
    private readonly rules: DocumentRules<D>,
  ) {
    this.#twins = new MarkedTwins(scene, rules);
  }

  /** A document that has no twin yet. */
  unlinked(doc: D): void {
    const { scene, rules } = this;
    const key = recordKey(doc.side, rules.type, doc.id);
    if (this.#matched.has(key)) return;
    const ignored = scene.ignored.get(key);
    if (ignored !== undefined) {
      this.hold(doc, 'ignored', phrase('hold.ignored', { number: rules.label(doc), why: ignored }));
      return;
    }
    const gate = this.gates.of(doc.side, doc.clientId);
    if (!gate.open) {
      this.hold(doc, gate.kind, gate.what);
      return;
    }
    const match = this.#twins.of(doc) ?? rules.match(doc, gate.twinId);
    if (match.found === 'clash') {
      this.hold(doc, 'conflict', match.what);
      return;
    }
    if (match.found === 'twin') {
      const twinKey = recordKey(match.twin.side, rules.type, match.twin.id);
      const removed = scene.ignored.get(twinKey);
      if (removed !== undefined) {
        const values = { number: rules.label(match.twin), why: removed };
        this.hold(doc, 'ignored', phrase('hold.ignored', values));
        return;
      }
      if (this.#matched.has(twinKey)) {
        const values = { number: rules.label(match.twin), system: match.twin.side };
        this.hold(doc, 'conflict', phrase('conflict.markedTwice', values));
        return;
      }
      const likeness = match.marked ? this.#compare(doc, match.twin, gate) : 'same';
      if (typeof likeness === 'object') {
        this.hold(doc, 'unmapped', likeness.obstacle);
        return;
      }
      this.#matched.add(twinKey).add(key);
      const extra = likeness === 'same' ? {} : { unagreed: true as const };
      this.add(doc, 'link', match.twin, null, match.why, [], 0, null, extra);
      return;
    }
    const to = otherSide(doc.side);
    const needs = gate.twinId === null ? [createClientKey(doc.side, gate.ownerId)] : [];
    const translation = rules.translate(doc, gate.twinId ?? PLANNED, { needs, base: null });
    if ('obstacle' in translation) {
      this.hold(doc, 'unmapped', translation.obstacle);
      return;
    }
    const closed = closedPhrase(scene, to, doc.date, rules.label(doc));
    const dated = closed ? this.#dateToday(doc, to) : null;
    if (closed && dated === null) {
      this.hold(doc, 'tray', { ...closed, id: 'tray.closed' });
      return;
    }
    const why = phrase(doc.side === 'tps' ? 'why.onlyInTps' : 'why.onlyInQbo');
    const draft = dated === null ? translation.draft : datedOn(translation.draft, dated);
    const extra = { ...this.#ownerOf(gate, doc), ...(dated === null ? {} : { dated }) };
    this.add(doc, 'create', null, null, why, needs, rules.effect(doc), draft, extra);
  }

  /** One end is gone, but another browser has written it anew: that one is the twin from now on. */
  #relinked(link: Link, left: D | null): boolean {
    const heir = left && this.#twins.heirOf(left);
    if (!left || !heir) return false;
    const gate = this.gates.of(left.side, left.clientId);
    const likeness = this.#compare(left, heir, gate);
    for (const end of [left, heir]) {
      this.#matched.add(recordKey(end.side, this.rules.type, end.id));
    }
    const extra = likeness === 'same' ? {} : { unagreed: true as const };
    this.add(left, 'link', heir, link, phrase('why.marker'), [], 0, null, extra);
    return true;
  }

  /**
   * Does a twin that we wrote say something else by now, so that somebody changed one of them? A
   * mapping may be one way only (two items of QBO for one work code), so either direction will do.
   */
  #compare(doc: D, twin: D, gate: Gate): 'same' | 'differs' | { readonly obstacle: Phrase } {
    const client = (gate.open ? gate.twinId : null) ?? twin.clientId;
    const there = this.#says(doc, client, twin);
    if (there === 'same') return there;
    const clientBack = twinOf(this.scene, twin.side, twin.clientId) ?? PLANNED;
    const back = this.#says(twin, clientBack, doc);
    return back === 'same' ? back : there;
  }

  #says(doc: D, client: string, twin: D): 'same' | 'differs' | { readonly obstacle: Phrase } {
    const translation = this.rules.translate(doc, client, { needs: [], base: null });
    if ('obstacle' in translation) return translation;
    const { scene } = this;
    const draft = sameOwner(scene, translation.draft, twin);
    // Of a closed period: a person may have had it dated on another day.
    const closed = SIDES.some((side) => closedPhrase(scene, side, doc.date, '') !== null);
    const dated = closed ? datedOn(draft, twin.date) : draft;
    return this.rules.holds(dated, twin) ? 'same' : 'differs';
  }

  /** The day that a person chose for a document whose own lies in a closed period. */
  #dateToday(doc: D, to: Side): PlainDate | null {
    const ruling =
      doc.side === 'tps' ? rulingOn(this.scene, doc, null) : rulingOn(this.scene, null, doc);
    if (ruling?.do !== 'dateToday') return null;
    const { today } = this.scene;
    return closedPhrase(this.scene, to, today, '') ? null : today;
  }

  #ownerOf(gate: Gate, doc: D): { owner?: string } {
    return gate.open && gate.ownerId !== doc.clientId ? { owner: gate.ownerId } : {};
  }

  /** A document with a twin: each side against its own past. */
  linked(link: Link, now: Both<D | null>, base: Both<D>): void {
    const gone = { tps: isGone(now.tps), qbo: isGone(now.qbo) };
    if (gone.tps !== gone.qbo && this.#relinked(link, gone.tps ? now.qbo : now.tps)) return;
    const changed = {
      tps: !now.tps || !sameContent(now.tps, base.tps),
      qbo: !now.qbo || !sameContent(now.qbo, base.qbo) || !this.#belong(now.tps, now.qbo),
    };
    if (!changed.tps && !changed.qbo) return;
    if (gone.tps && gone.qbo) {
      this.rebase.push(link.id);
      return;
    }
    const shown = (changed.tps ? now.tps : now.qbo) ?? now.tps ?? now.qbo ?? base.tps;
    if (this.stopped(shown)) return;
    const foreign = now.qbo ? null : this.rules.becameForeign(link.qboId);
    if (foreign) {
      this.hold(shown, 'conflict', foreign);
      return;
    }
    for (const side of SIDES) {
      const doc = now[side];
      const waits = doc && this.rules.waitsFor(doc, base[side]);
      if (!waits) continue;
      this.hold(doc, 'conflict', waits);
      return;
    }
    if (changed.tps && changed.qbo) this.bothChanged(link, now, base);
    else this.carry(link, changed.tps || this.#isLost(now, base) ? 'tps' : 'qbo', now, base);
  }

  /** QBO took something off by itself when another document was removed, which stands again. */
  #isLost({ tps, qbo }: Both<D | null>, base: Both<D>): boolean {
    return tps !== null && qbo !== null && this.rules.lostIn(qbo, base.qbo, tps);
  }

  /** What `from` says is to stand: the other side is made like it. */
  private carry(link: Link, from: Side, now: Both<D | null>, base: Both<D>): void {
    const to = otherSide(from);
    const source = now[from];
    const target = now[to];
    if (!target) {
      if (source && !source.voided) this.createdAgain(link, source);
      return;
    }
    const frozen =
      this.rules.frozen(target) ??
      closedPhrase(this.scene, to, target.date, this.rules.label(target));
    if (frozen) {
      this.hold(source ?? target, 'tray', frozen);
      return;
    }
    const inUse = !source || source.voided ? this.rules.inUse(target) : null;
    if (inUse && !target.voided) {
      this.hold(source ?? target, 'conflict', inUse);
      return;
    }
    if (!source) {
      const why = phrase('why.removed', { system: from });
      this.add(target, 'delete', target, link, why, [], -this.rules.effect(target));
    } else if (source.voided) {
      const why = phrase('why.voided', { system: from });
      if (target.voided) this.rebase.push(link.id);
      // A journal entry cannot be voided, only deleted (Intuit, JournalEntry).
      else if (target.kind === 'payment' && target.booking === 'journalEntry')
        this.add(target, 'delete', target, link, why, [], -this.rules.effect(target));
      else this.add(source, 'void', target, link, why, [], -this.rules.effect(target));
    } else if (target.voided && this.#ruledFor(to, now)) {
      this.carry(link, to, now, base);
    } else {
      this.updated(link, source, target, base);
    }
  }

  /** A person said that this side is right. */
  #ruledFor(side: Side, { tps, qbo }: Both<D | null>): boolean {
    return rulingOn(this.scene, tps, qbo)?.do === `${side}Wins`;
  }

  /** A person decided that what one side removed shall stand: it is written there once more. */
  private createdAgain(link: Link, source: D): void {
    const gate = this.gates.of(source.side, source.clientId);
    if (!gate.open) {
      this.hold(source, gate.kind, gate.what);
      return;
    }
    const needs = gate.twinId === null ? [createClientKey(source.side, gate.ownerId)] : [];
    const translation = this.rules.translate(source, gate.twinId ?? PLANNED, { needs, base: null });
    if ('obstacle' in translation) {
      this.hold(source, 'unmapped', translation.obstacle);
      return;
    }
    const why = phrase('why.keptByPerson', { system: source.side });
    const effect = this.rules.effect(source);
    const extra = this.#ownerOf(gate, source);
    this.add(source, 'create', null, link, why, needs, effect, translation.draft, extra);
  }

  private updated(link: Link, source: D, target: D, base: Both<D>): void {
    if (target.voided) {
      this.hold(
        source,
        'conflict',
        phrase('conflict.unvoided', { number: this.rules.label(source), system: target.side }),
      );
      return;
    }
    const needs: string[] = [];
    const translation = this.translateLinked(source, base, needs);
    if ('obstacle' in translation) {
      this.hold(source, 'unmapped', translation.obstacle);
      return;
    }
    if (this.rules.already(translation.draft, target)) {
      this.rebase.push(link.id);
      return;
    }
    const { draft } = translation;
    const moves = draft.kind !== 'client' && draft.clientId !== target.clientId;
    const stuck = moves ? this.rules.stuck(target) : null;
    if (stuck) {
      this.hold(source, 'tray', stuck);
      return;
    }
    const day = draft.kind === 'client' ? source.date : draft.date;
    const closed = closedPhrase(this.scene, target.side, day, this.rules.label(source));
    if (closed) {
      this.hold(source, 'tray', closed);
      return;
    }
    const effect = this.rules.effect(source) - this.rules.effect(target);
    const why = phrase('why.changed', { system: source.side });
    const extra = this.#ownerOf(this.gates.of(source.side, source.clientId), source);
    this.add(source, 'update', target, link, why, needs, effect, translation.draft, extra);
  }

  private bothChanged(link: Link, now: Both<D | null>, base: Both<D>): void {
    const { tps, qbo } = now;
    if (tps?.voided && qbo?.voided) {
      this.rebase.push(link.id);
      return;
    }
    if (tps && qbo && !tps.voided && !qbo.voided && this.#agree(tps, qbo, base)) {
      this.rebase.push(link.id);
      return;
    }
    const winner = winnerOf(this.scene, this.rules.type, tps, qbo);
    if (winner !== null) {
      this.carry(link, winner, now, base);
      return;
    }
    const shown = tps ?? qbo ?? base.tps;
    this.hold(
      shown,
      'conflict',
      phrase('conflict.bothChanged', {
        number: this.rules.label(shown),
        tpsState: stateOf(tps),
        qboState: stateOf(qbo),
        tpsCents: tps ? this.rules.amount(tps) : 0,
        qboCents: qbo ? this.rules.amount(qbo) : 0,
      }),
    );
  }

  /** Both sides made the same change. */
  #agree(tps: D, qbo: D, base: Both<D>): boolean {
    if (isUnagreed(base)) {
      return this.#compare(tps, qbo, this.gates.of('tps', tps.clientId)) === 'same';
    }
    const translation = this.translateLinked(tps, base, []);
    return 'draft' in translation && this.rules.already(translation.draft, qbo);
  }

  /**
   * Does the document of QBO still belong to the client that it stands with in TPS? Not once a
   * person has decided anew where a sub-customer goes: then it moves there.
   */
  #belong(tps: D | null, qbo: D | null): boolean {
    if (!tps || !qbo || tps.voided || qbo.voided) return true;
    const client = this.scene.now.qbo.clients.get(qbo.clientId);
    if (!client || client.parentId === null) return true;
    const gate = this.gates.of('qbo', qbo.clientId);
    return !gate.open || gate.twinId === tps.clientId;
  }

  private translateLinked(source: D, base: Both<D>, needs: string[]): Translation<Draft> {
    const gate = this.gates.of(source.side, source.clientId);
    if (!gate.open) return { obstacle: gate.what };
    if (gate.twinId === null) needs.push(createClientKey(source.side, gate.ownerId));
    return this.rules.translate(source, gate.twinId ?? PLANNED, {
      needs,
      base: isUnagreed(base) ? null : { from: base[source.side], to: base[otherSide(source.side)] },
    });
  }

  /** Held because of its client, or because a person removed it from the sync. */
  private stopped(doc: D): boolean {
    const ignored =
      this.scene.ignored.get(recordKey(doc.side, this.rules.type, doc.id)) ??
      this.scene.ignored.get(
        recordKey(
          otherSide(doc.side),
          this.rules.type,
          this.scene.links.twin(doc.side, this.rules.type, doc.id) ?? '',
        ),
      );
    if (ignored !== undefined) {
      this.hold(
        doc,
        'ignored',
        phrase('hold.ignored', { number: this.rules.label(doc), why: ignored }),
      );
      return true;
    }
    const gate = this.gates.of(doc.side, doc.clientId);
    if (gate.open) return false;
    this.hold(doc, gate.kind, gate.what);
    return true;
  }

  private add(
    record: D,
    verb: IntentVerb,
    target: D | null,
    link: Link | null,
    why: Phrase,
    needs: readonly string[],
    effect: number,
    draft: Draft | null = null,
    extra: Pick<Intent, 'owner' | 'dated' | 'unagreed'> = {},
  ): void {
    const to = target ? target.side : otherSide(record.side);
    this.intents.push({
      key: `${verb}:${this.rules.type}:${to}:${record.id}`,
      verb,
      type: this.rules.type,
      to,
      record,
      targetId: target?.id ?? null,
      target,
      linkId: link?.id ?? null,
      number: this.rules.label(record),
      clientName: this.scene.now[record.side].clients.get(record.clientId)?.name ?? record.clientId,
      date: record.date,
      amountCents:
        verb === 'void' && target ? this.rules.amount(target) : this.rules.amount(record),
      effectCents: cents(effect),
      why,
      needs,
      draft,
      ...extra,
    });
  }

  private hold(doc: D, kind: Hold['kind'], what: Phrase): void {
    this.holds.push({
      kind,
      side: doc.side,
      type: this.rules.type,
      id: doc.id,
      clientId: doc.clientId,
      clientName: this.scene.now[doc.side].clients.get(doc.clientId)?.name ?? doc.clientId,
      number: this.rules.label(doc),
      date: doc.date,
      amountCents: this.rules.amount(doc),
      what,
    });
  }
}

/** Of several customers that are rolled up into one client, the twin may be for any. */
function sameOwner(scene: Scene, draft: Draft, twin: Doc): Draft {
  if (draft.kind === 'client') return draft;
  const same = ownerOf(scene, twin.side, twin.clientId) === draft.clientId;
  return same ? { ...draft, clientId: twin.clientId } : draft;
}

function datedOn(draft: Draft, date: PlainDate): Draft {
  return draft.kind === 'client' ? draft : { ...draft, date };
}

/** Stands for an id that exists only once the plan is applied. */
export const PLANNED = 'planned';

function isGone(doc: Doc | null): boolean {
  return doc === null || doc.voided;
}

function stateOf(doc: Doc | null): string {
  return doc === null ? 'removed' : doc.voided ? 'voided' : 'changed';
}

/** QBO refuses changes up to its closing date (6210). */
function closedPhrase(scene: Scene, to: Side, date: string, number: string): Phrase | null {
  const until = scene.now[to].books.closedUntil;
  return until !== null && date <= until
    ? phrase('conflict.closed', { number, docDate: date, closedDate: until })
    : null;
}
