/**
 * Invoices and payments: what to link, create, update, void and delete, and what is held back with
 * its reason. The same rules for both kinds; what differs between them comes in as `DocumentRules`.
 */
import { type Cents, cents } from '../ledger/cents';
import { sameContent } from '../ledger/content';
import type { Draft } from '../ledger/drafts';
import type { Invoice, Payment } from '../ledger/entities';
import type { Link } from '../ledger/link';
import { parseMarker } from '../ledger/marker';
import { type Both, otherSide, SIDES, type Side } from '../ledger/side';
import { type Phrase, phrase } from '../wording/phrase';
import type { Gates } from './gate';
import type { Hold, Intent, IntentVerb, PlanPart } from './intent';
import { createClientKey } from './plan-clients';
import { recordKey, type Scene } from './scene';
import type { Translation } from './translate-invoice';

export type Doc = Invoice | Payment;

/** What is known about one document while planning it. */
export interface Twinning {
  /** Keys of intents that this translation relies on. */
  readonly needs: string[];
  readonly base: { readonly from: Doc; readonly to: Doc } | null;
}

export interface DocumentRules<D extends Doc> {
  readonly type: D['kind'];
  /** Translates for the other side; may add to `needs`. */
  translate(doc: D, clientTwin: string, twinning: Twinning): Translation<Draft>;
  /** Looks for a document of the other side that is this one already. */
  match(doc: D, clientTwin: string | null): Match<D>;
  /** Would `draft` leave `target` as it is? */
  already(draft: Draft, target: D): boolean;
  all(side: Side): Iterable<D>;
  find(side: Side, id: string): D | undefined;
  label(doc: D): string;
  /** A/R effect of the document as it stands. */
  effect(doc: D): Cents;
  amount(doc: D): Cents;
  /** Why the target cannot be changed (deposited, closed period); null when it can. */
  frozen(target: D): Phrase | null;
}

export type Match<D> =
  | { readonly found: 'none' }
  | { readonly found: 'twin'; readonly twin: D; readonly why: Phrase }
  | { readonly found: 'clash'; readonly what: Phrase };

export class DocumentPlanner<D extends Doc> {
  readonly intents: Intent[] = [];
  readonly holds: Hold[] = [];
  readonly rebase: string[] = [];
  readonly #matched = new Set<string>();
  #marked: ReadonlyMap<string, D[]> | null = null;

  constructor(
    private readonly scene: Scene,
    private readonly gates: Gates,
    private readonly rules: DocumentRules<D>,
  ) {}

  result(): PlanPart {
    return { intents: this.intents, holds: this.holds, rebase: this.rebase };
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
    const match = this.markedTwin(doc) ?? rules.match(doc, gate.twinId);
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
      this.#matched.add(twinKey).add(key);
      this.add(doc, 'link', match.twin, null, match.why, [], 0);
      return;
    }
    const to = otherSide(doc.side);
    const needs = gate.twinId === null ? [createClientKey(doc.side, doc.clientId)] : [];
    const translation = rules.translate(doc, gate.twinId ?? PLANNED, { needs, base: null });
    if ('obstacle' in translation) {
      this.hold(doc, 'unmapped', translation.obstacle);
      return;
    }
    const closed = closedPhrase(scene, to, doc.date, rules.label(doc));
    if (closed) {
      this.hold(doc, 'conflict', closed);
      return;
    }
    const why = phrase(doc.side === 'tps' ? 'why.onlyInTps' : 'why.onlyInQbo');
    this.add(doc, 'create', null, null, why, needs, rules.effect(doc), translation.draft);
  }

  /**
   * A document that carries the marker of its twin was written by us, in a run that was cut off or
   * in another browser: it is that twin, whatever else it looks like.
   */
  private markedTwin(doc: D): Match<D> | null {
    const own = parseMarker(doc.marker);
    const label = this.rules.label(doc);
    if (own && own.type === this.rules.type && own.side !== doc.side) {
      const named = this.rules.find(own.side, own.id);
      // Not "new": it was somebody's twin, and that one was removed or voided since.
      if (!named || named.voided !== doc.voided) {
        const state = named ? 'voided' : 'removed';
        const values = { number: label, system: own.side, state };
        return { found: 'clash', what: phrase('conflict.markedTwinGone', values) };
      }
    }
    const [twin, ...more] =
      this.#byMarker().get(recordKey(doc.side, this.rules.type, doc.id)) ?? [];
    const rivals = twin && this.#byMarker().get(recordKey(twin.side, this.rules.type, twin.id));
    if (more.length > 0 || (rivals && rivals.length > 1)) {
      const values = { number: label, system: doc.side === 'qbo' ? 'tps' : 'qbo' };
      return { found: 'clash', what: phrase('conflict.markedTwice', values) };
    }
    if (!twin || this.scene.links.find(twin.side, this.rules.type, twin.id)) return null;
    if (this.#matched.has(recordKey(twin.side, this.rules.type, twin.id))) return null;
    if (twin.voided !== doc.voided) {
      const values = {
        number: label,
        system: twin.side,
        state: twin.voided ? 'voided' : 'changed',
      };
      return { found: 'clash', what: phrase('conflict.markedTwinGone', values) };
    }
    if (this.rules.amount(twin) === this.rules.amount(doc)) {
      return { found: 'twin', twin, why: phrase('why.marker') };
    }
    return {
      found: 'clash',
      what: phrase('conflict.markedTwinDiffers', {
        number: label,
        thisCents: this.rules.amount(doc),
        otherCents: this.rules.amount(twin),
        system: twin.side,
      }),
    };
  }

  /** Both ends of every marker, by `recordKey`. */
  #byMarker(): ReadonlyMap<string, D[]> {
    if (this.#marked) return this.#marked;
    const marked = new Map<string, D[]>();
    const note = (key: string, doc: D) => marked.set(key, [...(marked.get(key) ?? []), doc]);
    for (const side of SIDES) {
      for (const doc of this.rules.all(side)) {
        const marker = parseMarker(doc.marker);
        if (!marker || marker.side === side || marker.type !== this.rules.type) continue;
        const named = this.rules.find(marker.side, marker.id);
        if (!named) continue;
        if (this.scene.links.find(side, this.rules.type, doc.id)) continue;
        note(recordKey(marker.side, marker.type, marker.id), doc);
        note(recordKey(side, this.rules.type, doc.id), named);
      }
    }
    this.#marked = marked;
    return marked;
  }

  /** A document with a twin: each side against its own past. */
  linked(link: Link, now: Both<D | null>, base: Both<D>): void {
    const gone = { tps: isGone(now.tps), qbo: isGone(now.qbo) };
    const changed = {
      tps: !now.tps || !sameContent(now.tps, base.tps),
      qbo: !now.qbo || !sameContent(now.qbo, base.qbo),
    };
    if (!changed.tps && !changed.qbo) return;
    if (gone.tps && gone.qbo) {
      this.rebase.push(link.id);
      return;
    }
    const from: Side = changed.tps ? 'tps' : 'qbo';
    const to = otherSide(from);
    const source = now[from];
    const target = now[to];
    const shown = source ?? target ?? base[from];
    if (this.stopped(shown)) return;
    if (changed.tps && changed.qbo) {
      this.bothChanged(link, now, base);
      return;
    }
    // One side changed: `from`. The other is as it was, so it exists.
    if (!target) return;
    const frozen =
      this.rules.frozen(target) ??
      closedPhrase(this.scene, to, target.date, this.rules.label(target));
    if (frozen) {
      this.hold(shown, 'conflict', frozen);
      return;
    }
    if (!source) {
      const why = phrase('why.removed', { system: from });
      this.add(target, 'delete', target, link, why, [], -this.rules.effect(target));
    } else if (source.voided) {
      const why = phrase('why.voided', { system: from });
      if (target.voided) this.rebase.push(link.id);
      else this.add(source, 'void', target, link, why, [], -this.rules.effect(target));
    } else {
      this.updated(link, source, target, base);
    }
  }

  private updated(link: Link, source: D, target: D, base: Both<D>): void {
    if (target.voided) {
      this.hold(
        source,
        'conflict',
        phrase('conflict.unvoided', { number: this.rules.label(source) }),
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
    const effect = this.rules.effect(source) - this.rules.effect(target);
    const why = phrase('why.changed', { system: source.side });
    this.add(source, 'update', target, link, why, needs, effect, translation.draft);
  }

  private bothChanged(link: Link, now: Both<D | null>, base: Both<D>): void {
    const { tps, qbo } = now;
    if (tps?.voided && qbo?.voided) {
      this.rebase.push(link.id);
      return;
    }
    if (tps && qbo && !tps.voided && !qbo.voided) {
      const translation = this.translateLinked(tps, base, []);
      if ('draft' in translation && this.rules.already(translation.draft, qbo)) {
        this.rebase.push(link.id);
        return;
      }
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

  private translateLinked(source: D, base: Both<D>, needs: string[]): Translation<Draft> {
    const gate = this.gates.of(source.side, source.clientId);
    if (!gate.open) return { obstacle: gate.what };
    if (gate.twinId === null) needs.push(createClientKey(source.side, source.clientId));
    return this.rules.translate(source, gate.twinId ?? PLANNED, {
      needs,
      base: { from: base[source.side], to: base[otherSide(source.side)] },
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
