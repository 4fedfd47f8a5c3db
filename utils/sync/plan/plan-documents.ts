/**
 * Invoices and payments: what to link, create, update, void and delete, and what is held back with
 * its reason. The same rules for both kinds; what differs between them comes in as `DocumentRules`.
 */
import type { Link } from '../../ledger/link';
import type { Both } from '../../ledger/side';
import { phrase } from '../../wording/phrase';
import type { Gates } from '../gate';
import type { Scene } from '../scene';
import { DocumentPlan } from './document-plan';
import type { Doc, DocumentRules } from './document-rules';
import { EnteredTwice } from './entered-twice';
import { LinkedDocuments } from './linked-documents';
import { LookAlikes } from './look-alikes';
import { MarkedTwins } from './marked-twins';
import { Shelves } from './shelves';
import { TwinLikeness } from './twin-likeness';
import { UnlinkedDocuments } from './unlinked-documents';

export class DocumentPlanner<D extends Doc> {
  readonly plan: DocumentPlan<D>;
  readonly #linked: LinkedDocuments<D>;
  readonly #unlinked: UnlinkedDocuments<D>;

  constructor(scene: Scene, gates: Gates, rules: DocumentRules<D>) {
    this.plan = new DocumentPlan(scene, rules);
    const twins = new MarkedTwins(scene, rules);
    const likeness = new TwinLikeness(scene, rules);
    const shelves = new Shelves(scene, rules);
    this.#linked = new LinkedDocuments(this.plan, gates, twins, likeness);
    this.#unlinked = new UnlinkedDocuments(
      this.plan,
      gates,
      twins,
      likeness,
      new LookAlikes(scene, rules, shelves),
      new EnteredTwice(scene, rules, shelves),
    );
  }

  /** Fully paid on both sides and the same: nothing is written, but changes are seen from now on. */
  settled({ tps, qbo }: Both<D>): void {
    this.plan.matched.add(this.plan.keyOf(tps)).add(this.plan.keyOf(qbo));
    const why = phrase('why.settledTwin');
    this.plan.add({ does: 'link', record: tps, target: qbo, link: null, why });
  }

  /** A document that has no twin yet. All that have one come first. */
  unlinked(doc: D): void {
    this.#unlinked.add(doc);
  }

  /** A document with a twin, as both are now and as they were when they last agreed. */
  linked(link: Link, now: Both<D | null>, base: Both<D>): void {
    this.#linked.add(link, now, base);
  }
}
