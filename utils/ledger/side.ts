/** The two systems. */
export type Side = 'tps' | 'qbo';

export const SIDES = ['tps', 'qbo'] as const satisfies readonly Side[];

export function otherSide<S extends Side>(side: S): Other<S> {
  return OTHER[side];
}

const OTHER = { tps: 'qbo', qbo: 'tps' } as const;

/** The other of that one. */
export type Other<S extends Side> = { tps: 'qbo'; qbo: 'tps' }[S];

/** A value for each system. */
export type Both<T> = { readonly [S in Side]: T };
