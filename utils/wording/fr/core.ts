import type { core as english } from '../en/core';
import { convert } from './convert';
import { excel } from './excel';
import { health } from './health';
import { holds } from './holds';
import { mappingsFile } from './mappings-file';
import { matching } from './matching';
import { ports } from './ports';
import { undo } from './undo';

const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const DANS = `dans ${SYSTEM}`;
const NUL =
  '{type, select, client {aucun client} invoice {aucune facture} payment {aucun paiement} other {rien}}';

/** Sentences of the core, in Canadian French. */
export const core: Record<keyof typeof english, string> = {
  ...ports,
  ...health,
  ...mappingsFile,
  ...undo,
  ...convert,
  ...holds,
  ...matching,
  ...excel,
  'run.nothingButOffsets':
    'Rien ne peut être synchronisé maintenant. Les deux totaux sont de {agreedCents}, mais {documents, plural, one {# document diffère} other {# documents diffèrent}} et se compensent ; la concordance les nomme.',
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
  'store.newer':
    'Les données de ce navigateur ont été écrites par une version plus récente de l’extension. Rien n’a été fait. Mettez l’extension à jour dans chrome://extensions, puis rouvrez cette page.',
  'store.cannotOpen':
    'Chrome ne peut pas ouvrir ce que ce navigateur a gardé pour l’extension. Rien n’a été fait. Redémarrez Chrome. Si cela ne suffit pas, retirez l’extension et réinstallez-la : les liens vers ce qui a été synchronisé sont retrouvés par leurs repères, et la configuration partagée du cabinet revient de QuickBooks.',
  'run.pairGone': 'Aucun cabinet ni société n’est encore jumelé. Ouvrez d’abord la configuration.',
  'run.notReady':
    'La configuration n’est pas terminée. Terminez-la avant la première synchronisation.',
  'run.notRead': 'Les livres n’ont pas été lus jusqu’au bout. Relancez la synchronisation.',
  'run.unknown': 'Cette synchronisation n’existe plus.',
  'run.diskFull':
    'Cet ordinateur n’a plus de place pour tenir le journal; la synchronisation est suspendue, car rien n’est écrit sans lui. Libérez de l’espace disque, puis appuyez sur Reprendre.',
  'run.chromeSilent':
    'Chrome n’a pas répondu à l’extension; la synchronisation est suspendue. Elle reprend d’elle-même.',
  'run.storeFailed':
    'Chrome n’a pas pu lire ou écrire ce que ce navigateur garde pour l’extension; la synchronisation est suspendue. Rien n’est écrit sans lui; elle reprend d’elle-même.',
  'run.brokenInvariant':
    'Il s’est produit une chose qui ne doit pas se produire; la synchronisation s’est arrêtée. Ce qui a été fait figure dans l’historique; rien d’autre n’a été écrit.',
  'run.reading': 'Lecture des deux livres',
  'run.planning': 'Comparaison des deux livres',
  'run.verifying': 'Nouvelle lecture des deux livres pour la concordance',
  'run.writing':
    '{verb, select, create {Création} update {Modification} void {Annulation} delete {Suppression} activate {Réactivation} deactivate {Désactivation} topLevel {Mise au premier niveau} paymentLink {Lien de paiement} tag {Étiquette} freeNumber {Numéro libéré} other {Liaison}} : {type, select, client {client} invoice {facture} payment {paiement} other {élément}} {number} · {client}',
  'run.leaseHeld':
    '{who} synchronise ces livres depuis {sinceMs, time, short}. Deux navigateurs ne doivent pas écrire en même temps; cette synchronisation attend donc son tour et reprendra d’elle-même.',
  'run.leaseLost':
    'Un autre navigateur a synchronisé ces livres pendant l’absence de celui-ci. Rien n’a été écrit depuis; la synchronisation vérifie de nouveau et reprendra d’elle-même.',
  'run.leaseUnclear':
    'QuickBooks n’a pas indiqué clairement si un autre navigateur synchronise ces livres. Rien n’est écrit; la synchronisation redemandera d’elle-même.',
  'pull.empty': `${SYSTEM} n’a renvoyé ${NUL} alors que {known, plural, one {# est connu} other {# sont connus}}. Rien n’a été modifié. Vérifiez que vous les voyez ${DANS}, puis appuyez sur Reprendre.`,
  'session.wrongBooks': `${SYSTEM} affiche « {now} », mais ce navigateur synchronise « {paired} ». Rien n’a été écrit. Passez à « {paired} » ${DANS} et nous poursuivrons.`,
  'session.noPermission': `Votre utilisateur ne peut pas modifier « {now} » ${DANS}. Demandez à l’administrateur l’autorisation de synchroniser. Rien n’a été écrit.`,
  'session.currencies':
    'Le cabinet tient ses livres en {tpsCurrency}, la société en {qboCurrency}. On ne peut pas les jumeler.',
  'setup.notSubCustomer':
    '{client} n’est plus un sous-client ni un projet. Regardez de nouveau, puis décidez.',
  'setup.linkedDocuments':
    '{client} a {documents, plural, one {# document lié} other {# documents liés}} des deux côtés; on ne peut donc pas le jumeler à un autre client. Excluez-le plutôt.',
  'shared.notNow':
    'La configuration n’a pas pu être comparée à celle que le cabinet partage dans QuickBooks. Un nouvel essai se fera de lui-même; d’ici là, elle ne vaut que dans ce navigateur.',
  'shared.refused':
    'Cette société QuickBooks ne nous permet pas d’y garder la configuration pour les autres navigateurs du cabinet. Exportez les correspondances, puis importez-les dans ces navigateurs.',
  'shared.busy':
    'D’autres navigateurs du cabinet modifiaient sans cesse la configuration partagée. Un nouvel essai se fera à la prochaine modification.',
  'shared.tooLarge':
    'La configuration est trop volumineuse pour être partagée dans QuickBooks. Elle ne vaut que dans ce navigateur.',
  'shared.newer':
    'La configuration partagée du cabinet vient d’une version plus récente de cette extension. Rien n’a été modifié. Mettez à jour l’extension dans ce navigateur.',
  'shared.damaged':
    'La configuration que le cabinet partage dans QuickBooks est endommagée : une partie manque ou a été modifiée à la main. Rien n’a été modifié ici. Un navigateur déjà configuré peut partager la sienne de nouveau.',
  'shared.moved':
    'La configuration du cabinet a changé depuis que vous l’avez consultée. Consultez-la de nouveau avant de choisir.',
  'shared.notReady':
    'La configuration n’est pas terminée ici; il n’y a donc encore rien à partager.',
  'shared.differs':
    '{count, plural, one {# réponse diffère} other {# réponses diffèrent}} entre la configuration de ce navigateur et celle de {who}. Choisissez celle qui vaut.',
  'shared.rowMapping':
    '{kind, select, code {Code} special {Document} tax {Taxe} bank {Compte bancaire} method {Mode de paiement} other {Correspondance}} {name}',
  'shared.rowClient': 'Client {name}',
  'shared.rowDocument': 'Retiré de la synchronisation : {name}',
  'shared.rowPolicy':
    'Qui l’emporte quand les deux ont changé : {field, select, name {nom} firstName {prénom} lastName {nom de famille} email {courriel} phone {téléphone} address {adresse} invoice {factures} payment {paiements} other {{field}}}',
  'shared.rowSpecial':
    '{special, select, financeCharge {Frais financiers} openingBalance {Soldes d’ouverture} adjustmentIncrease {Ajustements à la hausse} other {Ajustements à la baisse}}',
  'shared.rowApart': '{name} et le document qui lui était lié',
  'shared.rowSettled': 'Documents entièrement payés présents des deux côtés',
  'shared.rowRemovals': 'Ce qui a été supprimé dans un système',
  'shared.rowTolerance': 'Écart de taxe toléré',
  'shared.rowOther': 'Début de la synchronisation',
  'shared.valueNone': 'non précisé',
  'shared.valueName': '{name}',
  'shared.valueWish':
    '{decision, select, create {créer de l’autre côté} leave {laisser de côté} later {créer au besoin} exclude {exclure : {why}} rollUp {regrouper avec le client parent} own {client à part entière} topLevel {sortir du client parent} activate {rendre actif} other {{decision}}}',
  'shared.valuePolicy':
    '{policy, select, tps {TPS l’emporte} qbo {QuickBooks l’emporte} other {demander chaque fois}}',
  'shared.valueTolerance': '{toleranceCents}',
  'shared.valueSynced': 'synchronisé',
  'shared.valueApart': '{apart, select, yes {deux documents} other {un seul document}}',
  'shared.valueSettled': '{linked, select, yes {liés aussi} other {laissés de côté}}',
  'shared.valueRemovals':
    '{rule, select, delete {supprimé aussi dans l’autre} other {annulé dans l’autre}}',
  'request.apartElsewhere':
    'Ces deux documents ont été séparés dans un autre navigateur du cabinet et n’ont jamais été liés ici. Revenez-y là-bas.',
  'request.refused': 'Impossible : la demande n’a pas été comprise.',
  'request.failed':
    'Impossible pour le moment. Réessayez; si le problème persiste, voyez les détails.',
  'request.twinSince':
    'L’un des deux a maintenant un autre jumeau : ils ne peuvent plus être liés comme avant.',
  'request.gone': 'Cette entrée n’existe plus.',

  'check.creditMemo':
    'La note de crédit {number} de {client} ({totalCents}, {state, select, settled {entièrement appliquée} other {dont {openCents} non appliqués}}) n’a pas d’équivalent dans TPS. Ce client attend qu’elle soit convertie en ajustement TPS ou annulée, ou que le client soit exclu.',
  'check.journalEntry':
    'L’écriture de journal {number} de {totalCents} modifie le compte client de {client} sans document TPS ({state, select, settled {elle est réglée} other {{openCents} non réglés}}). Ce client attend qu’elle soit retirée des comptes clients ou que le client soit exclu.',
  'check.depositOrCheque':
    'Le dépôt, le chèque ou la dépense {number} de {totalCents} est porté au compte client de {client} sans document TPS ({state, select, settled {un paiement le règle} other {{openCents} non réglés}}). Ce client attend qu’un remboursement soit repris tel quel dans TPS, qu’il soit imputé ailleurs ou que le client soit exclu.',
  'check.unread': `{type, select, client {Le client} invoice {La facture} payment {Le paiement} adjustment {L’ajustement} creditMemo {La note de crédit} journalEntry {L’écriture} deposit {Le dépôt} expense {La dépense} other {L’enregistrement}} {number} de {client} ne peut pas être lu ${DANS} : {field} n’est pas conforme ({issue}). Ce client attend que ce soit corrigé là-bas ou qu’il soit exclu; tous les autres sont synchronisés.`,
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
  'check.deletedClient':
    '{client} a été supprimé dans TPS, mais QuickBooks affiche encore {balanceCents}. Son client QuickBooks reste actif tant que ce n’est pas réglé. Restaurez le client dans TPS ou réglez le solde dans QuickBooks.',
  'cause.deletedClient':
    '{client} supprimé dans TPS avec {balanceCents} en suspens dans QuickBooks',
  'why.asked': 'Vous l’avez demandé',
  'why.deletedInTps': '{client} a été supprimé dans TPS',
  'why.restoredInTps': '{client} est actif dans TPS',
  'why.inactiveInQbo': '{client} a été rendu inactif dans QuickBooks',
  'why.activeInQbo': '{client} est actif dans QuickBooks',
  'why.keptByPerson':
    'Vous avez décidé que {system, select, tps {TPS} other {QuickBooks}} a raison',
  'why.detachedFirst': 'Détaché d’abord, pour faire place sur {number}',
  'plan.setAside':
    'Une partie de ce que ce navigateur avait gardé est illisible : {decisions, plural, =0 {{links, plural, one {# lien} other {# liens}}} other {{links, plural, =0 {} one {# lien et } other {# liens et }}{decisions, plural, one {# décision} other {# décisions}}}}. Elle a été mise de côté, et ce qu’une synchronisation antérieure a écrit est retrouvé par ses repères. Regardez les changements ci-dessous avant de les appliquer.',
  'plan.rebuilt':
    'Retrouvés par leurs repères, sans rien écrire : {documents, plural, =0 {{clients, plural, one {# paire de clients} other {# paires de clients}}} other {{clients, plural, =0 {} one {# paire de clients et } other {# paires de clients et }}{documents, plural, one {# document} other {# documents}}}} d’une synchronisation antérieure.{differing, plural, =0 {} one { # d’entre eux ne dit plus la même chose des deux côtés; on vous demandera lequel a raison.} other { # d’entre eux ne disent plus la même chose des deux côtés; on vous demandera lequel a raison.}}',
  'why.copiedTag': 'Elle a été copiée avec l’étiquette d’une autre facture et reçoit la sienne',
  'why.paymentLink': 'Le modèle de facture imprime un lien de paiement en ligne',
  'result.noPaymentLink':
    'QuickBooks ne donne pas de lien pour payer en ligne la facture {number} : l’entreprise n’a pas QuickBooks Payments, ou le client n’a pas d’adresse courriel. La facture elle-même est en ordre.',

  'why.newClientInTps': 'Nouveau client dans TPS',
  'why.newClientInQbo': 'Nouveau client dans QuickBooks',
  'why.onlyInTps': 'Seulement dans TPS',
  'why.onlyInQbo': 'Seulement dans QuickBooks',
  'why.sameNumberAndTotal': 'Déjà des deux côtés : mêmes numéro, client et total',
  'why.samePayment': 'Déjà des deux côtés : mêmes client, date, montant et factures',
  'why.settledTwin': 'Déjà des deux côtés, et entièrement payé dans les deux',
  'why.marker': 'Écrit par une synchronisation antérieure',
  'why.changed': `Modifié ${DANS}`,
  'why.voided': `Annulé ${DANS}`,
  'why.removed': `Supprimé ${DANS}`,
  'why.numberFreed': 'Devient {freed} avant d’être annulée, pour que {number} puisse resservir',
  'why.numberLent': 'Devient {freed} un instant, parce que {taker} prend le numéro {number}',
  'why.numberStays': `Supprimé ${DANS}. QuickBooks a refusé de lui donner un autre numéro; la facture est donc supprimée au lieu d’être annulée, et son numéro est libéré`,
  'why.clientChanged': `Modifié ${DANS} : {fields}`,

  'why.sameByPerson': 'Vous avez dit que c’est le même document',

  'backup.notOne': 'Ce fichier n’est pas une sauvegarde de Ledger Bridge.',
  'backup.newer':
    'Cette sauvegarde a été faite par une version plus récente de Ledger Bridge. Mettez l’extension à jour, puis revérifiez le fichier.',
  'backup.damaged':
    'Cette sauvegarde est endommagée : elle est tronquée ou a été modifiée après son enregistrement. Ne vous y fiez pas; faites-en une nouvelle.',
  'backup.incomplete':
    'Cette sauvegarde est incomplète : une de ses listes contient {found, plural, one {# ligne} other {# lignes}} au lieu de {expected}. Ne vous y fiez pas; faites-en une nouvelle.',
  'backup.atWork':
    'Une sauvegarde est déjà en cours. Attendez qu’elle se termine, ou arrêtez-la d’abord.',
  'backup.signedOut': `Vous avez été déconnecté de ${SYSTEM} : aucune sauvegarde n’a été faite et rien n’a été enregistré. Connectez-vous, puis relancez la sauvegarde.`,
  'backup.noAnswer': `${SYSTEM} n’a pas répondu : aucune sauvegarde n’a été faite et rien n’a été enregistré. Vérifiez la connexion, puis relancez la sauvegarde.`,
  'backup.listMoved': `Les listes de ${SYSTEM} changeaient sans cesse pendant la lecture : aucune sauvegarde n’a été faite et rien n’a été enregistré. Relancez-la quand moins de gens y travaillent.`,
  'backup.notSaved':
    'Les deux livres ont été lus, mais le navigateur n’a pas enregistré le fichier : il n’y a pas de sauvegarde. Autorisez les téléchargements dans ce navigateur et recommencez.',
  'backup.cutOff':
    'Le navigateur a interrompu la sauvegarde avant la fin : rien n’a été enregistré. Relancez-la.',
  'backup.failed':
    'Aucune sauvegarde n’a été faite et rien n’a été enregistré. Relancez-la; si le problème persiste, voyez les détails.',
  'backup.future':
    'Une sauvegarde datée du {madeDate} serait dans le futur. Entrez le jour où elle a été faite.',
  'backup.noTool': 'Indiquez quel outil détient la sauvegarde.',

  'translate.oddInvoice':
    'La facture {number} comporte {oddity, select, discountLine {une ligne de remise} bundle {un ensemble} noItem {une ligne sans produit ni service} shipping {une ligne de livraison} tip {un pourboire} depositOnInvoice {un acompte déduit de son total} otherLine {une ligne d’un genre} total {un total que ses lignes et ses taxes n’expliquent pas,} other {un élément}} que l’autre système ne peut pas recevoir. Modifiez-la ou retirez-la de la synchronisation.',
  'translate.memoTooLong':
    'Le texte de {number} dépasse {system, select, tps {les 2 000 caractères permis par TPS} other {les 4 000 caractères permis par QuickBooks}} (avec notre étiquette à la fin). Rien n’est coupé : raccourcissez-le ou retirez le document de la synchronisation.',
  'translate.unnumberable':
    'TPS ne peut pas numéroter une facture {number} : un numéro y est un code de lettres et des chiffres, comme SD-1042, ou des chiffres seuls. Rien n’est envoyé. Renumérotez-la dans QuickBooks (chiffres seuls, ou CODE-chiffres).',
  'translate.lineTooLong':
    'Une ligne de la facture {number} dépasse les 1 000 caractères permis par TPS. Rien n’est coupé : raccourcissez-la dans QuickBooks ou retirez le document de la synchronisation.',
  'translate.numberTooLong':
    'Le numéro de facture {number} dépasse les 21 caractères permis par QuickBooks.',
  'translate.specialUnmapped':
    '{special, select, financeCharge {Des frais financiers} openingBalance {Un solde d’ouverture} adjustmentIncrease {Un ajustement à la hausse} other {Un ajustement à la baisse}} de {amountCents} {special, select, financeCharge {attendent} other {attend}} : personne n’a encore choisi sa destination dans QuickBooks. Choisissez-la dans la configuration, étape 4.',
  'translate.nothingPaid':
    'Le paiement de 0,00 du {docDate} applique un crédit que TPS n’a pas; il ne peut pas être reporté.',
  'translate.bookingChanged':
    'Le paiement de {amountCents} du {docDate} est devenu un ajustement d’un seul côté, ou l’inverse. Retirez-le d’un côté et saisissez-le de nouveau; la prochaine synchronisation le reportera.',
  'translate.severalCustomers':
    'Le paiement de {amountCents} couvre les factures de plusieurs clients de QuickBooks, qui n’en font qu’un dans TPS. QuickBooks prend un paiement par client : saisissez un paiement pour chacun dans TPS.',
  'translate.increaseTaxed':
    'La facture {number} est un ajustement à la hausse dans TPS, qui ne porte pas de taxe, mais elle en a dans QuickBooks. Retirez-y la taxe ou saisissez plutôt une facture ordinaire dans TPS.',
  'translate.increaseNotOwed':
    'La facture {number} est un ajustement à la hausse dans TPS, qui doit dépasser 0,00. Supprimez-la des deux côtés ou augmentez-la dans QuickBooks.',
  'request.excluded': 'Ce client est exclu de la synchronisation ({why}). Réintégrez-le d’abord.',
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

  'cause.creditMemo': 'Note de crédit {number} de {client}',
  'cause.journalEntry': 'Écriture de journal {number} au compte de {client}',
  'cause.unread': `{type, select, client {Le client} invoice {La facture} payment {Le paiement} adjustment {L’ajustement} creditMemo {La note de crédit} journalEntry {L’écriture} deposit {Le dépôt} expense {La dépense} other {L’enregistrement}} {number} de {client} ne peut pas être lu ${DANS}`,
  'cause.depositOrCheque': 'Dépôt, chèque ou dépense {number} au compte de {client}',
  'cause.subCustomer': 'Sous-client {client} de {parent}',
  'cause.project': 'Projet {client} de {parent}',
  'cause.foreignCurrency': '{client} est facturé en {currency}',
  'cause.customNumbers': '« Numéros d’opération personnalisés » désactivé dans QuickBooks',
  'cause.currencyOfBooks': 'Les deux livres ont des devises différentes',
  'cause.inactiveCustomer': '{client} est inactif dans QuickBooks',
  'cause.notSynced': 'Pas encore synchronisé',
  'cause.differs': 'Diffère d’un côté à l’autre',
  'cause.planned': 'Pas encore dans les deux livres; le plan en attente le reporterait',
  'cause.changedSince': 'Modifié pendant la synchronisation; la prochaine le reportera',
  'cause.futureDated':
    'Daté dans l’avenir : QuickBooks ou TPS ne le compte dans ses soldes qu’à partir de ce jour',
  'cause.residue': 'Taxe arrondie différemment par les deux systèmes',
  'cause.excluded': 'Client exclu : {why}',

  'flag.creditMemo': 'Note de crédit',
  'flag.creditMemoWhat':
    'TPS n’a pas de notes de crédit. Tant que celle-ci existe, le compte de {client} diffère de {openCents} et la synchronisation laisse ce client de côté.',
  'flag.creditMemoAdvice':
    'Convertissez-la en ajustement à la baisse dans TPS, ou excluez le client de la synchronisation.',
  'flag.journal': 'Écriture aux comptes clients',
  'flag.journalWhat':
    'Cette écriture modifie le compte de {client} de {openCents} sans document TPS; la synchronisation laisse donc ce client de côté.',
  'flag.journalAdvice':
    'Convertissez-la en ajustement dans TPS, retirez-en la ligne aux comptes clients, ou excluez le client.',
  'flag.deposit': 'Porté aux comptes clients',
  'flag.depositWhat':
    'Une ligne de ce document est portée au compte de {client} ({openCents}). TPS n’a pas de tel document; la synchronisation laisse donc ce client de côté.',
  'flag.depositAdvice':
    'Un remboursement se reprend dans TPS sous « À vous de décider ». Sinon, enregistrez-le plutôt comme paiement, ou excluez le client.',
  'flag.subCustomer': 'Sous-client',
  'flag.subCustomerWhat':
    'TPS n’a pas de sous-clients : {client} n’y a pas de place sous {parent}. Il porte ici {balanceCents}.',
  'flag.subCustomerAdvice':
    'Faites-en un client à part entière (désactivez « Est un sous-client ») ou excluez-le de la synchronisation.',
  'flag.project': 'Projet',
  'flag.projectWhat': 'TPS n’a pas de projets : {client}, sous {parent}, porte ici {balanceCents}.',
  'flag.projectAdvice':
    'Déplacez ses documents vers le client ou excluez-le de la synchronisation.',
  'flag.rolledUpWhat':
    '{client} dépend de {parent}, dont le client dans TPS reçoit ses documents et son solde.',
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
};
