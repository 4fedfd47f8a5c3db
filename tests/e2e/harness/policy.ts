/** A policy as an administrator sets it, for one copy of the extension and nothing else. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium-path';
import { builtExtension } from './extension';

/** Where Debian's Chromium looks for policies of the machine. */
const POLICIES = '/etc/chromium/policies/managed';

/** Policies belong to the machine: only root can set one, and only Debian's Chromium reads it here. */
export function canSetPolicy(): boolean {
  return process.getuid?.() === 0 && chromiumPath() === '/usr/bin/chromium';
}

export interface ManagedExtension {
  dir: string;
  id: string;
  /** Takes the policy off the machine, and the copy away. */
  remove(): void;
}

/**
 * A copy of the build in a folder of its own, which gives it an id of its own, and a policy for that
 * id alone. Other browsers on the machine are not touched.
 */
export function managedExtension(policy: Readonly<Record<string, unknown>>): ManagedExtension {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-bridge-managed-')));
  const dir = join(base, 'extension');
  cpSync(builtExtension(), dir, { recursive: true });
  const id = extensionIdOf(dir);
  const file = join(POLICIES, `ledger-bridge-test-${id}.json`);
  mkdirSync(POLICIES, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  return {
    dir,
    id,
    remove: () => {
      rmSync(file, { force: true });
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Chromium's id of an unpacked extension: the first half of its path's hash, in letters a to p. */
function extensionIdOf(dir: string): string {
  const hash = createHash('sha256').update(dir).digest('hex').slice(0, 32);
  return [...hash].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
