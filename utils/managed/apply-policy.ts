/** What a policy does to a person's settings and orders. */
import type { RequestName, RequestOf } from '../messages/requests';
import type { SettingsView } from '../messages/views';
import { type Phrase, phrase } from '../wording/phrase';
import type { ManagedPolicy } from './policy';

/** The brake that a person may type away where no policy asks for a backup (`backupBrake`). */
const BACKUP_BRAKE = 'backup';

/** The person's settings, with what the firm has set in their place. */
export function settingsUnder(policy: ManagedPolicy, own: SettingsView): SettingsView {
  return {
    ...own,
    language: policy.language ?? own.language,
    // Nothing can be applied in read-only mode, in one step or in two.
    oneStep: policy.readOnly === true ? false : (policy.oneStep ?? own.oneStep),
  };
}

/** Orders after which documents are written, in this run or a later part of it. */
const WRITING = [
  'run.apply',
  'run.sync',
  'run.resume',
  'entry.retry',
] as const satisfies RequestName[];
export type WritingOrder = (typeof WRITING)[number];

/**
 * Why the policy forbids an order; null when it does not. A run that was approved before the policy
 * came goes on to its end: one that stops half-way would leave the two books apart.
 */
export function forbidden(
  policy: ManagedPolicy,
  order: WritingOrder,
  confirmed: RequestOf<'run.apply'>['confirmed'] = [],
): Phrase | null {
  if (policy.readOnly === true) return phrase('managed.readOnly');
  const withoutBackup = order === 'run.apply' && confirmed.includes(BACKUP_BRAKE);
  return policy.backupRequired === true && withoutBackup ? phrase('managed.backupRequired') : null;
}

/** Why a setting cannot be saved; null when the firm has set none of those. */
export function lockedSetting(
  policy: ManagedPolicy,
  change: RequestOf<'settings.save'>,
): Phrase | null {
  const locked = (['language', 'oneStep'] as const).some(
    (key) => change[key] !== undefined && policy[key] !== undefined,
  );
  return locked ? phrase('managed.locked') : null;
}
