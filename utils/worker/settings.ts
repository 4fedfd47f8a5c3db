import type { LedgerDatabase } from '../store/database';
import type { SettingsView } from '../views/views';

export const DEFAULTS: SettingsView = {
  language: 'auto',
  oneStep: false,
  readOnly: false,
  sharePercent: 80,
};

export async function settingsOf(db: LedgerDatabase): Promise<SettingsView> {
  const row = await db.settings.get('settings');
  return { ...DEFAULTS, ...(isSettings(row?.value) ? row.value : {}) };
}

export function isSettings(value: unknown): value is Partial<SettingsView> {
  return typeof value === 'object' && value !== null;
}
