import type { TieOutView } from '../../utils/views/views';

/** How many removed entries a tie-out names, and by how much they keep the books apart. */
export function removedFrom({ named, offsets = [] }: Pick<TieOutView, 'named' | 'offsets'>) {
  const own = named.filter(({ cause }) => cause.id === 'hold.ignored');
  const hidden = offsets.filter(({ cause }) => cause.id === 'hold.ignored');
  const removedCents = [...own, ...hidden].reduce((sum, one) => sum + one.differenceCents, 0);
  return { count: own.length + hidden.length, removedCents };
}
