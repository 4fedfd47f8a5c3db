import type { mappingsFile as english } from '../en/mappings-file';
import type { SameKeys } from '../same-keys';

const AT = '{sheet}, ligne {row}, colonne {column} : ';
const RIEN =
  '{list, select, codeTps {aucun code de travail ne s’appelle} codeQbo {aucun produit ou service ne s’appelle} specialTps {aucuns frais ni ajustement ne s’appellent} specialQbo {aucun produit, service ou compte ne s’appelle} taxTps {aucune combinaison de taxes ne s’appelle} taxQbo {aucun code de taxe ne s’appelle} bankTps {aucun compte bancaire ne s’appelle} bankQbo {aucun compte ne s’appelle} methodTps {aucun mode de paiement ne s’appelle} methodQbo {aucun mode de paiement ne s’appelle} other {aucun client ne s’appelle}}';
const DANS = '{side, select, tps {dans TPS} other {dans QuickBooks}}';

/** Phrases au sujet du fichier des correspondances, et les mots qui y figurent. */
export const mappingsFile: SameKeys<typeof english> = {
  'file.notExcel':
    'Ce fichier n’est pas un classeur Excel (.xlsx). Enregistrez-le comme « Classeur Excel » sans mot de passe et choisissez-le de nouveau. Rien n’a été modifié.',
  'file.tooBig':
    'Ce fichier dépasse {megabytes, number} Mo; ce ne peut pas être un fichier de correspondances. Rien n’a été modifié.',
  'file.damaged': 'Impossible d’ouvrir ce classeur; il semble endommagé. Rien n’a été modifié.',
  'file.tooManyRows':
    '{sheet} : il y a plus de {rows, number} lignes. Supprimez celles dont vous n’avez pas besoin.',
  'file.notMappings':
    'Ce classeur n’est pas un fichier de correspondances : sa première feuille ne dit pas à quel cabinet ni à quelle société il appartient. Téléchargez-en un ici et remplissez-le.',
  'file.newer':
    'Ce fichier provient d’une version plus récente de l’extension. Mettez l’extension à jour ou téléchargez le fichier de nouveau ici.',
  'file.otherBooks':
    'Ce fichier appartient à « {firm} » avec « {company} ». Ce navigateur synchronise « {ourFirm} » avec « {ourCompany} ». Rien n’a été modifié.',
  'file.noSheet': 'La feuille « {sheet} » manque.',
  'file.noColumn': '{sheet} : la colonne « {column} » manque.',
  'file.unknown': `${AT}${RIEN} « {name} » ${DANS}.`,
  'file.ambiguous': `${AT}{count} éléments s’appellent « {name} » ${DANS}. Inscrivez l’identifiant du bon dans la colonne {idColumn} : {ids}.`,
  'file.inactive': `${AT}« {name} » est inactif ou non facturable ${DANS}. Choisissez un élément actif.`,
  'file.noName': `${AT}le nom manque.`,
  'file.direction': `${AT}« {name} » n’est pas un sens. Écrivez « {there} » ou « {back} ».`,
  'file.noWayBack': `${AT}la correspondance part seulement de TPS. Écrivez « {there} ».`,
  'file.duplicate': `${AT}« {name} » figure aussi à la ligne {other}. Gardez une seule des deux lignes.`,
  'file.follows': `${AT}la ligne de l’autre sens donne une correspondance à « {name} »; la case ne peut donc pas être vide. Videz aussi cette ligne.`,
  'file.decision': `${AT}« {name} » n’est pas une décision. Écrivez {pair}, {create}, {exclude} ou {leave}.`,
  'file.pairWithout': `${AT}pour jumeler un client, nommez le client TPS et le client QuickBooks sur la même ligne.`,
  'file.customerWithout': `${AT}« {name} » y figure, mais la décision n’est pas de les jumeler. Effacez le nom ou changez la décision.`,
  'file.noReason': `${AT}écrivez pourquoi ce client est exclu. Le motif est conservé.`,
  'file.longReason': `${AT}le motif compte plus de {max, number} caractères.`,
  'file.otherClient': `${AT}dans TPS, le code client {code} est {actual} et non « {name} ».`,
  'file.subCustomer': `${AT}« {name} » est un sous-client ou un projet dans QuickBooks. TPS n’a pas de sous-clients : jumelez plutôt le client principal.`,
  'file.sameCustomer': `${AT}« {name} » figure aussi à la ligne {other}. Un client QuickBooks correspond à un seul client TPS.`,
  'file.taken': `${AT}« {name} » est jumelé à {client}, qui n’a pas de ligne dans ce fichier.`,
  'file.linked': `${AT}{client} a {documents, plural, one {# document lié} other {# documents liés}}; on ne peut pas défaire ce jumelage. Excluez plutôt le client.`,
  'file.changed':
    'Quelque chose a changé depuis que vous avez examiné ce fichier. Examinez-le de nouveau.',

  'managed.locked': 'Ce réglage est fixé par votre organisation.',
  'managed.readOnly':
    'Votre organisation a mis l’extension en lecture seule : elle montre l’aperçu et compare, sans rien écrire.',
  'managed.backupRequired':
    'Votre organisation exige une sauvegarde des deux livres avant le premier changement. Faites-en une dans la configuration, étape Fin, ou indiquez-y quel outil en a une.',
  'managed.invalid':
    'La stratégie de votre organisation contient {count, plural, one {un réglage inutilisable} other {des réglages inutilisables}} : {keys}. {count, plural, one {La valeur habituelle s’applique} other {Les valeurs habituelles s’appliquent}}.',
  'managed.unreadable':
    'La stratégie de votre organisation n’a pas pu être lue; rien n’est écrit tant qu’elle reste illisible. Demandez à votre administrateur de la vérifier.',
  'managed.unclear':
    'La stratégie de votre organisation est illisible et pourrait interdire d’écrire : rien n’a été envoyé. Demandez à votre administrateur de la vérifier.',
  'settings.ownReadOnly':
    'L’extension est en lecture seule selon ses réglages : rien n’est écrit dans les deux systèmes.',

  'excel.mapAbout': 'À lire',
  'excel.mapLists': 'Listes',
  'excel.mapSheet.code': 'Codes de travail',
  'excel.mapSheet.special': 'Frais et ajustements',
  'excel.mapSheet.tax': 'Taxes',
  'excel.mapSheet.bank': 'Comptes bancaires',
  'excel.mapSheet.method': 'Modes de paiement',
  'excel.mapSheet.client': 'Clients',
  'excel.mapTps.code': 'Code de travail TPS',
  'excel.mapTps.special': 'Frais ou ajustement TPS',
  'excel.mapTps.tax': 'Combinaison de taxes TPS',
  'excel.mapTps.bank': 'Compte bancaire TPS',
  'excel.mapTps.method': 'Mode de paiement TPS',
  'excel.mapTps.client': 'Client TPS',
  'excel.mapQbo.code': 'Produit ou service QuickBooks',
  'excel.mapQbo.special': 'Produit, service ou compte QuickBooks',
  'excel.mapQbo.tax': 'Code de taxe QuickBooks',
  'excel.mapQbo.bank': 'Compte QuickBooks',
  'excel.mapQbo.method': 'Mode de paiement QuickBooks',
  'excel.mapQbo.client': 'Client QuickBooks',
  'excel.mapAccounts': 'Comptes QuickBooks pour les ajustements à la baisse',
  'excel.mapDirection': 'Sens',
  'excel.mapClientId': 'Code client',
  'excel.mapDecision': 'Décision',
  'excel.mapReason': 'Motif',
  'excel.mapTpsId': 'Identifiant TPS',
  'excel.mapQboId': 'Identifiant QuickBooks',
  'excel.mapDecision.pair': 'Jumeler',
  'excel.mapDecision.create': 'Créer',
  'excel.mapDecision.exclude': 'Exclure',
  'excel.mapDecision.leave': 'Laisser',
  'excel.mapSpecial.financeCharge': 'Frais de financement',
  'excel.mapSpecial.openingBalance': 'Solde d’ouverture',
  'excel.mapSpecial.adjustmentIncrease': 'Ajustement à la hausse',
  'excel.mapSpecial.adjustmentDecrease': 'Ajustement à la baisse',
  'excel.mapFirm': 'Cabinet dans TPS',
  'excel.mapCompany': 'Société dans QuickBooks',
  'excel.mapMade': 'Produit le',
  'excel.mapHow': 'Comment le remplir',
  'excel.mapHow.1':
    'Chaque feuille donne ce que TPS contient et ce qui y correspond dans QuickBooks. Changez le nom dans la colonne QuickBooks; Excel propose les noms qui existent.',
  'excel.mapHow.2':
    'Une case vide veut dire : sans correspondance. Une ligne que vous supprimez reste telle quelle.',
  'excel.mapHow.3':
    'Une ligne dont le sens est « QuickBooks → TPS » dit où va, dans TPS, ce qui a été saisi dans QuickBooks. Là, vous changez la colonne TPS.',
  'excel.mapHow.4':
    'Les colonnes grises contiennent des identifiants. Ils servent seulement quand deux éléments ont le même nom : inscrivez celui du bon élément (la feuille « Listes » le donne).',
  'excel.mapHow.5':
    'Clients : décidez Jumeler, Créer, Exclure (avec un motif) ou Laisser. Jumeler demande les deux noms sur une même ligne. Une décision vide veut dire : à décider.',
  'excel.mapHow.6':
    'Gardez les noms des feuilles et des colonnes. Enregistrez en .xlsx et importez le fichier sous Réglages : vous voyez chaque changement avant qu’il soit enregistré, et un fichier fautif ne change rien.',
};
