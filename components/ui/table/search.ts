import type { CellValue } from './columns';

/** Small letters without accents: `Géneviève` is found by `genevieve`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** True when every word of the search stands somewhere in the row; amounts as people type them. */
export function rowMatches(values: readonly CellValue[], search: string): boolean {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = fold(values.map(searchable).join(' '));
  return words.every((word) => text.includes(word));
}

/** A whole number is found as it is and as an amount: `104925` by `1049.25`, too. */
function searchable(value: CellValue): string {
  if (typeof value !== 'number') return value ?? '';
  const amount = (value / 100).toFixed(2);
  return `${value} ${amount} ${amount.replace('.', ',')}`;
}
