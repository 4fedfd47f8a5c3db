import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import { chromiumPath } from './chromium-path';
import { builtExtension } from './extension';
import { notePresses } from './presses';
import { makeProfile } from './profile';

/** What the worker has, where `idOf` runs its few lines. */
declare const chrome: { webRequest: { onSendHeaders: { hasListeners(): boolean } } };

const VIEWPORT = { width: 1280, height: 800 };
const WORKER_MS_MAX = 30_000;
const LISTENS_MS = 20;

/** How long a page may take to do what it is asked. */
const ACT_MS_MAX = 60_000;

export interface LaunchOptions {
  /** TLS port of the stand-ins. */
  httpsPort: number;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  /** Language of the browser, for instance `fr-CA`. */
  language?: string;
  /** Another build than the one of this repository. */
  extensionDir?: string;
  /** Folder of a profile whose copy is opened, instead of a fresh one. */
  profile?: string;
}

export interface Browser {
  context: BrowserContext;
  extensionId: string;
  downloads: string;
  /** Folder of its profile. */
  profile: string;
  /** For what Playwright has no words; lives as long as the browser. */
  cdp: CDPSession;
  /** @param last is done before its profile is removed */
  close(last?: () => void): Promise<void>;
}

/**
 * Chromium with the extension, in which the two hosts lead to the stand-ins. The build is the
 * production one, unchanged.
 */
export async function launch(options: LaunchOptions): Promise<Browser> {
  const { httpsPort, headless = true, colorScheme = 'light', language = 'en-CA' } = options;
  const extension = options.extensionDir ?? builtExtension();
  const profile = makeProfile(options.profile);
  const context = await chromium.launchPersistentContext(profile.dir, {
    executablePath: chromiumPath(),
    headless,
    colorScheme,
    // Whatever moves is drawn in software here.
    reducedMotion: headless ? 'reduce' : 'no-preference',
    viewport: headless ? VIEWPORT : null,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP qbo.intuit.com 127.0.0.1:${httpsPort}, MAP app.tpssoftware.com 127.0.0.1:${httpsPort}`,
      '--ignore-certificate-errors',
      `--lang=${language}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // For `updateExtension`.
      '--enable-unsafe-extension-debugging',
      '--no-default-browser-check',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  // Two of these run at a time on two cores.
  context.setDefaultTimeout(ACT_MS_MAX);
  const presses = await notePresses(context);
  try {
    const extensionId = await idOf(context);
    const page = context.pages()[0] ?? (await context.newPage());
    const cdp = await context.newCDPSession(page);
    // Playwright would save downloads under names of its own.
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'default' });
    const close = async (last?: () => void) => {
      presses();
      await context.close();
      last?.();
      profile.remove();
    };
    const { dir, downloads } = profile;
    return { context, extensionId, downloads, profile: dir, cdp, close };
  } catch (error) {
    await context.close();
    profile.remove();
    throw error;
  }
}

/** Of the extension, once its worker listens. */
async function idOf(context: BrowserContext): Promise<string> {
  const isOurs = (url: string) => url.startsWith('chrome-extension://');
  const running = context.serviceWorkers().find((worker) => isOurs(worker.url()));
  const worker =
    running ??
    (await context.waitForEvent('serviceworker', {
      predicate: (one) => isOurs(one.url()),
      timeout: WORKER_MS_MAX,
    }));
  // Pages that are opened earlier send their requests unseen.
  await worker.evaluate(async (lookMs) => {
    while (!chrome.webRequest.onSendHeaders.hasListeners()) {
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  }, LISTENS_MS);
  return new URL(worker.url()).host;
}
