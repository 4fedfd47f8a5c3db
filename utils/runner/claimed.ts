/**
 * One company, two firms: another TPS firm syncs this company, by its note or by the tags that it
 * left. Its books and ours would write over one another, so a person types that this is meant.
 */
import { firmTag } from '../ledger/firm-tag';
import type { Snapshot } from '../ledger/snapshot';
import type { FoundNotes } from '../port/shared-notes';
import type { Brake } from '../sync/plan/brakes';
import { type Phrase, phrase } from '../wording/phrase';
import { seenLease } from './lease-note';

/** Name of the other firm that the notes tell of; null when they tell of none. */
export function otherFirmIn({ notes }: FoundNotes, firmId: string): string | null {
  const own = firmTag(firmId);
  for (const note of notes) {
    const firm = seenLease(note).body?.firm;
    if (firm && firm.tag !== own) return firm.name;
  }
  return null;
}

/** What is said before a person takes such a company over. */
export function claimedPhrase(firm: string, company: string, other: string): Phrase {
  return phrase('pair.claimed', { firm, company, other });
}

/** By the notes, or by documents with another firm's tag; once for each company and browser. */
export function claimedBrake(
  pair: {
    readonly firm: { readonly id: string; readonly name: string };
    readonly company: { readonly name: string };
    readonly tookOver?: string | undefined;
  },
  qbo: Snapshot,
  found: FoundNotes | null,
): Brake[] {
  if (pair.tookOver !== undefined) return [];
  const { name: company } = pair.company;
  const other = found && otherFirmIn(found, pair.firm.id);
  if (other) {
    const what = claimedPhrase(pair.firm.name, company, other);
    return [{ id: 'claimed', what, confirm: company }];
  }
  const tagged = [...qbo.clients.values(), ...qbo.invoices.values(), ...qbo.payments.values()];
  const documents = tagged.filter(({ otherFirm }) => otherFirm !== undefined).length;
  if (documents === 0) return [];
  const what = phrase('brake.claimed', { firm: pair.firm.name, company, documents });
  return [{ id: 'claimed', what, confirm: company }];
}
