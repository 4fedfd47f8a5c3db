import type { workspace as english } from '../../en/screens/workspace';
import type { SameKeys } from '../../same-keys';

/** Textes de l’espace de travail. */
export const workspace: SameKeys<typeof english> = {
  'nav.label': 'Espace de travail',
  'nav.skip': 'Aller au contenu',
  'nav.setup': 'Configuration',
  'nav.preview': 'Aperçu',
  'nav.history': 'Historique',
  'nav.tieout': 'Concordance',
  'nav.clients': 'Clients',
  'nav.settings': 'Réglages',

  'strip.toPreview': 'Voir l’aperçu',

  'preview.title': 'Aperçu',
  'preview.lead': 'Chaque changement, avec sa raison. Rien n’est écrit avant que vous appliquiez.',
  'preview.none': 'Aucun aperçu n’est ouvert',
  'preview.noneBody':
    'Écrivez une description et appuyez sur Aperçu : les deux livres sont lus et chaque changement est listé ici.',
  'preview.table': 'Changements prévus',
  'preview.filterSide': 'Écrit dans',
  'preview.filterChange': 'Changement',
  'preview.filterType': 'Type',
  'preview.ended':
    'Cette synchronisation est terminée. Ce qui a été fait se trouve dans l’historique.',
  'preview.empty': 'Ce plan n’a aucun changement.',

  'history.title': 'Historique',
  'history.runs': 'Synchronisations',
  'history.allRuns': 'Toutes les synchronisations',
  'history.allRunsHint': 'Chaque entrée de chaque synchronisation',
  'history.noRuns': 'Aucune synchronisation. Le premier aperçu apparaîtra ici.',
  'history.noEntries': 'Cette synchronisation n’a aucune entrée.',
  'history.table': 'Entrées',
  'history.retryFailed': 'Réessayer les échecs',
  'history.retrySelected': 'Réessayer la sélection',
  'history.remove': 'Retirer l’entrée',
  'history.join': 'Lier de nouveau',
  'history.apartHint':
    'Vous avez dit que ce document et son jumeau ne sont pas le même. Rien n’a été écrit pour autant; la prochaine synchronisation reporte chacun comme un document à part.',
  'history.older':
    '{shown, number} entrées sur {total, number} : les plus récentes, et toutes celles qui attendent encore quelqu’un. La recherche, les totaux et le fichier CSV portent sur celles-ci.',
  'history.olderRuns':
    '{count, plural, one {# synchronisation plus ancienne} other {# synchronisations plus anciennes}}',
  'history.showOlder': 'Afficher les plus anciennes',
  'history.restore': 'Rétablir l’entrée',
  'history.filterStatus': 'État',
  'history.details': 'Entrée {name}',
  'history.ignoredWhy': 'Retirée le {at} : {reason}',
  'history.effect': 'Effet sur les comptes clients (TPS moins QuickBooks)',
  'history.when': 'Moment',
  'history.counts':
    '{done, plural, one {# fait} other {# faits}}, {failed, plural, one {# échec} other {# échecs}}',
  'history.noDescription': 'Sans description',

  'tie.title': 'Concordance',
  'tie.none': 'Pas encore comparés',
  'tie.noneBody': 'Le premier aperçu lit les deux livres et les compare.',
  'tie.difference': 'Écart',
  'tie.differenceHint': 'TPS moins QuickBooks',
  'tie.unexplained': 'Inexpliqué',
  'tie.unexplainedWarn':
    'Aucun document n’explique {unexplainedCents}. Ne fermez pas la période avant d’avoir trouvé.',
  'tie.bridge': 'De TPS à QuickBooks',
  'tie.chart':
    'Cascade des comptes clients TPS {tpsCents}, par {count, plural, =0 {aucun écart} one {# écart} other {# écarts}}, aux comptes clients QuickBooks {qboCents}',
  'tie.step': 'Étape',
  'tie.amount': 'Montant',
  'tie.running': 'Solde',
  'tie.byClient': 'Par client',
  'tie.cause': 'Cause',
  'tie.noClients': 'Aucun client ne diffère.',
  'tie.removed':
    '{count, plural, one {# entrée a été retirée} other {# entrées ont été retirées}} de la synchronisation par quelqu’un, ce qui sépare les deux comptes clients de {removedCents} (TPS moins QuickBooks).',
  'tie.offsets': 'Documents qui diffèrent mais se compensent',
  'tie.offsetsBody':
    'Ces documents diffèrent entre TPS et QuickBooks. Ensemble, ils s’annulent : aucun total ne les montre.',
  'tie.offsetsMore': 'Et {count, plural, one {# autre, plus petit} other {# autres, plus petits}}.',
  'tie.document': 'Document',
  'tie.openIn': 'Ouvert dans {system}',
  'tie.print': 'Imprimer',

  'people.title': 'Clients',
  'people.lead': 'Qui est jumelé à qui, et qui est laissé de côté et pourquoi.',
  'people.table': 'Clients',
  'people.state': 'État',
  'people.state.paired': 'Jumelé',
  'people.state.toCreate': 'À créer',
  'people.state.excluded': 'Exclu',
  'people.state.undecided': 'À décider',
  'people.state.left': 'Laissé pour l’instant',
  'people.state.rolledUp': 'Regroupé',
  'people.state.own': 'Client distinct',
  'people.state.topLevel': 'À rendre principal',
  'people.state.blocked': 'Bloqué',
  'people.only.tps': 'seulement dans TPS',
  'people.only.qbo': 'seulement dans QuickBooks',
  'people.reason': 'Raison',
  'people.exclude': 'Exclure de la synchronisation',
  'people.excludedInTps':
    '« Exclude from Sync » est coché dans TPS. Décochez-le là-bas pour que ce client soit synchronisé.',
  'people.setInTps': 'Réglé dans TPS',
  'people.include': 'Inclure de nouveau',
  'people.decide': 'Décider dans la configuration',
  'people.read': 'Lire les deux livres',
  'people.notRead': 'Les listes de clients n’ont pas encore été lues',
  'people.notReadBody': 'La lecture prend quelques secondes et n’écrit rien.',

  'settings.title': 'Réglages',
  'settings.language': 'Langue',
  'settings.language.auto': 'Comme le navigateur',
  'settings.language.en': 'English',
  'settings.language.fr': 'Français (Canada)',
  'settings.oneStep': 'Synchroniser en une étape',
  'settings.oneStepHint':
    '« Synchroniser » applique sans s’arrêter à l’aperçu. Il s’arrête tout de même quand un plan paraît inhabituel.',
  'settings.readOnlySwitch': 'Lecture seule',
  'settings.readOnlyHint':
    'Les aperçus, les signalements et la concordance fonctionnent; rien n’est écrit dans les deux systèmes, pas même la configuration partagée du cabinet.',
  'settings.share': 'Part des limites de QuickBooks',
  'settings.shareHint':
    'QuickBooks accepte un certain nombre de demandes par minute pour une entreprise, peu importe qui demande. Ce qu’une synchronisation n’utilise pas reste aux personnes qui travaillent alors dans QuickBooks. Si plusieurs ordinateurs du cabinet synchronisent, chacun en prend la moitié.',
  'settings.shareOf':
    '{percent, select, 50 {50 % : les personnes d’abord} 80 {80 % : comme d’habitude} 95 {95 % : la nuit, quand personne ne travaille} other {{percent} %}}',
  'settings.connections': 'Connexions',
  'settings.connectionsHint': 'Qui est connecté maintenant, dans ce navigateur.',
  'settings.general': 'Général',
  'settings.locked': 'Fixé par votre organisation',
  'settings.managed': 'Votre organisation gère certains de ces réglages.',
  'settings.readOnly':
    'Lecture seule : les aperçus et la concordance fonctionnent, rien n’est écrit dans les deux systèmes.',
  'settings.backupRequired':
    'Une sauvegarde des deux livres est exigée avant d’appliquer le premier changement.',
  'settings.mappings': 'Fichier des correspondances',
  'settings.mappingsHint':
    'Clients, codes, taxes, comptes bancaires et modes de paiement dans un seul classeur Excel : à remplir à tête reposée, à remettre à un collègue ou à conserver. L’importation montre d’abord chaque changement; un fichier fautif ne change rien.',
  'settings.mappingsNoPair': 'Connectez d’abord les deux livres dans la configuration.',
  'settings.mappingsDownload': 'Télécharger le classeur',
  'settings.mappingsChoose': 'Importer un classeur…',
  'settings.mappingsSaved': 'Enregistré : {fileName}',
  'settings.mappingsProblems':
    '{fileName} : {count, plural, one {un problème} other {# problèmes}}. Rien n’a été modifié. Corrigez {count, plural, one {cela} other {tout}} dans Excel, enregistrez et importez le fichier de nouveau.',
  'settings.mappingsMoreProblems': 'et {count, number} autres',
  'settings.mappingsSame': '{fileName} correspond à ce qui est déjà enregistré. Rien à changer.',
  'settings.mappingsChanges':
    '{fileName} modifierait {count, plural, one {un choix} other {# choix}}. Rien n’est encore enregistré.',
  'settings.mappingsTable': 'Changements aux correspondances',
  'settings.mappingsSheet': 'Feuille',
  'settings.mappingsName': 'Nom',
  'settings.mappingsBefore': 'Maintenant',
  'settings.mappingsAfter': 'Après l’importation',
  'settings.mappingsNothing': 'Aucun choix',
  'settings.mappingsApply': 'Enregistrer {count, plural, one {# changement} other {# changements}}',
  'settings.mappingsStored':
    '{count, plural, one {# changement enregistré} other {# changements enregistrés}}',
};
