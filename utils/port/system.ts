import type { Side } from '../ledger/side';

const NAMES = { tps: 'TPS', qbo: 'QuickBooks' } as const;

/** The system's name as people know it; the same in every language. */
export function systemName(side: Side): string {
  return NAMES[side];
}
