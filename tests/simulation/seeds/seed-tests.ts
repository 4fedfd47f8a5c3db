import { describe, expect, it } from 'vitest';
import { drawTrace } from '../trace/draw';
import { play } from '../trace/play';
import { drawnSeeds, presentCommit } from './drawn';
import { FOUND } from './found';

/** A seed costs about a second; the machine may be busy with other work. */
const SEED_MS_MAX = 120_000;
/** The files share the seeds, so that they are played side by side. */
const PARTS = 4;

export function seedTests(part: number): void {
  const commit = presentCommit();
  describe('whatever happens', () => {
    it.each(partOf(FOUND, part))(
      'seed $seed, which showed once: $showed',
      { timeout: SEED_MS_MAX },
      ({ seed }) => playsWell(seed),
    );
    it.each(partOf(drawnSeeds(commit), part))(
      `seed %i, drawn for commit ${commit.slice(0, 8)}`,
      { timeout: SEED_MS_MAX },
      playsWell,
    );
  });
}

async function playsWell(seed: number): Promise<void> {
  const { violations } = await play(drawTrace(seed));
  const how = `npm run simulate -- --trace ${seed} (a red seed is a found fault: mend it, and add it to tests/simulation/seeds/found.ts)`;
  expect(violations, how).toEqual([]);
}

function partOf<T>(all: readonly T[], part: number): T[] {
  return all.filter((_, at) => at % PARTS === part - 1);
}
