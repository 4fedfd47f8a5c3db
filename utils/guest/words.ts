import type { Locale } from '../wording/locale';

/** The few words that the guests themselves say; flags bring their own sentences. */
const en = {
  open: 'Open sync panel',
  hide: 'Hide sync panel',
  panel: 'Sync panel',
  dismiss: 'Dismiss',
  exclude: 'Exclude from sync',
  excludeWho: (client: string) => `Why is ${client} left out of the sync?`,
  reason: 'Reason',
  cancel: 'Cancel',
  openTps: 'Open in TPS',
  openQbo: 'Open in QuickBooks',
  setup: 'Open set-up',
  convert: 'Convert to a TPS adjustment…',
  working: 'Working…',
  noAnswer: 'The extension did not answer. Reload this page and try again.',
  tones: { stop: 'Blocks the sync', warn: 'Warning', info: 'Note', ok: 'In sync' },
};

export type Words = typeof en;

const fr: Words = {
  open: 'Ouvrir le panneau de synchronisation',
  hide: 'Masquer le panneau de synchronisation',
  panel: 'Panneau de synchronisation',
  dismiss: 'Fermer',
  exclude: 'Exclure de la synchronisation',
  excludeWho: (client) => `Pourquoi exclure ${client} de la synchronisation\u00a0?`,
  reason: 'Raison',
  cancel: 'Annuler',
  openTps: 'Ouvrir dans TPS',
  openQbo: 'Ouvrir dans QuickBooks',
  setup: 'Ouvrir la configuration',
  convert: 'Convertir en ajustement TPS…',
  working: 'En cours…',
  noAnswer: 'L’extension n’a pas répondu. Rechargez cette page et réessayez.',
  tones: {
    stop: 'Bloque la synchronisation',
    warn: 'Avertissement',
    info: 'Remarque',
    ok: 'Synchronisé',
  },
};

/** The words of a language. */
export function wordsIn(locale: Locale): Words {
  return locale === 'fr' ? fr : en;
}
