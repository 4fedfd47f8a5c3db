/** Finds a Chromium that loads unpacked extensions, or installs Debian's. Node's built-ins alone. */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Google Chrome is not among them: since version 137 it ignores `--load-extension`.
 * https://groups.google.com/a/chromium.org/g/chromium-extensions/c/1-g8EFx2BBY
 */
const NAMES = ['chromium', 'chromium-browser', 'chrome-for-testing'];

const FIXED = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Path of the browser; null where none is found. Throws when CHROMIUM_PATH names none. */
export function chromiumHere() {
  const named = process.env.CHROMIUM_PATH;
  if (!named) return findChromium() ?? null;
  if (isProgram(named)) return named;
  throw new Trouble(
    `CHROMIUM_PATH is ${named}, and there is no program there: correct it, or unset it.`,
  );
}

/** Path of the browser, which is installed where that can be done without asking. */
export async function ensureChromium(how) {
  const found = chromiumHere();
  if (found) return found;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) throw missing('');
  await installOnDebian(how);
  const installed = findChromium();
  if (installed) return installed;
  throw missing(' and apt-get could not install it');
}

function missing(tried) {
  return new Trouble(
    `Chromium is missing${tried}: install it (Debian: sudo apt-get install chromium; macOS: brew ` +
      'install chromium; or npx playwright install chromium), or point CHROMIUM_PATH to it.',
  );
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => ['/usr/bin', ...folders].map((at) => join(at, name)));
  return [...onPath, ...FIXED, ...ofPlaywright()].find(isProgram);
}

/** What `npx playwright install chromium` left behind, newest first. */
function ofPlaywright() {
  const caches = [
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ];
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return caches
    .filter((cache) => existsSync(cache))
    .flatMap((cache) => {
      const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
      versions.sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
      return versions.flatMap((name) => programs.map((program) => join(cache, name, program)));
    });
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What apt-get says about a failure is shown for `--debug` alone: the sentence is about Chromium. */
async function installOnDebian({ ending, debug }) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const how = { ending, shown: debug, env };
  console.log('Installing Chromium with apt-get …');
  try {
    await run('apt-get', ['update', '-qq'], how);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], how);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
