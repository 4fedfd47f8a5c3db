/** What a policy does to a person's settings and orders. */

import type { ManagedPolicy, ReadPolicy } from '../managed/policy';
import type { SettingsView } from '../views/views';
import { type Phrase, phrase } from '../wording/phrase';
import type { RequestOf } from './requests';

/** The brake that a person may type away where no policy asks for a backup (`backupBrake`). */
const BACKUP_BRAKE = 'backup';

/** The person's settings, with what the firm has set in their place. */
export function settingsUnder(read: ReadPolicy, own: SettingsView): SettingsView {
  const { policy } = read;
  const readOnly = readOnlyBecause(read, own) !== null;
  return {
    ...own,
    language: policy.language ?? own.language,
    readOnly,
    // Nothing can be applied in read-only mode, in one step or in two.
    oneStep: readOnly ? false : (policy.oneStep ?? own.oneStep),
  };
}

/** Why nothing may be written; null when it may. A policy that cannot be read may forbid it. */
export function readOnlyBecause(
  { policy, unclear }: ReadPolicy,
  own: Pick<SettingsView, 'readOnly'>,
): Phrase | null {
  if (policy.readOnly === true) return phrase('managed.readOnly');
  if (unclear) return phrase('managed.unclear');
  return own.readOnly && policy.readOnly === undefined ? phrase('settings.ownReadOnly') : null;
}

/**
 * Why an order that leads to a write is forbidden; null when it is not. A run that is under way stops
 * at its next write, and goes on from there once it may. `confirmed`: the brakes that were typed away.
 */
export function forbidden(
  read: ReadPolicy,
  own: Pick<SettingsView, 'readOnly'>,
  confirmed: readonly string[] = [],
): Phrase | null {
  const why = readOnlyBecause(read, own);
  if (why) return why;
  const withoutBackup = confirmed.includes(BACKUP_BRAKE);
  return read.policy.backupRequired === true && withoutBackup
    ? phrase('managed.backupRequired')
    : null;
}

/** Why a setting cannot be saved; null when the firm has set none of those. */
export function lockedSetting(
  policy: ManagedPolicy,
  change: RequestOf<'settings.save'>,
): Phrase | null {
  const locked = (['language', 'oneStep', 'readOnly'] as const).some(
    (key) => change[key] !== undefined && policy[key] !== undefined,
  );
  return locked ? phrase('managed.locked') : null;
}
