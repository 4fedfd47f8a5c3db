import { firstLine, Trouble } from './trouble.mjs';

/** Of Chromium itself, and of Playwright, which rewrites some of it. */
const NO_DISPLAY = /Missing X server|\$DISPLAY|without having a XServer|connect to Wayland|Ozone/;

/** What to do about an error that came while the stand-ins and the browser were opening. */
export function openingTrouble(
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
  qboSamples: string | undefined,
): unknown {
  const say = (sentence: string) => new Trouble(sentence, { cause: error });
  const text = error instanceof Error ? error.message : '';
  const browser = env.CHROMIUM_PATH ?? 'Chromium';
  if (text.includes('launchPersistentContext')) {
    if (NO_DISPLAY.test(text)) return say(`${displayOf(env)}: use --headless, or start a display.`);
    return say(
      `${browser} did not start: see whether it starts by itself, or name another Chromium in CHROMIUM_PATH.`,
    );
  }
  if (text.includes('serviceworker')) {
    return say(
      `${browser} started, but without the extension: it must be a Chromium, as Google Chrome takes none from a command line; if it is one, this machine is too busy now: start again.`,
    );
  }
  if (qboSamples === undefined || error instanceof Trouble) return error;
  return say(`The recorded responses in ${qboSamples} cannot be used: ${firstLine(error)}`);
}

function displayOf({ DISPLAY, WAYLAND_DISPLAY }: Readonly<Record<string, string | undefined>>) {
  const named = DISPLAY || WAYLAND_DISPLAY;
  if (!named) return 'Chromium cannot show a window, as there is no display here';
  return `Chromium cannot show a window on the display ${named}`;
}
