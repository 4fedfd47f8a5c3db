import { sameContent } from '../../ledger/content';
import { PLANNED } from '../../ledger/document-id';
import type { Draft } from '../../ledger/drafts';
import type { Link } from '../../ledger/link';
import { recordKey } from '../../ledger/record-key';
import { type Both, otherSide, SIDES, type Side } from '../../ledger/side';
import { isUnagreed } from '../../ledger/unagreed';
import { unreadIdsOf } from '../../ledger/unread';
import { phrase } from '../../wording/phrase';
import type { Gates } from '../gate';
import { versionsMoved } from '../scene';
import type { Translation } from '../translate/translate-invoice';
import { rulingOn, winnerOf } from '../winner';
import { closedPhrase, type DocumentPlan, needsOf, ownerIn } from './document-plan';
import type { Doc } from './document-rules';
import type { MarkedTwins } from './marked-twins';
import { removalOf } from './removed';
import type { TwinLikeness } from './twin-likeness';

/** Documents with a link: each side is compared with its own past. */
export class LinkedDocuments<D extends Doc> {
  constructor(
    private readonly plan: DocumentPlan<D>,
    private readonly gates: Gates,
    private readonly twins: MarkedTwins<D>,
    private readonly likeness: TwinLikeness<D>,
  ) {}

  /** A document with a twin: each side against its own past. */
  add(link: Link, read: Both<D | null>, base: Both<D>): void {
    for (const side of SIDES) {
      if (!read[side] && this.#isUnread(side, link)) {
        this.#holdForUnread(read[otherSide(side)], side, read);
        return;
      }
    }
    const now = { ...read, qbo: this.#notVoid(read.qbo, base.qbo) };
    const gone = { tps: isGone(now.tps), qbo: isGone(now.qbo) };
    if (gone.tps !== gone.qbo && this.#relinked(link, gone.tps ? now.qbo : now.tps)) return;
    const changed = {
      tps: !now.tps || !sameContent(now.tps, base.tps),
      qbo: !now.qbo || !sameContent(now.qbo, base.qbo) || !this.#belong(now.tps, now.qbo),
    };
    if (!changed.tps && !changed.qbo) return;
    if (gone.tps && gone.qbo) {
      this.plan.rebase.push(link.id);
      return;
    }
    const shown = (changed.tps ? now.tps : now.qbo) ?? now.tps ?? now.qbo ?? base.tps;
    if (this.#stopped(shown, now)) return;
    const foreign = now.qbo ? null : this.plan.rules.becameForeign(link.qboId);
    if (foreign) {
      this.plan.hold(shown, 'conflict', foreign);
      return;
    }
    for (const side of SIDES) {
      const doc = now[side];
      const waits = doc && this.plan.rules.waitsFor(doc, base[side]);
      if (!waits) continue;
      this.plan.hold(doc, 'conflict', waits);
      return;
    }
    if (changed.tps && changed.qbo) this.#bothChanged(link, now, base);
    else if (this.#isStale(link)) this.#askWhoIsRight(link, now, base);
    else this.#carry(link, changed.tps || this.#isLost(now, base) ? 'tps' : 'qbo', now, base);
  }

  /** It stands there and cannot be read, which is not the same as being gone. */
  #isUnread(side: Side, link: Link): boolean {
    const ids = unreadIdsOf(this.plan.rules.type, side === 'tps' ? link.tpsId : link.qboId);
    return this.plan.scene.now[side].foreign.some(({ id }) => ids.includes(id));
  }

  #holdForUnread(doc: D | null, system: Side, read: Both<D | null>): void {
    if (!doc || this.#stopped(doc, read)) return;
    const number = this.plan.rules.label(doc);
    this.plan.hold(doc, 'conflict', phrase('conflict.twinUnread', { number, system }));
  }

  /** QBO's void documents are known by their content: one that never had any is as it was. */
  #notVoid(now: D | null, base: D): D | null {
    const wasNothing = !base.voided && this.plan.rules.amount(base) === 0;
    return now?.voided && wasNothing ? { ...now, voided: false } : now;
  }

  /** Changed there and back, it looks untouched: somebody may have typed what stands there now. */
  #isStale(link: Link): boolean {
    return this.plan.scene.stale.has(link.id);
  }

  /** No policy decides this: it may be that one side alone was changed. */
  #askWhoIsRight(link: Link, now: Both<D | null>, base: Both<D>): void {
    const { tps, qbo } = now;
    if (tps && qbo && this.#agree(tps, qbo, base)) {
      this.plan.rebase.push(link.id);
      return;
    }
    const said = SIDES.find((side) => this.#ruledFor(side, now));
    if (said) {
      this.#carry(link, said, now, base);
      return;
    }
    const shown = tps ?? qbo ?? base.tps;
    const number = this.plan.rules.label(shown);
    const isBoth = versionsMoved(this.plan.scene, link);
    const what = isBoth ? 'conflict.stale' : 'conflict.undoneElsewhere';
    this.plan.hold(shown, 'conflict', phrase(what, { number }));
  }

  /** One end is gone, but another browser has written it anew: that one is the twin from now on. */
  #relinked(link: Link, left: D | null): boolean {
    const heir = left && this.twins.heirOf(left);
    if (!left || !heir) return false;
    const gate = this.gates.of(left.side, left.clientId);
    const likeness = this.likeness.of(left, heir, gate);
    for (const end of [left, heir]) {
      this.plan.matched.add(this.plan.keyOf(end));
    }
    const extra = likeness === 'same' ? {} : { unagreed: true as const };
    this.plan.add({
      ...{ does: 'link', record: left, target: heir, link, why: phrase('why.marker') },
      ...extra,
    });
    return true;
  }

  /** QBO took something off by itself when another document was removed, which stands again. */
  #isLost({ tps, qbo }: Both<D | null>, base: Both<D>): boolean {
    return tps !== null && qbo !== null && this.plan.rules.lostIn(qbo, base.qbo, tps);
  }

  /** What `from` says is to stand: the other side is made like it. */
  #carry(link: Link, from: Side, now: Both<D | null>, base: Both<D>): void {
    const to = otherSide(from);
    const source = now[from];
    const target = now[to];
    if (!target) {
      if (source && !source.voided) this.#createdAgain(link, source);
      return;
    }
    const frozen =
      this.plan.rules.frozen(target) ??
      closedPhrase(this.plan.scene, to, target.date, this.plan.rules.label(target));
    if (frozen && this.#ruledFor(to, now)) {
      this.#putBack(link, to, now, base);
      return;
    }
    if (frozen) {
      this.plan.hold(source ?? target, 'tray', frozen);
      return;
    }
    const inUse = !source || source.voided ? this.plan.rules.inUse(target) : null;
    if (inUse && !target.voided) {
      this.plan.hold(source ?? target, 'conflict', inUse);
      return;
    }
    const effectCents = -this.plan.rules.effect(target);
    if (!source) {
      const does = removalOf(this.plan.scene, link, target);
      const why = phrase(link.numberStays ? 'why.numberStays' : 'why.removed', { system: from });
      this.plan.add({ does, record: target, target, link, why, effectCents });
    } else if (source.voided) {
      const why = phrase('why.voided', { system: from });
      if (target.voided) this.plan.rebase.push(link.id);
      // A journal entry cannot be voided, only deleted (Intuit, JournalEntry).
      else if (target.kind === 'payment' && target.booking === 'journalEntry')
        this.plan.add({ does: 'delete', record: target, target, link, why, effectCents });
      else this.plan.add({ does: 'void', record: source, target, link, why, effectCents });
    } else if (target.voided && this.#ruledFor(to, now)) {
      this.#carry(link, to, now, base);
    } else {
      this.#updated(link, source, target, base);
    }
  }

  /** A person said that what cannot be changed is right: the side that was changed is made like it. */
  #putBack(link: Link, from: Side, now: Both<D | null>, base: Both<D>): void {
    const source = now[from];
    const target = now[otherSide(from)];
    // What is void does not come back: it is entered anew.
    if (source && !source.voided && target?.voided) this.#createdAgain(link, source);
    else this.#carry(link, from, now, base);
  }

  /** A person said that this side is right. */
  #ruledFor(side: Side, { tps, qbo }: Both<D | null>): boolean {
    return rulingOn(this.plan.scene, tps, qbo)?.do === `${side}Wins`;
  }

  /** A person decided that what one side removed shall stand: it is written there once more. */
  #createdAgain(link: Link, source: D): void {
    const gate = this.gates.of(source.side, source.clientId);
    if (!gate.open) {
      this.plan.hold(source, gate.kind, gate.what);
      return;
    }
    const needs = needsOf(gate, source);
    const translation = this.plan.rules.translate(source, gate.twinId ?? PLANNED, {
      needs,
      base: null,
    });
    if ('obstacle' in translation) {
      this.plan.hold(source, 'unmapped', translation.obstacle);
      return;
    }
    const why = phrase('why.keptByPerson', { system: source.side });
    const effectCents = this.plan.rules.effect(source);
    const { draft } = translation;
    const owner = ownerIn(gate, source);
    this.plan.add({
      ...{ does: 'create', record: source, link, why, needs, effectCents, draft },
      ...owner,
    });
  }

  #updated(link: Link, source: D, target: D, base: Both<D>): void {
    if (target.voided) {
      this.plan.hold(
        source,
        'conflict',
        phrase('conflict.unvoided', { number: this.plan.rules.label(source), system: target.side }),
      );
      return;
    }
    const needs: string[] = [];
    const translation = this.#translate(source, base, needs);
    if ('obstacle' in translation) {
      this.plan.hold(source, 'unmapped', translation.obstacle);
      return;
    }
    if (this.plan.rules.already(translation.draft, target)) {
      this.plan.rebase.push(link.id);
      return;
    }
    const { draft } = translation;
    const moves = draft.kind !== 'client' && draft.clientId !== target.clientId;
    const stuck = moves ? this.plan.rules.stuck(target) : null;
    if (stuck) {
      this.plan.hold(source, 'tray', stuck);
      return;
    }
    // Money on it that has no twin stays with its own client, so the document cannot go.
    const paid = moves ? this.plan.rules.inUse(target) : null;
    if (paid) {
      this.plan.hold(source, 'conflict', { ...paid, id: 'conflict.paidMoves' });
      return;
    }
    const day = draft.kind === 'client' ? source.date : draft.date;
    const closed = closedPhrase(this.plan.scene, target.side, day, this.plan.rules.label(source));
    if (closed) {
      this.plan.hold(source, 'tray', closed);
      return;
    }
    const effectCents = this.plan.rules.effect(source) - this.plan.rules.effect(target);
    const why = phrase('why.changed', { system: source.side });
    const owner = ownerIn(this.gates.of(source.side, source.clientId), source);
    this.plan.add({
      ...{ does: 'update', record: source, target, link, why, needs, effectCents, draft },
      ...owner,
    });
  }

  #bothChanged(link: Link, now: Both<D | null>, base: Both<D>): void {
    const { tps, qbo } = now;
    if (tps?.voided && qbo?.voided) {
      this.plan.rebase.push(link.id);
      return;
    }
    if (tps && qbo && !tps.voided && !qbo.voided && this.#agree(tps, qbo, base)) {
      this.plan.rebase.push(link.id);
      return;
    }
    // What was found again by its tag, and differs, was never agreed upon, and what another browser
    // did since is nobody's change here: no policy decides either.
    const { scene } = this.plan;
    const asked = isUnagreed(base) || this.#isStale(link) ? { ...scene, policies: {} } : scene;
    const winner = winnerOf(asked, this.plan.rules.type, tps, qbo);
    if (winner !== null) {
      this.#carry(link, winner, now, base);
      return;
    }
    const shown = tps ?? qbo ?? base.tps;
    this.plan.hold(
      shown,
      'conflict',
      phrase('conflict.bothChanged', {
        number: this.plan.rules.label(shown),
        tpsState: stateOf(tps),
        qboState: stateOf(qbo),
        tpsCents: tps ? this.plan.rules.amount(tps) : 0,
        qboCents: qbo ? this.plan.rules.amount(qbo) : 0,
      }),
    );
  }

  /** Both sides made the same change. */
  #agree(tps: D, qbo: D, base: Both<D>): boolean {
    if (isUnagreed(base)) {
      return this.likeness.of(tps, qbo, this.gates.of('tps', tps.clientId)) === 'same';
    }
    const translation = this.#translate(tps, base, []);
    return 'draft' in translation && this.plan.rules.already(translation.draft, qbo);
  }

  /**
   * Does the document of QBO still belong to the client that it stands with in TPS? Not once a
   * person has decided anew where a sub-customer goes: then it moves there.
   */
  #belong(tps: D | null, qbo: D | null): boolean {
    if (!tps || !qbo || tps.voided || qbo.voided) return true;
    const client = this.plan.scene.now.qbo.clients.get(qbo.clientId);
    if (!client || client.parentId === null) return true;
    const gate = this.gates.of('qbo', qbo.clientId);
    return !gate.open || gate.twinId === tps.clientId;
  }

  #translate(source: D, base: Both<D>, needs: string[]): Translation<Draft> {
    const gate = this.gates.of(source.side, source.clientId);
    if (!gate.open) return { obstacle: gate.what };
    needs.push(...needsOf(gate, source));
    return this.plan.rules.translate(source, gate.twinId ?? PLANNED, {
      needs,
      base: isUnagreed(base) ? null : { from: base[source.side], to: base[otherSide(source.side)] },
    });
  }

  /** Held because of its client, or because a person removed it from the sync. */
  #stopped(doc: D, now: Both<D | null>): boolean {
    const ignored =
      this.plan.scene.ignored.get(recordKey(doc.side, this.plan.rules.type, doc.id)) ??
      this.plan.scene.ignored.get(
        recordKey(
          otherSide(doc.side),
          this.plan.rules.type,
          this.plan.scene.links.twin(doc.side, this.plan.rules.type, doc.id) ?? '',
        ),
      );
    if (ignored !== undefined) {
      this.plan.hold(
        doc,
        'ignored',
        phrase('hold.ignored', { number: this.plan.rules.label(doc), why: ignored }),
      );
      return true;
    }
    for (const end of [doc, now.tps, now.qbo]) {
      const gate = end && this.gates.of(end.side, end.clientId);
      if (!gate || gate.open) continue;
      // A document may leave a client that is blocked (merged customers), not one that is excluded.
      if (end !== doc && gate.kind !== 'excluded') continue;
      this.plan.hold(doc, gate.kind, gate.what);
      return true;
    }
    return false;
  }
}

function isGone(doc: Doc | null): boolean {
  return doc === null || doc.voided;
}

function stateOf(doc: Doc | null): string {
  return doc === null ? 'removed' : doc.voided ? 'voided' : 'changed';
}
