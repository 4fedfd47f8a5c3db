import type { checking as english } from '../../en/screens/health';
import type { SameKeys } from '../../same-keys';

/** Textes de la vérification de la connexion et de l’étape Vérifier. */
export const checking: SameKeys<typeof english> = {
  'setup.step.check': 'Vérifier',
  'needs.setup.check': 'Aller à la vérification',

  'connect.wrong': 'D’autres livres que ceux qui ont été confirmés sont ouverts.',
  'connect.toCheck': 'Continuer à la vérification',

  'probe.heading': 'Vérification de la connexion',
  'probe.lead':
    'Lit un peu de chaque liste des deux systèmes et la compare à ce que nous attendons. Rien n’est écrit.',
  'probe.start': 'Vérifier la connexion',
  'probe.again': 'Vérifier la connexion de nouveau',
  'probe.working': 'Les deux systèmes sont interrogés. Cela prend quelques secondes.',
  'probe.copy': 'Copier en texte',
  'probe.copied': 'Copié. Le texte nomme des champs et des réglages, ni clients ni montants.',
  'probe.notCopied': 'Le navigateur n’a pas permis de copier.',
  'probe.allFine':
    '{system} : {count, plural, one {# liste répond} other {les # listes répondent}} comme prévu.',
  'probe.someDiffer':
    '{system} : {bad, plural, one {# liste} other {# listes}} sur {count} ne {bad, plural, one {répond} other {répondent}} pas comme prévu.',
  'probe.tableOf': 'Listes de {system}',
  'probe.endpoint': 'Liste',
  'probe.state': 'Réponse',
  'probe.rows': 'Lignes vues',
  'probe.state.ok': 'Comme prévu',
  'probe.state.differs': 'Différente',
  'probe.state.refused': 'Refusée',
  'probe.state.unreachable': 'Aucune réponse',
  'probe.difference':
    '{field} : attendu {expected}, trouvé {found} ({rows, plural, one {# ligne} other {# lignes}})',
  'probe.report': 'Vérification de la connexion du {at}',
  'probe.showLists': 'Afficher toutes les listes',

  'check.lead':
    'Ce qui, dans les deux livres, arrêterait une synchronisation ou mérite d’être regardé d’abord. La lecture ne change rien; chaque point dit ce qui peut être fait.',
  'check.readAt': 'Livres lus le {at}',
  'check.again': 'Vérifier de nouveau',
  'check.reading': 'Lecture des deux livres. Avec beaucoup de clients, cela prend une minute.',
  'check.print': 'Imprimer',
  'check.summary.blocks':
    '{count, plural, =0 {Rien n’arrête un client} one {# point arrête des clients} other {# points arrêtent des clients}}',
  'check.summary.warns':
    '{count, plural, =0 {rien d’autre à regarder} one {# à regarder} other {# à regarder}}',
  'check.summary.fine': '{count, plural, one {# en ordre} other {# en ordre}}',
  'check.toLookAt': 'À regarder',
  'check.inOrder': 'En ordre',
  'check.severity.blocks': 'Arrête des clients',
  'check.severity.warns': 'À regarder',
  'check.severity.fine': 'En ordre',
  'check.convertLater':
    'La conversion est offerte ici une fois la configuration terminée et le premier aperçu fait.',
  'check.count': '{count, number}',
  'check.why': 'Pourquoi c’est important',
  'check.advice': 'Ce qui peut être fait',
  'check.decided': 'Décidé : {what}',
  'check.stored': 'Noté pour la première synchronisation. Rien n’a été écrit.',
  'check.asked':
    'C’est noté. Là où quelque chose doit être écrit, une synchronisation a été lancée.',
  'check.excluded': '{name} est laissé hors de la synchronisation.',
  'check.wholeCompany': 'Toute l’entreprise',
  'check.items': 'Ce qui a été trouvé : {title}',
  'check.column.client': 'Client',
  'check.column.what': 'Quoi',
  'check.column.date': 'Date',
  'check.column.amount': 'Montant',
  'check.doFor': '{action} : {name}',
  'check.do.activate': 'Réactiver',
  'check.do.rollUp': 'Rattacher',
  'check.do.own': 'Client distinct',
  'check.do.topLevel': 'Premier niveau',
  'check.do.convert': 'Convertir en rajustement TPS…',
  'check.do.open': 'Ouvrir',
  'check.do.exclude': 'Exclure…',
  'check.note':
    'Vous pouvez continuer et revenir plus tard. Ce qui n’est pas réglé attend, et vous est montré avant chaque synchronisation.',
  'check.continue': 'Continuer aux clients',
  'check.printTitle': 'Bilan de santé',
  'check.printBooks': '{firm} (TPS) et {company} (QuickBooks)',
  'check.printNothing': 'Rien trouvé.',

  'check.title.numbering': 'Numéros d’opération',
  'check.title.currency': 'Devise',
  'check.title.unread': 'Enregistrements illisibles',
  'check.title.creditMemos': 'Notes de crédit',
  'check.title.journalEntries': 'Écritures de journal aux comptes clients',
  'check.title.depositsAndCheques': 'Dépôts et chèques aux comptes clients',
  'check.title.subCustomers': 'Sous-clients',
  'check.title.projects': 'Projets',
  'check.title.inactiveCustomers': 'Clients inactifs avec un solde dans TPS',
  'check.title.deletedClients': 'Clients supprimés et restaurés',
  'check.title.duplicateNames': 'Noms en double',
  'check.title.closedPeriod': 'Période fermée',
  'check.title.taxCodes': 'Codes de taxe manquants',
  'check.title.collisions': 'Numéros utilisés pour des factures différentes',
  'check.title.numbers': 'Numéros qui ne conviennent pas',
};
