/**
 * One start, from the first check to the last folder that is taken away: what is told here reaches
 * whatever runs below, and nothing is left when it ends. Node's built-ins alone.
 */
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildInto } from './build-privately.mjs';
import { hasDisplay } from './display.mjs';
import { exitCodeOf, toldToEnd } from './ending.mjs';
import { argsOf, parseOptions, USAGE, UsageError } from './options.mjs';
import { claimOut } from './out-folder.mjs';
import { ROOT, run } from './process.mjs';
import { makeRunFolder } from './run-folder.mjs';
import { requireSamples } from './samples.mjs';
import { prepare } from './setup.mjs';
import { complain } from './trouble.mjs';

/** Answers with the exit code: 0, 1 for what went wrong, 2 for what was not understood. */
export async function supervise(args) {
  const ending = toldToEnd();
  // Whoever read along may be gone, a closed terminal for one; there is still clearing up to do.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const options = parseOptions(args);
    if (!options.help) return await start(options, ending);
    console.log(USAGE);
    return 0;
  } catch (error) {
    if (ending.aborted) return exitCodeOf(ending.reason);
    if (error instanceof UsageError) {
      console.error(error.message);
      return 2;
    }
    complain(error, args.includes('--debug'));
    return 1;
  }
}

async function start(asked, ending) {
  if (asked.qboSamples !== undefined) requireSamples(asked.qboSamples);
  const canShow = asked.headed || hasDisplay(process.env, process.platform);
  if (asked.headless || !canShow) return tour(asked, ending);
  return inRunFolder((runFolder) => open(asked, runFolder, ending));
}

async function tour(asked, ending) {
  const { out, release } = claimOut(asked.out);
  try {
    sayWhere(asked, out);
    const options = { ...asked, headless: true, out };
    return await inRunFolder((runFolder) => open(options, runFolder, ending));
  } finally {
    release();
  }
}

function sayWhere(asked, out) {
  const folder = `${relative(process.cwd(), out) || '.'}/`;
  if (!asked.headless)
    console.log(
      `There is no display here: working through the product headless, with pictures in ${folder} (--headed insists).`,
    );
  if (out !== asked.out)
    console.log(`Another tour reports to ${asked.out}: this one takes ${folder}`);
}

async function inRunFolder(work) {
  const runFolder = makeRunFolder();
  try {
    return await work(runFolder);
  } finally {
    runFolder.remove();
  }
}

/** The browser in front of the stand-ins, for as long as start.ts wants it. */
async function open(options, runFolder, ending) {
  const { debug } = options;
  await prepare({ ending, debug });
  const env = { ...process.env, ...runFolder.env };
  const extension = await buildInto(runFolder.folder, { ending, debug, env });
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = join(ROOT, 'tests/run/start.ts');
  const { code } = await run(process.execPath, ['--import', tsx, script, ...argsOf(options)], {
    ending,
    shown: true,
    env: { ...env, EXTENSION_DIR: extension },
    ipc: true,
  });
  return code;
}
