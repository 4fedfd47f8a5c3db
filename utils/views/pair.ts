import type { PairRow } from '../store/rows';
import type { PairView } from './run';

export function pairView(pair: PairRow): PairView {
  const { id, firm, company, country, currency, ready } = pair;
  return { id, firm, company, country, currency, ready };
}
