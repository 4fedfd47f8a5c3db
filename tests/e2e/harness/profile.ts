import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  dir: string;
  /** Where files end up that the extension saves, under the names it gave them. */
  downloads: string;
  remove(): void;
}

/** A fresh user profile in a folder of its own, that asks nothing before it saves a file. */
export function makeProfile(): Profile {
  const base = mkdtempSync(join(tmpdir(), 'ledger-bridge-'));
  const dir = join(base, 'profile');
  const downloads = join(base, 'downloads');
  mkdirSync(join(dir, 'Default'), { recursive: true });
  mkdirSync(downloads);
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
  };
  writeFileSync(join(dir, 'Default', 'Preferences'), JSON.stringify(preferences));
  return {
    dir,
    downloads,
    remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }),
  };
}
