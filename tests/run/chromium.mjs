/** Finds a Chromium that loads unpacked extensions, or installs Debian's. Node's built-ins alone. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';

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

/** Path of the browser; throws an Error that says what to install. */
export function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no program there.`);
  }
  const found = findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    installOnDebian();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'Chromium is missing. Install it (Debian: sudo apt-get install chromium; macOS: brew install ' +
      'chromium; or npx playwright install chromium) or point CHROMIUM_PATH to it.',
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
    return true;
  } catch {
    return false;
  }
}

function installOnDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log('Installing Chromium with apt-get …');
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}
