import type { holds as english } from '../en/holds';
import type { SameKeys } from '../same-keys';

const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const DANS = `dans ${SYSTEM}`;

/** Why something waits for a person, in Canadian French. */
export const holds: SameKeys<typeof english> = {
  'hold.excluded': '{client} est exclu de la synchronisation : {why}',
  'hold.ignored': '{number} a été retiré de la synchronisation : {why}',
  'hold.left': '{client} a été laissé non jumelé dans la configuration.',
  'brake.missing':
    '{decisions, plural, one {# décision gardée} other {# décisions gardées}} dans ce navigateur (correspondances, clients exclus, documents retirés) {decisions, plural, one {est illisible} other {sont illisibles}}, et la configuration partagée du cabinet ne {decisions, plural, one {l’a} other {les a}} pas rendue{decisions, plural, one {} other {s}}. Vérifiez d’abord les étapes Clients et Codes de la configuration : un client exclu pourrait être synchronisé.',
  'hold.deletedInTps':
    '{client} est supprimé dans TPS, qui n’accepte plus de documents pour lui. Restaurez-y le client.',
  'hold.subCustomer': '{client} est un sous-client ou un projet, ce que TPS ne connaît pas.',
  'hold.inactive': '{client} est inactif dans QuickBooks.',
  'hold.clientGone': '{client} n’existe plus.',
  'hold.nameTaken':
    'Le nom « {client} » est déjà utilisé dans QuickBooks (fournisseur, employé ou client inactif). Il peut être créé sous « {proposal} » : décidez à l’étape Clients de la configuration.',
  'hold.nameCharacters':
    'QuickBooks n’accepte ni deux-points, ni tabulation, ni saut de ligne dans un nom : « {client} » serait refusé. Renommez-le dans TPS, ou faites-le créer sous « {proposal} » : décidez dans la configuration, étape Clients.',
  'hold.createAs':
    'QuickBooks ne peut pas prendre ce nom tel quel (déjà pris, ou avec un deux-points); il sera créé sous « {proposal} ».',
  'hold.undecided':
    '{client} est nouveau et ressemble à « {other} ». Jumelez les deux dans la configuration ou demandez la création d’un nouveau client.',
  'conflict.bothChanged':
    '{number} a été modifié des deux côtés depuis la dernière synchronisation : {tpsState, select, removed {supprimé} voided {annulé} other {{tpsCents}}} dans TPS, {qboState, select, removed {supprimé} voided {annulé} other {{qboCents}}} dans QuickBooks. Rendez les deux identiques ou retirez-le de la synchronisation.',
  'conflict.clientField':
    '{field, select, name {Le nom} email {Le courriel} phone {Le téléphone} address {L’adresse} other {Le nom du contact}} de {client} a changé des deux côtés : « {tpsValue} » dans TPS, « {qboValue} » dans QuickBooks. Rendez les deux identiques.',
  'conflict.clientDiffered': `{field, select, name {Le nom} email {Le courriel} phone {Le téléphone} address {L’adresse} other {Le nom du contact}} de {client} a changé ${DANS}, et les deux livres ne disaient déjà pas la même chose : « {tpsValue} » dans TPS, « {qboValue} » dans QuickBooks. Dites lequel est le bon.`,
  'conflict.numberUsed': `La facture {number} de {client} existe déjà dans ${SYSTEM}, mais elle est annulée ou va avec une autre facture. Rien n’a été envoyé. Donnez un autre numéro à l’une des deux.`,
  'conflict.deletedAndEdited':
    '{client} a été supprimé dans TPS, mais son client QuickBooks a été modifié depuis la dernière synchronisation. Restaurez le client dans TPS ou rendez-le inactif dans QuickBooks.',
  'conflict.paidThere': `{number} a été annulée ou supprimée, mais un paiement de {amountCents} du {docDate} y est appliqué ${DANS}. Rien n’a été envoyé. Détachez-en d’abord le paiement, ou rétablissez la facture.`,
  'conflict.paidMoves': `{number} est passée à un autre client, mais un paiement de {amountCents} du {docDate} y est appliqué ${DANS} et n’a pas de jumeau. Rien n’a été envoyé. Détachez-en d’abord le paiement, ou rendez la facture à son client.`,
  'conflict.entryChanged':
    'L’écriture {number} a été modifiée dans QuickBooks et n’est plus la jumelle d’un ajustement de TPS. Rétablissez-la (un débit, un crédit au client), ou supprimez-la dans QuickBooks et l’ajustement dans TPS.',
  'conflict.withInvoice':
    'Le paiement a été détaché de la facture {number}, dont le sort n’est pas encore décidé. Il attend cette décision.',
  'conflict.paidOfGone': `Ce paiement est appliqué à la facture {number}, dont la jumelle ${DANS} a été annulée ou supprimée entre-temps. Il attend avec cette facture : appliquez-le à une autre, ou saisissez de nouveau la facture.`,
  'conflict.numberOtherAmount': `La facture {number} existe déjà ${DANS} pour le même client, mais avec {otherCents} au lieu de {thisCents}. Rien n’a été envoyé. Rendez les deux identiques ou retirez-la de la synchronisation.`,
  'translate.appliesByItself':
    '{leftCents} du paiement de {amountCents} ({docDate}) ne sont appliqués à aucune facture, et QuickBooks les appliquerait de lui-même. Il attend : désactivez l’application automatique là-bas (Engrenage > Compte et paramètres > Avancé > Automatisation), ou appliquez-le dans TPS.',
  'conflict.twinUnread': `Le jumeau de {number} ne peut pas être lu ${DANS}; personne ne sait ce qu’il est devenu. Rien n’a été envoyé. Corrigez-le là-bas; la prochaine synchronisation continuera.`,
  'conflict.numberOfMemo':
    'Une note de crédit de {client} ({otherCents}) porte déjà le numéro {number} dans QuickBooks, qui peut y refuser une facture du même numéro. Rien n’a été envoyé. Donnez un autre numéro à l’une des deux.',
  'conflict.numberOtherClient': `La facture {number} existe déjà ${DANS} pour {client} ({otherCents}). Rien n’a été envoyé. Renumérotez l’une des deux ou retirez-la de la synchronisation.`,
  'conflict.stale':
    '{number} a été réenregistré des deux côtés depuis la dernière synchronisation de ce navigateur, et un autre navigateur du cabinet a synchronisé entre-temps : ce qui semble intact a peut-être été rétabli par quelqu’un. Dites quel côté a raison.',
  'conflict.undoneElsewhere':
    '{number} a été modifié ou supprimé d’un côté, et un autre navigateur du cabinet a annulé une synchronisation depuis la dernière synchronisation de ce navigateur : la modification vient peut-être de cette annulation. Dites quel côté a raison; ou synchronisez de nouveau dans l’autre navigateur, ou attendez que les deux concordent.',
  'conflict.saidSame': `Vous avez dit que {number} et {other} ${DANS} sont le même document, mais l’un des deux a été modifié depuis. Rien n’a été envoyé. Regardez les deux, puis dites-le de nouveau.`,
  'conflict.alikeInvoice': `La facture {number} du {docDate} et la facture {other} du {otherDate} ${DANS} ont le même client et le même montant ({amountCents}). Rien n’a été envoyé : s’il s’agit d’une seule facture, la créer facturerait le client deux fois. Dites si c’est la même.`,
  'conflict.alikePayment': `Le paiement de {amountCents} du {docDate} ressemble à celui du {otherDate} ${DANS}, du même client. Rien n’a été envoyé : s’il s’agit d’un seul paiement, le créer créditerait le client deux fois. Dites si c’est le même.`,
  'conflict.enteredTwice': `{number} du {docDate} ({amountCents}) ressemble à une deuxième saisie de {other} du {otherDate} ${DANS}, qui est déjà dans les deux livres ou le sera. Rien n’a été envoyé. S’il a été saisi deux fois, supprimez-en un là où il a été saisi ; s’il s’agit d’une autre somme, faites-le créer.`,
  'hold.before': `{number} existait avant la première synchronisation et n’a pas d’équivalent identique ${DANS}. Cherchez-le là-bas : s’il manque, faites-le créer ; s’il a été modifié d’un côté, rendez les deux identiques.`,
  'conflict.appliedDifferently':
    'Le paiement de {amountCents} du {docDate} existe des deux côtés mais est appliqué à des factures différentes. Dites s’il s’agit d’un seul paiement ou de deux, ou appliquez-le de la même façon des deux côtés.',
  'conflict.voidedTwin': `Le paiement de {amountCents} du {docDate} a été annulé ${DANS} et reste valide de l’autre côté. Annulez-le là aussi ou saisissez-le de nouveau.`,
  'conflict.markedTwinGone': `{number} a été écrit par une synchronisation antérieure, mais le document d’origine a été {state, select, removed {supprimé} voided {annulé} other {modifié}} ${DANS}. Supprimez-le ou annulez-le ici aussi, ou retirez-le de la synchronisation ; s’il s’agit d’un document à part (une copie), faites-le créer.`,
  'conflict.tagDiffers': `L’étiquette entre crochets dit que {number} et {other} ${DANS} sont le même document, mais ni le client, ni le numéro, ni le montant ne le confirment : elle a pu être copiée ou saisie. Rien n’a été envoyé. Dites si c’est le même.`,
  'conflict.otherFirm':
    '{number} porte l’étiquette d’un autre cabinet TPS et se trouve peut-être dans ses livres. Rien n’a été envoyé. S’il appartient à ce cabinet, faites-le créer.',
  'conflict.copyOf': `{number} porte l’étiquette de {other} ${DANS}, auquel un autre document correspond mieux : on dirait une copie. Rien n’a été envoyé. S’il s’agit d’un document à part, faites-le créer.`,
  'conflict.markedTwice': `Deux documents se disent le jumeau de {number} (${SYSTEM}) : l’un a été copié de l’autre. Retirez l’étiquette entre crochets du mémo de la copie.`,
  'conflict.unvoided':
    '{number} était annulé des deux côtés et redevient valide d’un seul. Saisissez-le de nouveau de l’autre côté.',
  'conflict.deposited':
    'Le paiement de {amountCents} du {docDate} fait déjà partie d’un dépôt bancaire dans QuickBooks; il ne peut pas être modifié. Retirez-le du dépôt ou passez l’écart en ajustement.',
  'conflict.refundThere':
    '{number} de {amountCents} du {docDate} est de l’argent versé dans QuickBooks; il n’est pas modifié d’ici. Modifiez-le dans QuickBooks, ou dites que QuickBooks a raison : l’ajustement dans TPS dira alors de nouveau la même chose.',
  'conflict.overApplied':
    'Le paiement de {amountCents} du {docDate} ne tient pas sur la facture {number} dans {system, select, tps {TPS} qbo {QuickBooks} other {{system}}} : il n’en reste que {openCents} à payer, car elle a été payée dans les deux systèmes. Retirez un paiement de la facture dans l’un des deux, ou appliquez-le à une autre.',
  'conflict.waitsForPayment': `{number} n’est pas encore touchée ${DANS} : un paiement de {amountCents} du {docDate} devait d’abord en être détaché, et ce paiement est retenu. Réglez le cas du paiement; le reste suit tout seul.`,
  'tray.closed':
    '{number} du {docDate} appartient à une période fermée dans QuickBooks (jusqu’au {closedDate}). Datez-la d’aujourd’hui là-bas, laissez-la, ou retirez l’entrée une fois réglée.',
  'conflict.closed':
    '{number} est daté du {docDate}, dans une période fermée dans QuickBooks le {closedDate}. Rien n’a été envoyé. Rouvrez la période ou choisissez une date ultérieure.',
  'brake.removals':
    '{removals} documents sur {documents} seraient annulés ou supprimés. {lost, plural, =0 {« Défaire » pourrait tous les saisir de nouveau} one {« Défaire » pourrait les saisir de nouveau, sauf # (son numéro reste à la facture annulée, ou il contient ce que nous ne connaissons pas)} other {« Défaire » pourrait les saisir de nouveau, sauf # (leurs numéros restent aux factures annulées, ou ils contiennent ce que nous ne connaissons pas)}}; ce qui y est joint (pièces, courriels, rapprochement) ne reviendrait pas. Assurez-vous que c’est voulu.',
  'brake.edits':
    '{edits} documents sur {documents} seraient modifiés d’un coup. Assurez-vous que c’est voulu.',
  'brake.receivable': `Les comptes clients ${DANS} passeraient de {beforeCents} à {afterCents}. Assurez-vous que c’est voulu.`,
  'brake.unguarded':
    'QuickBooks ne nous permet pas de lire ni de garder la note qui dit quel navigateur synchronise : rien n’empêcherait un deuxième navigateur d’écrire au même moment. Assurez-vous que personne d’autre au cabinet ne synchronise cette société, puis tapez le mot.',
  'brake.claimed':
    '{documents} enregistrements de {company} portent l’étiquette d’un autre cabinet TPS que {firm} : ce cabinet synchronise peut-être encore cette société, et les deux écriraient l’un par-dessus l’autre. Assurez-vous que seul {firm} la synchronise désormais (c’est le cas d’un cabinet passé à un nouveau compte TPS), puis tapez le nom de la société. Ce que l’autre cabinet a étiqueté fait l’objet d’une question et n’est jamais lié tout seul.',
  'pair.claimed':
    '{other} synchronise déjà {company} : sa note se trouve dans QuickBooks. Si {firm} synchronise la même société, les deux écrivent l’un par-dessus l’autre. Assurez-vous que seul {firm} la synchronise désormais (c’est le cas d’un cabinet passé à un nouveau compte TPS), puis tapez le nom de la société. Ce que {other} a étiqueté fait l’objet d’une question et n’est jamais lié tout seul.',
  'brake.setupNews':
    'D’autres personnes de votre cabinet ont modifié la configuration depuis votre dernière synchronisation (en dernier depuis {by}) : {mappings, plural, =0 {} one {# correspondance, } other {# correspondances, }}{clients, plural, =0 {} one {# client, } other {# clients, }}{excluded, plural, =0 {} one {dont # nouvellement exclu, } other {dont # nouvellement exclus, }}{documents, plural, =0 {} one {# document, } other {# documents, }}{rules, plural, =0 {} one {# règle, } other {# règles, }}et ce plan en tient compte. Parcourez-le, puis tapez le nombre de modifications.',
  'brake.backup':
    'Aucune sauvegarde des deux livres n’est connue, et ce plan est le premier à y écrire. Sauvegardez les deux livres dans la configuration, à l’étape Fin, ou continuez sans sauvegarde.',
};
