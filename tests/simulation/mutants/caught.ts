import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ROOT } from './planted';

const catchLine = z.object({ seed: z.number(), invariant: z.number(), kind: z.string() });
export type Caught = z.infer<typeof catchLine>;

const report = z.object({
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const run = promisify(execFile);
const OUTPUT_BYTES_MAX = 10_000_000;

/**
 * Runs a mutant's test file with the mutant in it; gives the test that failed, null when none did.
 * Throws where the file could not be run at all.
 */
export async function failedTest(name: string): Promise<string | null> {
  const config = resolve(import.meta.dirname, 'vitest.config.ts');
  const vitest = resolve(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', config, '--reporter', 'json'];
  const options = { maxBuffer: OUTPUT_BYTES_MAX, cwd: ROOT, env: { ...process.env, MUTANT: name } };
  // It ends with an exit code when a test fails.
  const stdout = await run(process.execPath, args, options).then(
    (ended) => ended.stdout,
    (error: { readonly stdout?: string }) => error.stdout ?? '',
  );
  const { numFailedTests, testResults } = report.parse(JSON.parse(stdout));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0) {
    throw new Error(`${name}: no test was run: ${testResults.map((one) => one.message).join()}`);
  }
  if (numFailedTests === 0) return null;
  return tests.find(({ status }) => status === 'failed')?.fullName ?? null;
}

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
