/** What a health report is made of. */

import type { Finding } from '../checks/finding';
import type { HealthGroupId } from '../checks/rules';
import { absCents, type Cents, sumCents, ZERO } from '../ledger/cents';
import type { ConvertibleType } from '../ledger/entities';
import type { QboId } from '../ledger/ids';
import type { PlainDate } from '../ledger/plain-date';
import type { Both, Side } from '../ledger/side';
import type { Scene } from '../sync/scene';
import type { Scope } from '../sync/scope';
import type { Phrase } from '../wording/phrase';
import type { PresumedPairs } from './presumed-pairs';

/** `blocks`: cannot be synced before it is dealt with; `warns`: should be looked at, there is a way on. */
export type HealthSeverity = 'blocks' | 'warns' | 'fine';

/** What the product itself can do about an item. */
export type HealthAction =
  | {
      readonly do: 'wish';
      readonly qboId: QboId;
      readonly wish: 'activate' | 'topLevel' | 'rollUp' | 'own';
    }
  /** A document of QuickBooks becomes an adjustment in TPS; possible once the set-up is finished. */
  | { readonly do: 'convert'; readonly foreignType: ConvertibleType; readonly id: string }
  /** Both ends at once, so that the other one is not created anew. */
  | {
      readonly do: 'exclude';
      readonly clients: readonly { readonly side: Side; readonly clientId: string }[];
      readonly clientName: string;
    };

export interface HealthItem {
  /** Unique within its group. */
  readonly key: string;
  readonly severity: Exclude<HealthSeverity, 'fine'>;
  /** Empty for the whole company. */
  readonly clientName: string;
  /** What it is, in a few words. */
  readonly what: Phrase;
  /** The money concerned, signed as its own system has it; null where there is none. */
  readonly amountCents: Cents | null;
  readonly date: PlainDate | null;
  /** The record that the person should open. */
  readonly subject: Finding['subject'];
  readonly actions: readonly HealthAction[];
  /** What a person decided about it already; then it counts no more. */
  readonly decided: Phrase | null;
}

export interface HealthGroup {
  readonly id: HealthGroupId;
  /** The worst of its items that wait for somebody; `fine` when none does. */
  readonly severity: HealthSeverity;
  /** Items that wait for somebody. */
  readonly count: number;
  /** Their money, added up without signs. */
  readonly amountCents: Cents;
  readonly why: Phrase;
  readonly advice: Phrase;
  readonly items: readonly HealthItem[];
}

/** What the groups look at. */
export interface HealthInput {
  readonly scene: Scene;
  readonly findings: readonly Finding[];
  readonly pairs: PresumedPairs;
  /** Documents that have no link yet and are to be synced. */
  readonly scope: Both<Scope>;
}

export type HealthCheck = (input: HealthInput) => HealthGroup;

/** Counts and sums the items of a group. */
export function groupOf(
  id: HealthGroupId,
  why: Phrase,
  advice: Phrase,
  items: readonly HealthItem[],
): HealthGroup {
  const open = items.filter((item) => item.decided === null);
  const blocks = open.some((item) => item.severity === 'blocks');
  return {
    id,
    severity: blocks ? 'blocks' : open.length > 0 ? 'warns' : 'fine',
    count: open.length,
    amountCents: sumCents(open.map((item) => absCents(item.amountCents ?? ZERO))),
    why,
    advice,
    items: [...items].sort(byWeight),
  };
}

/** What blocks first, then the most money; what is decided stays where it was. */
function byWeight(a: HealthItem, b: HealthItem): number {
  const rank = ({ severity }: HealthItem) => (severity === 'blocks' ? 0 : 1);
  return rank(a) - rank(b) || Math.abs(b.amountCents ?? 0) - Math.abs(a.amountCents ?? 0);
}
