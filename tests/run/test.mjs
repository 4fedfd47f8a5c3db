/**
 * `npm test`: sets up, builds, checks types and style, and runs every test. The last line is
 * `N passed, N failed`; the exit code is not zero when anything failed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, scriptOf } from './process.mjs';
import { setUp } from './setup.mjs';

setUp();
const reports = mkdtempSync(join(tmpdir(), 'ledger-bridge-test-'));
const stages = [
  // The build also writes the types that the type check needs.
  await check('build', scriptOf('wxt'), ['build'], { quiet: true }),
  await check('type check', scriptOf('typescript', 'tsc'), ['--noEmit']),
  await check('lint', scriptOf('@biomejs/biome', 'biome'), ['check', '.']),
  await tests('unit'),
  await tests('contract'),
  await tests('e2e'),
];
rmSync(reports, { recursive: true, force: true });
report(stages);

/** A program that passes or fails as a whole. */
async function check(name, script, args, options) {
  const { code, seconds } = await timed(name, () => runScript(script, args, options));
  return { name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** One project of vitest.config.ts, counted test by test. */
async function tests(project) {
  const file = join(reports, `${project}.json`);
  const { code, seconds } = await timed(project, () =>
    runScript(scriptOf('vitest'), [
      'run',
      `--project=${project}`,
      '--passWithNoTests',
      // By itself it leaves a core idle, which is half of a small machine.
      '--maxWorkers=2',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  );
  const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const passed = counted.numPassedTests ?? 0;
  const skipped = (counted.numPendingTests ?? 0) + (counted.numTodoTests ?? 0);
  // A file that does not load holds no test that could fail: it counts as one itself.
  const unread = (counted.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = (counted.numFailedTests ?? 0) + unread.length;
  // An error outside of any test fails no test but the run.
  return { name: project, seconds, passed, failed: failed || (code === 0 ? 0 : 1), skipped };
}

async function timed(name, work) {
  console.log(`\n── ${name}`);
  const startMs = performance.now();
  const code = await work();
  return { code, seconds: (performance.now() - startMs) / 1000 };
}

function report(done) {
  console.log('\n── summary');
  for (const { name, seconds, passed, failed, skipped } of done) {
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s   ${counts}`);
  }
  const sum = (key) => done.reduce((total, stage) => total + stage[key], 0);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}
