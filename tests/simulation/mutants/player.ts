/**
 * Runs in a process of its own, as a bundle: plays seeds until one breaks, and prints that one as
 * JSON. Arguments: first seed, how many, seeds to leave out.
 */
import { drawTrace } from '../trace/draw';
import { play } from '../trace/play';

const [from = '1', count = '1', leftOut = ''] = process.argv.slice(2);
const skipped = new Set(leftOut.split(',').map(Number));
/** Every broken seed, not the first alone: for the simulation without a mutant. */
const all = process.argv.includes('--all');

for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  if (skipped.has(seed)) continue;
  const played = await play(drawTrace(seed)).catch((error: unknown) => ({
    violations: [
      {
        invariant: 7,
        kind: 'the simulation itself failed',
        text: error instanceof Error ? `${error.stack}` : '',
      },
    ],
  }));
  const [first] = played.violations;
  if (!first) continue;
  const { invariant, kind, text } = first;
  console.log(JSON.stringify({ seed, invariant, kind, text }));
  if (!all) break;
}
process.exit(0);
