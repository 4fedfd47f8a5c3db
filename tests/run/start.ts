/** `npm start`: the built extension in front of the stand-ins; see options.ts for what it takes. */
import { spawnSync } from 'node:child_process';
import { startScene } from '../e2e/harness/scene';
import { signIn } from '../e2e/harness/sign-in';
import { parseOptions, type StartOptions } from './options';
import { ROOT, scriptOf } from './process.mjs';
import { runTour } from './tour/run-tour';

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const options = parseOptions(process.argv.slice(2));
    build();
    return options.headless ? await tour(options) : await stay(options);
  } catch (error) {
    console.error(error);
    return 1;
  }
}

function build(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptOf('wxt'), 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension was not built.\n${stdout}\n${stderr}`);
  console.log('Built the extension.');
}

function sandboxOf({ seed, clients, qboSamples }: StartOptions) {
  return { seed, clients, ...(qboSamples === undefined ? {} : { qboSamples }) };
}

async function tour(options: StartOptions): Promise<number> {
  const scene = await startScene(sandboxOf(options));
  try {
    const wrong = await runTour(scene, options.out);
    for (const complaint of wrong) console.error(`✗ ${complaint}`);
    if (wrong.length === 0) console.log(`Everything ties out. Report in ${options.out}`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await scene.end();
  }
}

/** A browser to play with, until it is closed. */
async function stay(options: StartOptions): Promise<number> {
  const scene = await startScene(sandboxOf(options), { headless: false });
  const { context, extensionId } = scene.browser;
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await signIn(context);
  console.log(
    'Both apps are open and signed in. The panel opens in TPS at Integrations > QuickBooks.',
  );
  console.log(`Workspace: chrome-extension://${extensionId}/workspace.html`);
  console.log(
    `Stand-ins: TLS port ${scene.sandbox.httpsPort}, control port ${scene.sandbox.httpPort}`,
  );
  console.log('Close the browser, or press Ctrl+C, to end.');
  await closed;
  await scene.end();
  return 0;
}
