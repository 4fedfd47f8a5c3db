/**
 * Adds to package-lock.json the packages for other platforms that npm left out. A registry mirror
 * that lacks them makes `npm install` drop them without a word, and `npm ci` then refuses the lock
 * file everywhere. Run after each `npm install`: `node tests/run/complete-lock.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const SYSTEMS =
  /\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(arm|arm64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32|x64)\b/;

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const added = [];
for (const [at, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || lock.packages[`${at}/${place}`]) continue;
    const [, os, cpu] = SYSTEMS.exec(name) ?? [];
    if (!os || !cpu || !/^\d/.test(version)) continue;
    const libc = name.includes('musl') ? { libc: ['musl'] } : {};
    const kind = dev ? { dev } : {};
    lock.packages[place] = { version, cpu: [cpu], ...kind, ...libc, optional: true, os: [os] };
    added.push(name);
  }
}
if (added.length > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added.length} packages of other platforms added`);
