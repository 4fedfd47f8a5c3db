import type { HealthAction } from '../../../utils/health/group';
import type { HealthItemView } from '../../../utils/views/views';

/** What the buttons of an item do. */
type Wish = Extract<HealthAction, { do: 'wish' }>;
type Conversion = Extract<HealthAction, { do: 'convert' }>;
export type Exclusion = Extract<HealthAction, { do: 'exclude' }>;

/** What a person orders of a thing that was found. */
export interface ItemOrders {
  onWish(item: HealthItemView, wish: Wish): void;
  /** Null before the set-up is finished. */
  onConvert: ((conversion: Conversion) => void) | null;
  onExclude(exclusion: Exclusion, reason: string): void;
  onOpen(item: HealthItemView): void;
}
