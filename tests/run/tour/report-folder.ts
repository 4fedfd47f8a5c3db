import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const OURS = /^(\d\d-.+\.png|summary\.json|sync-history\.xlsx)$/;

/**
 * Puts the files of a report into `out`, in place of what an earlier tour left there and of nothing
 * else. Answers with their names.
 */
export function publishReport(draft: string, out: string): string[] {
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(out)) if (OURS.test(file)) rmSync(join(out, file));
  const files = readdirSync(draft).filter((file) => OURS.test(file));
  for (const file of files) copyFileSync(join(draft, file), join(out, file));
  return files.sort();
}
