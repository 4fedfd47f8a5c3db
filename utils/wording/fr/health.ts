import type { health as english } from '../en/health';
import type { SameKeys } from '../same-keys';

const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const OF_SYSTEM = '{system, select, tps {de TPS} qbo {de QuickBooks} other {de {system}}}';
const LINES = '{lines, plural, one {# ligne} other {# lignes}}';

/** Phrases du bilan de santé et de la vérification de la connexion. */
export const health: SameKeys<typeof english> = {
  'health.numbering.why':
    'Sans « Numéros d’opération personnalisés », QuickBooks numérote lui-même les factures, et une facture aurait un numéro différent de chaque côté. Rien n’est synchronisé tant que l’option est désactivée.',
  'health.numbering.advice':
    'Dans QuickBooks, activez « Numéros d’opération personnalisés » sous Compte et paramètres > Ventes > Contenu des formulaires de vente, puis vérifiez de nouveau.',
  'health.numbering.off': '« Numéros d’opération personnalisés » est désactivé',
  'health.currency.why':
    'Des soldes en deux devises ne se comparent pas au cent près; rien d’un tel client n’est donc synchronisé.',
  'health.currency.advice':
    'Excluez le client, ou facturez-le dans la devise des livres. Des livres en deux devises ne peuvent pas être jumelés.',
  'health.unread.why':
    'Un enregistrement n’est pas tel que son système le décrit : la synchronisation ne sait pas ce qu’il dit. Ce pourrait être de l’argent.',
  'health.unread.advice':
    'Ouvrez-le et regardez le champ indiqué. Corrigez-le là-bas ou excluez son client; tous les autres sont synchronisés entre-temps.',
  'health.creditMemos.why':
    'TPS ne connaît pas les notes de crédit. Tant qu’il y en a une dans QuickBooks, les comptes clients diffèrent d’autant et le client attend.',
  'health.creditMemos.advice':
    'Convertissez-la en rajustement à la baisse du même montant dans TPS, ce qui annule la note de crédit; annulez-la vous-même; ou excluez le client.',
  'health.journalEntries.why':
    'Une écriture de journal aux comptes clients change ce que doit un client sans document que TPS puisse contenir; ce client attend donc.',
  'health.journalEntries.advice':
    'Convertissez-la en rajustement du même montant dans TPS, ce qui supprime l’écriture; retirez-en vous-même la ligne aux comptes clients; ou excluez le client.',
  'health.depositsAndCheques.why':
    'Un dépôt, un chèque ou une dépense inscrits aux comptes clients changent ce que doit un client sans document dans TPS; ce client attend donc.',
  'health.depositsAndCheques.advice':
    'Un remboursement à un client se reprend tel quel dans TPS, après la première synchronisation. Sinon, ouvrez l’opération dans QuickBooks et recevez-la comme paiement, ou inscrivez-la à un autre compte; sinon, excluez le client.',
  'health.subCustomers.why':
    'Dans TPS, les clients sont tous au même niveau : un sous-client n’y a pas de place. Tant qu’un montant y figure, le sous-client et les clients au-dessus attendent.',
  'health.subCustomers.advice':
    'Indiquez pour chacun sa place : rattaché au client au-dessus, client distinct, ou premier niveau dans QuickBooks; sinon, excluez-le.',
  'health.projects.why':
    'TPS ne connaît pas les projets. Tant qu’un montant y figure, le projet et le client au-dessus attendent.',
  'health.projects.advice':
    'Indiquez pour chacun sa place : rattaché au client au-dessus, ou client distinct; sinon, excluez-le.',
  'health.inactiveCustomers.why':
    'QuickBooks n’accepte aucun document pour un client inactif, alors que TPS affiche encore un solde. Ce client attend.',
  'health.inactiveCustomers.advice':
    'Faites réactiver le client à la première synchronisation, excluez-le, ou réglez le solde dans TPS.',
  'health.deletedClients.why':
    'Un client supprimé dans TPS garde son solde dans QuickBooks; un client restauré dans TPS reste inactif dans QuickBooks.',
  'health.deletedClients.advice':
    'Restaurez le client dans TPS ou réglez ce qui est ouvert dans QuickBooks. Un client restauré peut être réactivé à la première synchronisation.',
  'health.duplicateNames.why':
    'Des homonymes se jumellent facilement à l’envers, et QuickBooks refuse un client qui porte le nom d’un fournisseur ou d’un employé.',
  'health.duplicateNames.advice':
    'Regardez-les de près à l’étape Clients, ou distinguez-les en renommant l’un d’eux. Un nom déjà pris peut être créé suivi de « (C) ».',
  'health.closedPeriod.none': 'Aucune période n’est fermée dans QuickBooks.',
  'health.closedPeriod.why':
    'QuickBooks n’accepte rien qui soit daté jusqu’au {closedDate} : cette période est fermée. Ces documents n’existent que dans TPS.',
  'health.closedPeriod.advice':
    'Ils attendent dans une liste à part. Vous pourrez y dater chacun d’aujourd’hui ou le laisser, ou d’abord rouvrir la période dans QuickBooks.',
  'health.taxCodes.why':
    'Au Canada, QuickBooks refuse une ligne sans code de taxe, et une taxe de TPS sans code aux mêmes taux ne peut pas être inscrite.',
  'health.taxCodes.advice':
    'Donnez un code de taxe à ces lignes dans QuickBooks. Créez-y le code qui manque, ou choisissez-en un à l’étape Taxes.',
  'health.collisions.why':
    'Les deux côtés utilisent ces numéros, mais pour un autre client ou un autre montant. Aucune des deux factures n’est reportée, afin que rien ne soit écrasé.',
  'health.collisions.advice':
    'Ouvrez les deux. S’il s’agit de la même facture, rendez le client et le montant identiques; sinon, renumérotez l’une d’elles.',
  'health.numbers.why':
    'QuickBooks accepte au plus 21 caractères pour un numéro. ADJ-, FC- et OB- précèdent les numéros des rajustements, des frais financiers et des soldes d’ouverture.',
  'health.numbers.advice':
    'Raccourcissez les numéros trop longs. Mieux vaut changer un numéro qui commence comme l’un des nôtres, pour éviter toute confusion.',
  'health.item.document':
    '{type, select, creditMemo {Note de crédit} journalEntry {Écriture de journal} deposit {Dépôt} cheque {Chèque} expense {Dépense} invoice {Facture} payment {Paiement} adjustment {Rajustement} other {Document}} {number}',
  'health.item.under': 'Sous {parent}',
  'health.item.inactive': 'Inactif dans QuickBooks, ouvert dans TPS',
  'health.item.deleted': 'Supprimé dans TPS, ouvert dans QuickBooks',
  'health.item.restored': 'Actif dans TPS, inactif dans QuickBooks',
  'health.item.sameName': `Même nom deux fois dans ${SYSTEM} ({code})`,
  'health.item.takenName': 'Un fournisseur ou un employé porte ce nom dans QuickBooks',
  'health.item.noTaxCode': `Facture {number} : ${LINES} sans code de taxe`,
  'health.item.noTaxThere': `Code de travail « {code} » avec « {tax} » sur ${LINES} : aucun code de taxe équivalent dans QuickBooks`,
  'health.item.otherAmount': 'Facture {number} : {otherCents} dans QuickBooks',
  'health.item.otherClient': 'Facture {number} : dans QuickBooks pour {client}, {otherCents}',
  'health.item.longNumber': 'Le numéro {number} compte {length} caractères',
  'health.item.prefix': 'Le numéro {number} commence par {prefix}',
  'health.decided.activate': 'Sera réactivé à la prochaine synchronisation',
  'health.decided.topLevel': 'Passera au premier niveau à la prochaine synchronisation',
  'health.decided.rollUp': 'Rattaché au client au-dessus',
  'health.decided.own': 'Client distinct dans TPS',

  'connection.permission': 'L’utilisateur de TPS possède la permission « Sync ».',
  'connection.noPermission':
    'L’utilisateur de TPS n’a pas la permission « Sync »; rien ne peut donc être écrit. Demandez-la à l’administrateur de TPS.',
  'connection.clock': `L’horloge de cet ordinateur concorde avec celle ${OF_SYSTEM}.`,
  'connection.skew': `L’horloge de cet ordinateur {way, select, ahead {avance} other {retarde}} de {minutes, plural, one {# minute} other {# minutes}} sur celle ${OF_SYSTEM}. Réglez-la par Internet, pour que les heures de l’historique soient justes.`,
  'connection.noClock': `${SYSTEM} n’a pas indiqué l’heure.`,
  'connection.places':
    'Cabinet : {tpsCountry}, {tpsCurrency}. Entreprise : {qboCountry}, {qboCurrency}.',
  'connection.otherPlaces':
    'Les livres ne concordent pas : cabinet {tpsCountry}, {tpsCurrency}; entreprise {qboCountry}, {qboCurrency}. Vérifiez que les deux vont ensemble.',
  'connection.numbers': '« Numéros d’opération personnalisés » est activé.',
  'connection.noNumbers':
    '« Numéros d’opération personnalisés » est désactivé : QuickBooks numéroterait lui-même les factures. Activez-le sous Compte et paramètres > Ventes.',
  'connection.open': 'Aucune période n’est fermée dans QuickBooks.',
  'connection.closed':
    'Tout est fermé dans QuickBooks jusqu’au {closedDate} : les documents de cette période vous sont montrés, sans être écrits.',
  'connection.oneCurrency': 'Le mode multidevise est désactivé.',
  'connection.manyCurrencies':
    'Le mode multidevise est activé. Les clients dans la devise du pays sont synchronisés; les autres attendent.',
  'connection.noAutoApply':
    'QuickBooks n’applique les crédits et les paiements que lorsque quelqu’un le fait.',
  'connection.autoApplyCredit':
    '« Appliquer automatiquement les crédits » est activé : QuickBooks règle des factures à l’insu de la synchronisation. Désactivez-le sous Compte et paramètres > Avancé > Automatisation.',
  'connection.autoApplyPayments':
    '« Appliquer automatiquement les paiements » est activé : QuickBooks règle des factures à l’insu de la synchronisation. Désactivez-le sous Compte et paramètres > Avancé > Automatisation.',
};
