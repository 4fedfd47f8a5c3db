import type { sync as english } from '../../en/screens/sync';
import type { SameKeys } from '../../same-keys';

/** Textes du panneau et de la fenêtre rapide, et de ce qu’ils partagent avec l’aperçu. */
export const sync: SameKeys<typeof english> = {
  'panel.title': 'Ledger Bridge : panneau de synchronisation',
  'panel.collapse': 'Réduire le panneau',
  'panel.notPaired': 'pas encore jumelé',
  'panel.pairLabel': 'Livres jumelés',

  'first.title': 'Jumelez d’abord les deux livres',
  'first.body':
    'La configuration jumelle vos clients et fait correspondre codes de travail, taxes et comptes bancaires. Elle prend environ 15 minutes et n’écrit rien.',
  'first.unfinished': 'La configuration n’est pas terminée',
  'first.unfinishedBody':
    'Vos réponses sont enregistrées. Rien n’est synchronisé avant la dernière étape.',
  'first.setUp': 'Configurer',

  'start.description': 'Description',
  'start.placeholder': 'Par exemple : synchronisation quotidienne',
  'start.default': 'Synchronisation du {todayDate}',
  'start.preview': 'Aperçu',
  'start.syncNow': 'Synchroniser',
  'start.previewHint': 'L’aperçu lit les deux livres et n’écrit rien.',
  'start.stopsAtPreview': 'Vous voyez chaque changement avant que rien ne soit écrit.',
  'start.oneStepHint':
    'Écrit tout de suite; s’arrête à l’aperçu si quelque chose paraît inhabituel.',

  'plan.title': 'Prêt à appliquer',
  'plan.changes': '{changes, plural, one {# changement} other {# changements}}',
  'plan.to': 'Vers {system}',
  'plan.group':
    '{verb, select, create {Créer} link {Lier} update {Modifier} void {Annuler} other {Supprimer}} {type, select, client {{count, plural, one {# client} other {# clients}}} invoice {{count, plural, one {# facture} other {# factures}}} payment {{count, plural, one {# paiement} other {# paiements}}} other {{count, plural, one {# ajustement} other {# ajustements}}}}',
  'plan.before': 'Avant',
  'plan.after': 'Après',
  'plan.difference': 'Écart',
  'plan.beforeAfter': 'Comptes clients avant et après',
  'plan.apply':
    'Appliquer {changes, plural, one {# changement} other {# changements}} ({amountCents})',
  'plan.seeAll': 'Voir chaque changement',
  'plan.nothingApart':
    'Rien à synchroniser. L’écart de {apartCents} entre les deux livres a des raisons connues.',
  'plan.brakes':
    '{count, plural, one {Ce plan est inhabituel} other {Ce plan est inhabituel à # égards}}. Une confirmation sera demandée avant d’appliquer.',

  'confirm.title': 'Confirmer avant d’appliquer',
  'confirm.type': 'Tapez {word} pour confirmer',
  'confirm.go': 'Appliquer quand même',

  'progress.label': 'Progression de la synchronisation',
  'progress.read': '{count, plural, one {# fiche lue} other {# fiches lues}}',
  'progress.of': '{done, number} sur {total, number}',
  'progress.perMinute': '{count, number} par minute',
  'progress.secondsLeft': 'encore {seconds, number} s environ',
  'progress.minutesLeft': 'encore {minutes, number} min environ',
  'progress.closable': 'Vous pouvez fermer; le travail continue.',
  'progress.waiting': 'QuickBooks nous a demandé de ralentir. Reprise à {at}.',
  'progress.announce': '{stage} : {done, number} sur {total, number}',
  'progress.announcePaused': 'En pause',
  'progress.pause': 'Pause',
  'progress.resume': 'Reprendre',
  'progress.stop': 'Arrêter',
  'progress.stopTitle': 'Arrêter cette synchronisation?',
  'progress.stopBody':
    'Ce qui est écrit reste écrit. {left, plural, =0 {Rien d’autre ne sera fait.} one {# changement ne sera pas tenté.} other {# changements ne seront pas tentés.}} La prochaine synchronisation s’en chargera.',
  'progress.stopGo': 'Arrêter la synchronisation',
  'progress.keep': 'Continuer',

  'result.last': 'Dernière synchronisation',
  'result.none': 'Aucune synchronisation',
  'result.done': '{count, plural, one {# fait} other {# faits}}',
  'result.warnings': '{count, plural, one {# avertissement} other {# avertissements}}',
  'result.failed': '{count, plural, one {# échec} other {# échecs}}',
  'result.skipped': '{count, plural, one {# omis} other {# omis}}',
  'result.notAttempted': '{count, plural, one {# non tenté} other {# non tentés}}',
  'result.amount': '{amountCents} écrits',
  'result.history': 'Voir dans l’historique',
  'result.upToDate': 'Aucun changement n’était nécessaire',

  'needs.title': 'À vous de décider',
  'needs.count': '{count, plural, one {# élément} other {# éléments}}',
  'needs.more': 'et {count, number} de plus',
  'needs.effect': 'Écart {effectCents}',
  'needs.kind.failed': 'Échec',
  'needs.kind.conflict': 'Conflit',
  'needs.kind.blocked': 'Bloqué',
  'needs.kind.setup': 'Configuration',
  'needs.kind.session': 'Connexion',
  'needs.kind.undecided': 'À décider',
  'needs.retry': 'Réessayer',
  'needs.ignore': 'Retirer l’entrée',
  'needs.exclude': 'Exclure de la synchronisation',
  'needs.open': 'Ouvrir dans {system}',
  'needs.setup.connect': 'Aller aux connexions',
  'needs.setup.clients': 'Aller aux clients',
  'needs.setup.codes': 'Aller aux codes de travail',
  'needs.setup.taxes': 'Aller aux taxes',
  'needs.setup.banks': 'Aller aux comptes bancaires',
  'needs.setup.preview': 'Terminer la configuration',

  'reason.why': 'Raison',
  'reason.placeholder': 'Par exemple : radié en 2025, dossier fermé',
  'reason.required': 'Écrivez une courte raison. Elle est conservée dans l’historique.',
  'reason.excludeTitle': 'Exclure {name} de la synchronisation?',
  'reason.excludeBody':
    'Rien de ce client n’est écrit dans l’un ou l’autre système tant que vous ne l’incluez pas de nouveau. Ses soldes restent dans la concordance comme écart nommé.',
  'reason.ignoreTitle': 'Retirer l’entrée {name}?',
  'reason.ignoreBody':
    'Le document reste tel quel dans les deux systèmes jusqu’à ce que vous rétablissiez l’entrée.',
  'reason.ignoreEffectNone': 'Comptes clients : aucun effet.',
  'reason.ignoreEffectTps': 'Comptes clients : TPS reste {effectCents} au-dessus de QuickBooks.',
  'reason.ignoreEffectQbo': 'Comptes clients : QuickBooks reste {effectCents} au-dessus de TPS.',

  'popup.title': 'Ledger Bridge : synchronisation rapide',
  'popup.openWorkspace': 'Ouvrir l’espace de travail',
  'export.history': 'Exporter l’historique',
  'export.excel': 'Exporter vers Excel',
  'export.working': 'Préparation du fichier Excel…',
  'export.done': 'Enregistré : {fileName}',
  'export.doneNoName': 'Enregistré dans vos téléchargements',
  'export.failed': 'Le fichier Excel n’a pas pu être créé. Réessayez.',
};
