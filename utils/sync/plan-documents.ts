/**
 * Invoices and payments: what to link, create, update, void and delete, and what is held back with
 * its reason. The same rules for both kinds; what differs between them comes in as `DocumentRules`.
 */
import { cents } from '../ledger/cents';
import { sameContent } from '../ledger/content';
import type { Draft } from '../ledger/drafts';
import type { Link } from '../ledger/link';
import { type Both, otherSide, type Side } from '../ledger/side';
import { type Phrase, phrase } from '../wording/phrase';
import type { Doc, DocumentRules } from './document-rules';
import type { Gates } from './gate';
import type { Hold, Intent, IntentVerb } from './intent';
import { MarkedTwins } from './marked-twins';
import { createClientKey } from './plan-clients';
import { recordKey, type Scene } from './scene';
import type { Translation } from './translate-invoice';

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
