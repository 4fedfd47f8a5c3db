/**
 * Seeds that change with the commit: each commit looks where none has looked before. All runs of
 * one commit play the same ones, so that a red run can be repeated; `SIMULATION_COMMIT` repeats
 * those of another commit.
 */
import { execFileSync } from 'node:child_process';
import { seededRandom } from '../../sandbox/firm/random';
import { WIDE_FROM } from '../trace/draw';

const DRAWN = 60;
/** Where there is no history to ask, as in an unpacked archive. */
const NO_COMMIT = '5eed';
/** So much of a commit's name makes a number. */
const DIGITS = 8;
const SEED_MAX = 9_999_999;

export function drawnSeeds(commit = presentCommit()): readonly number[] {
  const random = seededRandom(Number.parseInt(commit.slice(0, DIGITS), 16));
  const seeds = new Set<number>();
  // A quarter of them with everything that people do (`drawTrace`).
  while (seeds.size < DRAWN) {
    seeds.add(random.int(1, SEED_MAX) + (seeds.size % 4) * WIDE_FROM);
  }
  return [...seeds];
}

export function presentCommit(): string {
  return process.env.SIMULATION_COMMIT ?? headOfGit() ?? NO_COMMIT;
}

function headOfGit(): string | null {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio }).trim() || null;
  } catch {
    return null;
  }
}
