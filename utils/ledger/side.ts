/** The two systems. */
export type Side = 'tps' | 'qbo';

export const SIDES = ['tps', 'qbo'] as const satisfies readonly Side[];

export function otherSide(side: Side): Side {
  return side === 'tps' ? 'qbo' : 'tps';
}

/** A value for each system. */
export type Both<T> = { readonly [S in Side]: T };
