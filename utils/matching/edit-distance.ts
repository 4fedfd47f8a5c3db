/**
 * How many letters must be changed, added, dropped or swapped with their neighbour to make one word
 * of the other (optimal string alignment), or `max + 1` as soon as it is more than `max`.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    [before, above] = [above, row];
  }
  return Math.min(above[b.length] ?? 0, max + 1);
}

/** How many letters may be wrong in a word of this many: none in `Roy`, two in `Kowalczyk`. */
export function typosMax(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}
