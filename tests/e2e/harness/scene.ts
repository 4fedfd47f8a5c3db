import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server';
import { type Control, controlOf } from './control';
import { type Browser, type LaunchOptions, launch } from './launch';

export interface Scene {
  sandbox: Sandbox;
  control: Control;
  browser: Browser;
  end(): Promise<void>;
}

/** Stand-ins with a firm in them, and a browser in front. Nobody is signed in yet. */
export async function startScene(
  sandboxOptions: SandboxOptions = {},
  launchOptions: Omit<LaunchOptions, 'httpsPort'> = {},
): Promise<Scene> {
  const sandbox = await startSandbox(sandboxOptions);
  try {
    const browser = await launch({ ...launchOptions, httpsPort: sandbox.httpsPort });
    const end = async () => {
      await browser.close();
      await sandbox.stop();
    };
    return { sandbox, control: controlOf(sandbox.httpPort), browser, end };
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}
