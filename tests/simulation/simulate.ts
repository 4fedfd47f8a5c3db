/** Plays seeds until one breaks an invariant, and says the least that breaks it. */
import { drawTrace } from './trace/draw';
import { type Played, play } from './trace/play';
import { shrink } from './trace/shrink';

/** A line of progress after so many seeds. */
const TOLD_EVERY = 100;

export interface Wanted {
  readonly seeds: number;
  readonly from: number;
  /** This one seed, told step by step. */
  readonly trace: number | null;
  readonly twoBrowsersAtOnce: boolean;
  /** Every seed that breaks something is named, and the next one played. */
  readonly goesOn: boolean;
  readonly say: (line: string) => void;
}

/** Exit code: 0 without a violation, 1 with one. */
export async function simulate(wanted: Wanted): Promise<number> {
  const { seeds, from, trace, twoBrowsersAtOnce, goesOn, say } = wanted;
  const red: number[] = [];
  const started = performance.now();
  const totals = { steps: 0, requests: 0, writes: 0, faults: 0, kills: 0, acts: 0 };
  const [first, count] = trace === null ? [from, seeds] : [trace, 1];
  for (let seed = first; seed < first + count; seed++) {
    const drawn = drawTrace(seed, { twoBrowsersAtOnce });
    if (trace !== null) say(JSON.stringify({ ...drawn, steps: undefined }));
    const played = await play(drawn, trace === null ? undefined : say);
    for (const [key, value] of Object.entries(played.counts)) {
      Object.assign(totals, { [key]: Reflect.get(totals, key) + value });
    }
    if (played.violations.length === 0) {
      const done = seed - first + 1;
      if (done % TOLD_EVERY === 0 && done < count) say(`${done} of ${count} seeds, 0 violations`);
      continue;
    }
    say(`seed ${seed}: ${lineOf(played)}`);
    if (goesOn) {
      red.push(seed);
      continue;
    }
    const least = await shrink(drawn, played);
    if (trace !== null) await play(least.trace, say);
    say(`the smallest trace that does it (${least.trace.steps.length} steps):`);
    say(JSON.stringify({ ...least.trace, steps: undefined }));
    for (const step of least.trace.steps) say(`  ${JSON.stringify(step)}`);
    for (const { invariant, kind, text } of least.played.violations) {
      say(`invariant ${invariant}: ${kind}\n  ${text}`);
    }
    say(`repeat: npm run simulate -- --trace ${seed}${twoBrowsersAtOnce ? ' --at-once' : ''}`);
    return 1;
  }
  const seconds = (performance.now() - started) / 1000;
  say(red.length === 0 ? `${count} seeds, 0 violations` : `${count} seeds, red: ${red.join(', ')}`);
  say(
    `${(count / seconds).toFixed(1)} seeds/s; ${Object.entries(totals)
      .map(([key, value]) => `${value} ${key}`)
      .join(', ')}`,
  );
  return red.length === 0 ? 0 : 1;
}

function lineOf({ violations, failedAt }: Played): string {
  const [first] = violations;
  return `invariant ${first?.invariant}, ${first?.kind}, after step ${failedAt}`;
}
