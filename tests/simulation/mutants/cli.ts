/** `npm run simulate:mutants [-- --only WORD]`: is every planted mistake caught? */
import { parseArgs } from 'node:util';
import { bundle } from './build';
import { caughtBy, failedTest } from './caught';
import type { Mutant } from './mutant';
import { MUTANTS } from './table';

const SEEDS = { from: 1, count: 400 };
/** As many as small machines have processors. */
const AT_ONCE = 2;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only ?? ''));

// A seed that breaks without any mutant says nothing about one.
const broken = new Map<number, Promise<readonly number[]>>();
const plain = chosen.some(({ tests }) => !tests) ? await bundle(null, 'plain') : '';
const CHUNK = 20;

function brokenAnyhow(from: number): Promise<readonly number[]> {
  const known = broken.get(from);
  if (known) return known;
  const asked = caughtBy(plain, { from, count: CHUNK }, { all: true }).then((all) =>
    all.map(({ seed }) => seed),
  );
  broken.set(from, asked);
  return asked;
}

/** Some seeds at a time, so that the plain simulation is played only as far as needed. */
async function hunt(mutant: Mutant, index: number): Promise<string | null> {
  if (mutant.tests) return failedTest(mutant.name);
  const { from, count } = mutant.seeds ?? SEEDS;
  const player = await bundle(mutant, String(index));
  for (let at = from; at < from + count; at += CHUNK) {
    const leftOut = await brokenAnyhow(at);
    const [first] = await caughtBy(player, { from: at, count: CHUNK }, { leftOut });
    if (first) return `invariant ${first.invariant}, seed ${first.seed}: ${first.kind}`;
  }
  return null;
}

const width = Math.max(...chosen.map(({ name }) => name.length));
const queue = chosen.map((mutant, index) => ({ mutant, index }));
let survivors = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const caught = await hunt(next.mutant, next.index);
      if (!caught) survivors += 1;
      console.log(`${next.mutant.name.padEnd(width)}  ${caught ?? 'SURVIVED'}`);
    }
  }),
);
console.log(`${chosen.length} mutants, ${survivors} survived`);
process.exitCode = survivors === 0 ? 0 : 1;
