import type { Scene } from '../e2e/harness/scene';
import { signIn } from '../e2e/harness/sign-in';
import { openScene } from './open-scene';
import type { StartOptions } from './options.mjs';

/** A browser to play with, until it is closed. */
export async function showProduct(options: StartOptions): Promise<number> {
  const scene = await openScene(options);
  const closed = new Promise<void>((resolve) =>
    scene.browser.context.once('close', () => resolve()),
  );
  // It may be closed before both apps are open.
  await Promise.race([closed, greet(scene)]);
  await closed;
  await scene.end();
  return 0;
}

async function greet({ browser, sandbox }: Scene): Promise<void> {
  await signIn(browser.context);
  console.log(
    'Both apps are open and signed in. The panel opens in TPS at Integrations > QuickBooks.',
  );
  console.log(`Workspace: chrome-extension://${browser.extensionId}/workspace.html`);
  console.log(`Stand-ins: TLS port ${sandbox.httpsPort}, control port ${sandbox.httpPort}`);
  console.log('Close the browser, or press Ctrl+C, to end.');
}
