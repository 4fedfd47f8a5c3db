import type { core as english } from '../en/core';
import { ports } from './ports';

const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const DANS = `dans ${SYSTEM}`;
const NUL =
  '{type, select, client {aucun client} invoice {aucune facture} payment {aucun paiement} other {rien}}';

/** Sentences of the core, in Canadian French. */
export const core: Record<keyof typeof english, string> = {
  ...ports,
  'run.nothingToDo':
    'Rien à synchroniser. Les deux systèmes concordent : {agreedCents} pour {clients, plural, one {# client} other {# clients}}.',
  'run.alreadyRunning':
    'Une synchronisation est déjà en cours. Attendez qu’elle se termine ou arrêtez-la d’abord.',
  'run.notInPreview':
    'Cet aperçu est terminé. Appuyez sur Aperçu pour voir ce qui changerait maintenant.',
  'run.otherPlan':
    'Quelque chose a changé depuis : voici le plan tel qu’il est maintenant. Appliquez-le ou refaites l’aperçu.',
  'run.planTooOld':
    'Cet aperçu date de plus de 30 minutes et les livres ont pu changer. Appuyez de nouveau sur Aperçu.',
  'run.pairGone': 'Aucun cabinet ni société n’est encore jumelé. Ouvrez d’abord la configuration.',
  'run.notReady':
    'La configuration n’est pas terminée. Terminez-la avant la première synchronisation.',
  'run.notRead': 'Les livres n’ont pas été lus jusqu’au bout. Relancez la synchronisation.',
  'run.unknown': 'Cette synchronisation n’existe plus.',
  'run.brokenInvariant':
    'Il s’est produit une chose qui ne doit pas se produire; la synchronisation s’est arrêtée. Ce qui a été fait figure dans l’historique; rien d’autre n’a été écrit.',
  'run.reading': 'Lecture des deux livres',
  'run.planning': 'Comparaison des deux livres',
  'run.verifying': 'Nouvelle lecture des deux livres pour la concordance',
  'run.writing':
    '{verb, select, create {Création} update {Modification} void {Annulation} delete {Suppression} other {Liaison}} : {type, select, client {client} invoice {facture} payment {paiement} other {élément}} {number} · {client}',
  'pull.empty': `${SYSTEM} n’a renvoyé ${NUL} alors que {known, plural, one {# est connu} other {# sont connus}}. Rien n’a été modifié. Vérifiez que vous les voyez ${DANS}, puis appuyez sur Reprendre.`,
  'session.wrongBooks': `${SYSTEM} affiche « {now} », mais ce navigateur synchronise « {paired} ». Rien n’a été écrit. Passez à « {paired} » ${DANS} et nous poursuivrons.`,
  'session.noPermission': `Votre utilisateur ne peut pas modifier « {now} » ${DANS}. Demandez à l’administrateur l’autorisation de synchroniser. Rien n’a été écrit.`,
  'session.currencies':
    'Le cabinet tient ses livres en {tpsCurrency}, la société en {qboCurrency}. On ne peut pas les jumeler.',
  'setup.linkedDocuments':
    '{client} a {documents, plural, one {# document lié} other {# documents liés}} des deux côtés; on ne peut donc pas le jumeler à un autre client. Excluez-le plutôt.',
  'request.refused': 'Impossible : la demande n’a pas été comprise.',
  'request.failed':
    'Impossible pour le moment. Réessayez; si le problème persiste, voyez les détails.',
  'request.gone': 'Cette entrée n’existe plus.',

  'check.creditMemo':
    'La note de crédit {number} de {client} ({totalCents}, dont {openCents} non appliqués) n’a pas d’équivalent dans TPS. Ce client attend qu’elle soit convertie en ajustement TPS ou annulée, ou que le client soit exclu.',
  'check.journalEntry':
    'L’écriture de journal {number} modifie le compte client de {client} ({openCents}) sans document TPS. Ce client attend qu’elle soit retirée des comptes clients ou que le client soit exclu.',
  'check.depositOrCheque':
    'Le dépôt, le chèque ou la dépense {number} est porté au compte client de {client} ({openCents}) sans document TPS. Ce client attend qu’il soit imputé ailleurs ou que le client soit exclu.',
  'check.subCustomer':
    '{client} est un sous-client de {parent} avec un solde de {balanceCents}. TPS n’a pas de sous-clients; {parent} attend donc. Faites-en un client à part entière dans QuickBooks ou excluez-le.',
  'check.project':
    '{client} est un projet de {parent} avec un solde de {balanceCents}. TPS n’a pas de projets; {parent} attend donc. Déplacez ses documents vers le client ou excluez-le.',
  'check.foreignCurrency':
    '{client} est facturé en {currency}. Des soldes dans une autre devise ne se comparent pas au cent près; ce client attend donc.',
  'check.customNumbers':
    '« Numéros d’opération personnalisés » est désactivé dans {company} : QuickBooks numéroterait lui-même les factures. Activez-le sous Compte et paramètres > Ventes, puis refaites l’aperçu.',
  'check.currencyOfBooks':
    'Le cabinet tient ses livres en {tpsCurrency}, la société en {qboCurrency}. Rien ne peut être synchronisé.',
  'check.inactiveCustomer':
    '{client} est inactif dans QuickBooks mais doit {balanceCents} dans TPS. Réactivez le client dans QuickBooks ou excluez-le.',
  'check.adjustment':
    'L’ajustement TPS du {docDate} pour {client} ({openCents}) n’est pas encore reporté. L’écart figure dans la concordance.',

  'hold.excluded': '{client} est exclu de la synchronisation : {why}',
  'hold.ignored': '{number} a été retiré de la synchronisation : {why}',
  'hold.left': '{client} a été laissé non jumelé dans la configuration.',
  'hold.subCustomer': '{client} est un sous-client ou un projet, ce que TPS ne connaît pas.',
  'hold.inactive': '{client} est inactif dans QuickBooks.',
  'hold.clientGone': '{client} n’existe plus.',
  'hold.nameTaken':
    'Le nom « {client} » est déjà utilisé dans QuickBooks (fournisseur, employé ou client inactif). Il peut être créé sous « {proposal} » : décidez à l’étape Clients de la configuration.',
  'hold.createAs': 'Le nom est déjà pris dans QuickBooks; il sera créé sous « {proposal} ».',
  'hold.undecided':
    '{client} est nouveau et ressemble à « {other} ». Jumelez les deux dans la configuration ou demandez la création d’un nouveau client.',

  'why.newClientInTps': 'Nouveau client dans TPS',
  'why.newClientInQbo': 'Nouveau client dans QuickBooks',
  'why.onlyInTps': 'Seulement dans TPS',
  'why.onlyInQbo': 'Seulement dans QuickBooks',
  'why.sameNumberAndTotal': 'Déjà des deux côtés : mêmes numéro, client et total',
  'why.samePayment': 'Déjà des deux côtés : mêmes client, date, montant et factures',
  'why.marker': 'Écrit par une synchronisation antérieure',
  'why.changed': `Modifié ${DANS}`,
  'why.voided': `Annulé ${DANS}`,
  'why.removed': `Supprimé ${DANS}`,
  'why.clientChanged': `Modifié ${DANS} : {fields}`,

  'conflict.bothChanged':
    '{number} a été modifié des deux côtés depuis la dernière synchronisation : {tpsState, select, removed {supprimé} voided {annulé} other {{tpsCents}}} dans TPS, {qboState, select, removed {supprimé} voided {annulé} other {{qboCents}}} dans QuickBooks. Rendez les deux identiques ou retirez-le de la synchronisation.',
  'conflict.clientField':
    '{field, select, name {Le nom} email {Le courriel} phone {Le téléphone} address {L’adresse} other {Le nom du contact}} de {client} a changé des deux côtés : « {tpsValue} » dans TPS, « {qboValue} » dans QuickBooks. Rendez les deux identiques.',
  'conflict.numberOtherAmount': `La facture {number} existe déjà ${DANS} pour le même client, mais avec {otherCents} au lieu de {thisCents}. Rien n’a été envoyé. Rendez les deux identiques ou retirez-la de la synchronisation.`,
  'conflict.numberOtherClient': `La facture {number} existe déjà ${DANS} pour {client} ({otherCents}). Rien n’a été envoyé. Renumérotez l’une des deux ou retirez-la de la synchronisation.`,
  'conflict.appliedDifferently':
    'Le paiement de {amountCents} du {docDate} existe des deux côtés mais est appliqué à des factures différentes. Appliquez-le de la même façon des deux côtés.',
  'conflict.markedTwinDiffers': `{number} a été écrit par une synchronisation antérieure, mais vaut {otherCents} ${DANS} au lieu de {thisCents}. Rendez les deux identiques.`,
  'conflict.voidedTwin': `Le paiement de {amountCents} du {docDate} a été annulé ${DANS} et reste valide de l’autre côté. Annulez-le là aussi ou saisissez-le de nouveau.`,
  'conflict.markedTwinGone': `{number} a été écrit par une synchronisation antérieure, mais le document d’origine a été {state, select, removed {supprimé} voided {annulé} other {modifié}} ${DANS}. Supprimez-le ou annulez-le ici aussi, ou retirez-le de la synchronisation.`,
  'conflict.markedTwice': `Deux documents se disent le jumeau de {number} (${SYSTEM}) : l’un a été copié de l’autre. Retirez l’étiquette entre crochets du mémo de la copie.`,
  'conflict.unvoided':
    '{number} était annulé des deux côtés et redevient valide d’un seul. Saisissez-le de nouveau de l’autre côté.',
  'conflict.deposited':
    'Le paiement de {amountCents} du {docDate} fait déjà partie d’un dépôt bancaire dans QuickBooks; il ne peut pas être modifié. Retirez-le du dépôt ou passez l’écart en ajustement.',
  'conflict.closed':
    '{number} est daté du {docDate}, dans une période fermée dans QuickBooks le {closedDate}. Rien n’a été envoyé. Rouvrez la période ou choisissez une date ultérieure.',

  'brake.removals':
    '{removals} documents sur {documents} seraient annulés ou supprimés. Assurez-vous que c’est voulu.',
  'brake.edits':
    '{edits} documents sur {documents} seraient modifiés d’un coup. Assurez-vous que c’est voulu.',
  'brake.receivable': `Les comptes clients ${DANS} passeraient de {beforeCents} à {afterCents}. Assurez-vous que c’est voulu.`,

  'translate.oddInvoice':
    'La facture {number} comporte {oddity, select, discountLine {une ligne de remise} bundle {un ensemble} noItem {une ligne sans produit ni service} other {un élément}} que l’autre système ne peut pas recevoir. Modifiez-la ou retirez-la de la synchronisation.',
  'translate.numberTooLong':
    'Le numéro de facture {number} dépasse les 21 caractères permis par QuickBooks.',
  'translate.noNumber': 'Une facture de {totalCents} n’a pas de numéro. Donnez-lui-en un.',
  'translate.noLines': 'La facture {number} n’a aucune ligne à reporter.',
  'translate.taxUnknown':
    'La facture {number} porte une taxe dont l’autre système n’a pas le taux.',
  'translate.workCodeUnmapped':
    'Le code de travail « {code} » n’a pas encore de produit ou service dans QuickBooks (facture {number}, {amountCents}). Choisissez-en un dans la configuration.',
  'translate.itemUnmapped':
    'Le produit ou service « {code} » n’a pas encore de code de travail dans TPS (facture {number}, {amountCents}). Choisissez-en un dans la configuration.',
  'translate.taxUnmapped':
    'La taxe « {tax} » n’a pas encore d’équivalent (facture {number}). Choisissez-en un dans la configuration.',
  'translate.bankUnmapped':
    'Le compte bancaire « {bank} » n’a pas encore d’équivalent (paiement de {amountCents}). Choisissez-en un dans la configuration.',
  'translate.methodUnmapped':
    'Le mode de paiement « {method} » n’a pas encore d’équivalent (paiement de {amountCents}). Choisissez-en un dans la configuration.',
  'translate.appliedToOther':
    'Le paiement de {amountCents} est appliqué à un document que l’autre système n’a pas (note de crédit ou écriture de journal).',
  'translate.appliedToUnlinked':
    'Le paiement de {amountCents} est appliqué à une facture qui n’est pas encore des deux côtés. Réglez d’abord cette facture.',

  'result.needs': 'Non fait, car {number} ({client}) n’a pas pu être fait d’abord.',
  'result.clientMissing': 'Non fait, car {client} n’a pas d’équivalent de l’autre côté.',
  'result.residue':
    'Fait. L’autre système arrondit la taxe autrement, de {residueCents}; l’écart figure dans la concordance.',
  'result.takenBack':
    '{number} est ressorti différent de l’autre côté (de {residueCents}); l’écriture a été retirée. Vérifiez la correspondance des taxes.',
  'result.movedMeanwhile': `{number} a été modifié ${DANS} après l’aperçu. Rien n’a été écrit; la prochaine synchronisation le réexaminera.`,

  'match.marker': 'jumelé par une synchronisation antérieure',
  'match.sameName': 'même nom',
  'match.sameSpelling': 'même nom, aux accents ou à la ponctuation près',
  'match.legalForm': 'même nom, à la forme juridique près',
  'match.wordOrder': 'mêmes mots dans un autre ordre',
  'match.likeName': 'nom semblable',
  'match.email': 'même courriel',
  'match.phone': 'même téléphone',
  'match.invoices': '{count, plural, one {# facture en commun} other {# factures en commun}}',
  'match.rival': 'un autre client ressemble autant',

  'suggest.sameName': 'même nom',
  'suggest.likeName': 'nom semblable',
  'suggest.sameRates': 'mêmes taux',
  'suggest.general': 'choix général',

  'cause.creditMemo': 'Note de crédit {number} de {client}',
  'cause.journalEntry': 'Écriture de journal {number} au compte de {client}',
  'cause.depositOrCheque': 'Dépôt, chèque ou dépense {number} au compte de {client}',
  'cause.subCustomer': 'Sous-client {client} de {parent}',
  'cause.project': 'Projet {client} de {parent}',
  'cause.foreignCurrency': '{client} est facturé en {currency}',
  'cause.customNumbers': '« Numéros d’opération personnalisés » désactivé dans QuickBooks',
  'cause.currencyOfBooks': 'Les deux livres ont des devises différentes',
  'cause.inactiveCustomer': '{client} est inactif dans QuickBooks',
  'cause.notSynced': 'Pas encore synchronisé',
  'cause.differs': 'Diffère d’un côté à l’autre',
  'cause.changedSince': 'Modifié pendant la synchronisation; la prochaine le reportera',
  'cause.adjustment': 'Ajustement TPS de {amountCents} du {docDate}, pas encore reporté',
  'cause.residue': 'Taxe arrondie différemment par les deux systèmes',
  'cause.excluded': 'Client exclu : {why}',

  'flag.creditMemo': 'Note de crédit',
  'flag.creditMemoWhat':
    'TPS n’a pas de notes de crédit. Tant que celle-ci existe, le compte de {client} diffère de {openCents} et la synchronisation laisse ce client de côté.',
  'flag.creditMemoAdvice':
    'Annulez-la ici et saisissez un ajustement à la baisse dans TPS, ou excluez le client de la synchronisation.',
  'flag.journal': 'Écriture aux comptes clients',
  'flag.journalWhat':
    'Cette écriture modifie le compte de {client} de {openCents} sans document TPS; la synchronisation laisse donc ce client de côté.',
  'flag.journalAdvice':
    'Retirez la ligne de comptes clients et ajustez plutôt dans TPS, ou excluez le client.',
  'flag.deposit': 'Porté aux comptes clients',
  'flag.depositWhat':
    'Une ligne de ce document est portée au compte de {client} ({openCents}). TPS n’a pas de tel document; la synchronisation laisse donc ce client de côté.',
  'flag.depositAdvice': 'Enregistrez-le plutôt comme paiement, ou excluez le client.',
  'flag.subCustomer': 'Sous-client',
  'flag.subCustomerWhat':
    'TPS n’a pas de sous-clients : {client} n’y a pas de place sous {parent}. Il porte ici {balanceCents}.',
  'flag.subCustomerAdvice':
    'Faites-en un client à part entière (désactivez « Est un sous-client ») ou excluez-le de la synchronisation.',
  'flag.project': 'Projet',
  'flag.projectWhat': 'TPS n’a pas de projets : {client}, sous {parent}, porte ici {balanceCents}.',
  'flag.projectAdvice':
    'Déplacez ses documents vers le client ou excluez-le de la synchronisation.',
  'flag.parent': 'A des sous-clients',
  'flag.parentWhat':
    'Des sous-clients ou projets de {client} portent {balanceCents}; la synchronisation laisse donc {client} de côté.',
  'flag.inactive': 'Inactif avec solde TPS',
  'flag.inactiveWhat': '{client} est inactif ici mais doit {balanceCents} dans TPS.',
  'flag.inactiveAdvice': 'Réactivez le client ou excluez-le.',
  'flag.blocked': 'En attente',
  'flag.excluded': 'Exclu',
  'flag.excludedWhat': '{client} est exclu de la synchronisation : {why}',
  'flag.linked': 'Lié à TPS',
  'flag.linkedWhat': 'Dans TPS : {number}, {amountCents}.',
  'flag.differs': 'Diffère de TPS',
  'flag.differsWhat': 'Dans TPS : {number}, {tpsCents}. Ici : {qboCents}.',

  'need.signIn': `Vous êtes déconnecté de ${SYSTEM}.`,
  'need.setup': 'La configuration n’est pas terminée. Rien ne peut être synchronisé avant.',

  'excel.runs': 'Synchronisations',
  'excel.entries': 'Entrées',
  'excel.startedAt': 'Début',
  'excel.endedAt': 'Fin',
  'excel.description': 'Description',
  'excel.status': 'État',
  'excel.planned': 'Prévus',
  'excel.done': 'Faits',
  'excel.skipped': 'Omis',
  'excel.failed': 'Échoués',
  'excel.notAttempted': 'Non tentés',
  'excel.doneCents': 'Montant traité',
  'excel.tpsCents': 'Comptes clients TPS',
  'excel.qboCents': 'Comptes clients QuickBooks',
  'excel.unexplainedCents': 'Inexpliqué',
  'excel.at': 'Heure',
  'excel.run': 'Synchronisation',
  'excel.direction': 'Sens',
  'excel.verb': 'Action',
  'excel.type': 'Type',
  'excel.number': 'Numéro',
  'excel.client': 'Client',
  'excel.date': 'Date',
  'excel.amountCents': 'Montant',
  'excel.message': 'Message',
  'excel.technical': 'Détails techniques',
  'excel.ignored': 'Retiré de la synchronisation',
  'excel.reason': 'Motif',
  'word.successful': 'Réussi',
  'word.success': 'Réussi',
  'word.warning': 'Avertissement',
  'word.failed': 'Échoué',
  'word.conflict': 'Conflit',
  'word.waiting': 'En attente',
  'word.skipped': 'Omis',
  'word.cancelled': 'Arrêté',
  'word.paused': 'En pause',
  'word.preview': 'Aperçu',
  'word.working': 'En cours',
  'word.applying': 'En cours',
  'word.create': 'Créer',
  'word.link': 'Lier',
  'word.update': 'Modifier',
  'word.void': 'Annuler',
  'word.delete': 'Supprimer',
  'word.client': 'Client',
  'word.invoice': 'Facture',
  'word.payment': 'Paiement',
  'word.adjustment': 'Ajustement',
};
