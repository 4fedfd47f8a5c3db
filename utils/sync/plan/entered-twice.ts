import { otherSide } from '../../ledger/side';
import { ownerOf } from '../owner';
import type { Scene } from '../scene';
import { compareIds } from '../scope';
import { rulingOn } from '../winner';
import type { Doc, DocumentRules } from './document-rules';
import {
  CLOSE_DAYS_MAX,
  daysBetween,
  hasEqualReference,
  isEvident,
  SAME_MONEY_DAYS_MAX,
} from './same-money';
import { type Shelved, type Shelves, within } from './shelves';

/** On so many days, a reference is the number of a contract or a mandate and not that of a cheque. */
const STANDING_REFERENCE_DAYS = 3;

/**
 * Money that seems to stand twice inside one book: a second document of the same client, amount and
 * reference, or one whose like in the other book is the twin of another already. It is not carried
 * until a person says that it is money of its own.
 */
export class EnteredTwice<D extends Doc> {
  constructor(
    private readonly scene: Scene,
    private readonly rules: DocumentRules<D>,
    private readonly shelves: Shelves<D>,
  ) {}

  /** The document that this one, which has no twin, seems to repeat; null where it stands for itself. */
  of(doc: D, clientTwin: string | null): D | null {
    if (this.rules.amount(doc) === 0 || this.#saidOwn(doc)) return null;
    const own = this.shelves.shelved(doc);
    return this.#repeated(own) ?? this.#taken(own, clientTwin);
  }

  #saidOwn(doc: D): boolean {
    const [tps, qbo] = doc.side === 'tps' ? [doc, null] : [null, doc];
    return rulingOn(this.scene, tps, qbo)?.do === 'apart';
  }

  /** In the same book, entered before this one. */
  #repeated(own: Shelved<D>): D | null {
    const { doc, traits } = own;
    if (traits.reference === '') return null;
    const shelf = this.shelves.of(doc.side, ownerOf(this.scene, doc.side, doc.clientId), doc);
    const alike = (shelf?.shelved ?? []).filter((one) => hasEqualReference(one.traits, traits));
    if (new Set(alike.map((one) => one.traits.day)).size >= STANDING_REFERENCE_DAYS) return null;
    const earlier = alike.find(
      (one) =>
        one.doc.id !== doc.id &&
        daysBetween(one.traits, traits) <= CLOSE_DAYS_MAX &&
        (!one.alone || compareIds(one.doc.id, doc.id) < 0),
    );
    return earlier?.doc ?? null;
  }

  /** In the other book, where it is the twin of a document that does not say so itself. */
  #taken(own: Shelved<D>, clientTwin: string | null): D | null {
    if (clientTwin === null) return null;
    const { doc, traits } = own;
    const shelf = this.shelves.of(otherSide(doc.side), clientTwin, doc);
    if (!shelf) return null;
    const taken = within(shelf, traits.day, SAME_MONEY_DAYS_MAX).find((one) => {
      const twin = this.#twinOf(one.doc);
      if (!twin || !isEvident(one.traits, traits)) return false;
      // Money with both halves in both books is that money; whether this is too, `#repeated` says.
      if (hasEqualReference(one.traits, traits)) {
        return !hasEqualReference(this.shelves.shelved(twin).traits, traits);
      }
      const isItself = this.rules.exactName(one.doc) === this.rules.exactName(twin);
      return one.traits.day === traits.day && !isItself;
    });
    return taken?.doc ?? null;
  }

  /** The living document that a linked one stands for. */
  #twinOf({ side, kind, id }: D): D | null {
    const twin = this.scene.links.twin(side, kind, id);
    const found = twin === null ? undefined : this.rules.find(otherSide(side), twin);
    return found && !found.voided ? found : null;
  }
}
