import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  dir: string;
  /** Where files end up that the extension saves, under the names it gave them. */
  downloads: string;
  remove(): void;
}

/**
 * A user profile in a folder of its own, that asks nothing before it saves a file: fresh, or a copy.
 *
 * @param like folder of the profile to copy, whose browser is closed
 */
export function makeProfile(like?: string): Profile {
  const base = mkdtempSync(join(tmpdir(), 'ledger-bridge-'));
  const dir = join(base, 'profile');
  const downloads = join(base, 'downloads');
  mkdirSync(join(dir, 'Default'), { recursive: true });
  mkdirSync(downloads);
  if (like !== undefined) cpSync(like, dir, { recursive: true });
  const file = join(dir, 'Default', 'Preferences');
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const preferences = {
    ...before,
    download: { ...before.download, default_directory: downloads, prompt_for_download: false },
    credentials_enable_service: false,
    profile: { ...before.profile, password_manager_enabled: false },
  };
  writeFileSync(file, JSON.stringify(preferences));
  return {
    dir,
    downloads,
    remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }),
  };
}
