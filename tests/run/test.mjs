/**
 * `npm test`: sets up, builds, checks types and style, and runs every test. `npm run test:core`
 * (`--core`) does what is done in a minute: types, style and the unit tests. The last line is
 * `N passed, N failed`; the exit code is not zero when anything failed.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript, scriptOf } from './process.mjs';
import { setUp } from './setup.mjs';

/**
 * How many files of a project run at once. By itself Vitest leaves a core idle, which is half of a
 * small machine; a test in the browser waits for Chromium more than it computes.
 */
const WORKERS = { unit: 2, simulation: 2, contract: 2, e2e: 6 };

const typeCheck = () => check('type check', scriptOf('typescript', 'tsc'), ['--noEmit']);
const lint = () => check('lint', scriptOf('@biomejs/biome', 'biome'), ['check', '.']);

/** The types that the type check needs are written here; with the build they come by themselves. */
const CORE = [
  () => check('prepare', scriptOf('wxt'), ['prepare'], { quiet: true }),
  typeCheck,
  lint,
  () => tests('unit'),
];
const ALL = [
  () => check('build', scriptOf('wxt'), ['build'], { quiet: true }),
  typeCheck,
  lint,
  ...Object.keys(WORKERS).map((project) => () => tests(project)),
  () => check('every button', scriptOf('tsx'), ['tests/run/presses.ts', presses]),
];

setUp();
const reports = mkdtempSync(join(tmpdir(), 'ledger-bridge-test-'));
/** Where browsers note which requests their screens have sent. */
const presses = join(reports, 'presses');
mkdirSync(presses);
process.env.PRESSES_DIR = presses;
const stages = [];
for (const stage of process.argv.includes('--core') ? CORE : ALL) stages.push(await stage());
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
      `--maxWorkers=${WORKERS[project]}`,
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
