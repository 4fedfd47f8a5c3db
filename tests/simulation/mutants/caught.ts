import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const catchLine = z.object({ seed: z.number(), invariant: z.number(), kind: z.string() });
export type Caught = z.infer<typeof catchLine>;

const run = promisify(execFile);
const OUTPUT_BYTES_MAX = 10_000_000;

/** Plays a bundle; gives the seeds that broke, the first alone unless `all`. */
export async function caughtBy(
  player: string,
  seeds: { readonly from: number; readonly count: number },
  options: { readonly leftOut?: readonly number[]; readonly all?: boolean } = {},
): Promise<Caught[]> {
  const { leftOut = [], all = false } = options;
  const args = [player, String(seeds.from), String(seeds.count), leftOut.join(',')];
  const { stdout } = await run(process.execPath, all ? [...args, '--all'] : args, {
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => catchLine.parse(JSON.parse(line)));
}
