/** What clients will owe once the documents of a plan are carried, and by which of them. */
import { type Cents, cents, negateCents, ZERO } from '../ledger/cents';
import type { Draft } from '../ledger/drafts';
import type { Client } from '../ledger/entities';
import type { Linkable } from '../ledger/link';
import { recordKey } from '../ledger/record-key';
import type { Intent } from './intent';

export interface OwedAfter {
  readonly balanceCents: Cents;
  /** Keys of the intents that change it. */
  readonly by: readonly string[];
}

export class OwedAfterwards {
  readonly #moves = new Map<string, { cents: number; by: string[] }>();

  constructor(documents: readonly Intent[]) {
    for (const intent of documents) this.#note(intent);
  }

  of({ side, id, balanceCents }: Client): OwedAfter {
    const moved = this.#moves.get(recordKey(side, 'client', id));
    return { balanceCents: cents(balanceCents + (moved?.cents ?? 0)), by: moved?.by ?? [] };
  }

  #note({ key, does, to, target, draft }: Intent): void {
    if (does === 'act' || does === 'renumber' || does === 'link') return;
    if (target && target.kind !== 'client') {
      this.#move(recordKey(to, 'client', target.clientId), -standing(target), key);
    }
    if (draft && draft.kind !== 'client') {
      this.#move(recordKey(to, 'client', draft.clientId), standing(draft), key);
    }
  }

  #move(client: string, amount: number, by: string): void {
    const known = this.#moves.get(client) ?? { cents: 0, by: [] };
    this.#moves.set(client, { cents: known.cents + amount, by: [...known.by, by] });
  }
}

/** What it does to the receivable. */
export function standing(document: Linkable | Draft): Cents {
  if (document.kind === 'client') return ZERO;
  if ('voided' in document && document.voided) return ZERO;
  return document.kind === 'payment' ? negateCents(document.amountCents) : document.totalCents;
}
