import type { convert as english } from '../en/convert';
import type { SameKeys } from '../same-keys';

const DOCUMENT = '{type, select, creditMemo {La note de crédit} other {L’écriture}} {number}';
const LA = '{type, select, creditMemo {la note de crédit} other {l’écriture}}';
const DE_LA = '{type, select, creditMemo {de la note de crédit} other {de l’écriture}}';
const DANS = '{system, select, tps {dans TPS} qbo {dans QuickBooks} other {dans {system}}}';

/** Phrases sur la conversion d’une note de crédit ou d’une écriture, en français du Canada. */
export const convert: SameKeys<typeof english> = {
  'convert.title': '{type, select, creditMemo {Note de crédit} other {Écriture de journal}}',
  'convert.run': '{title} {number} : devient un ajustement dans TPS',

  'convert.why': `${DOCUMENT} de QuickBooks devient ce ajustement dans TPS`,
  'convert.whyWithTax': `${DOCUMENT} de QuickBooks devient ce ajustement dans TPS. Le montant comprend {taxCents} de taxe; un ajustement n’en porte pas : corrigez la taxe à la main dans QuickBooks si elle doit être récupérée`,
  'convert.whyPart': `Ne fait qu’appliquer ${LA} {number}; le ajustement est appliqué à sa place`,
  'convert.whyRemoved': `${DOCUMENT} est remplacée par le ajustement dans TPS, que la prochaine synchronisation reporte dans QuickBooks. QuickBooks ne peut que la supprimer, pas l’annuler`,

  'convert.gone': `${DOCUMENT} n’existe plus dans QuickBooks; elle a peut-être déjà été convertie. Il n’y a rien à convertir.`,
  'convert.notACredit':
    'L’écriture {number} ne peut pas être reprise telle quelle : il faut qu’elle débite un seul compte de produits ou de charges et crédite un seul client. Convertissez-la plutôt.',
  'convert.notARefund':
    'Le chèque ou la dépense {number} ne peut pas être repris tel quel : seul un document qui rembourse un seul client le peut. Imputez-le ailleurs dans QuickBooks ou excluez le client.',
  'convert.severalCustomers': `${DOCUMENT} touche plusieurs clients; aucun ajustement unique ne l’égale. Divisez-la dans QuickBooks, une par client, puis convertissez-les une à une.`,
  'convert.unpaired': `${DOCUMENT} appartient à {client}, qui n’est pas jumelé à son propre client dans TPS. Jumelez {client} dans la configuration, lancez une synchronisation, puis convertissez-la.`,
  'convert.paid': `${DOCUMENT} est réglée par un paiement de {amountCents} du {docDate}. Détachez ce paiement dans QuickBooks, puis convertissez-la.`,
  'convert.mixedPayment': `${DOCUMENT} est utilisée par un paiement de {amountCents} du {docDate}, avec d’autres fonds ou un autre crédit. Retirez ${LA} de ce paiement dans QuickBooks, puis convertissez-la.`,
  'convert.usedElsewhere': `Une partie des {totalCents} ${DE_LA} {number} a servi à autre chose dans QuickBooks, par exemple à un remboursement; aucun ajustement ne l’égale. Défaites cela d’abord dans QuickBooks.`,
  'convert.closed': `${DOCUMENT}, ou ce qui l’applique, porte la date du {docDate}, dans une période fermée ${DANS} le {closedDate}. Rouvrez la période, puis convertissez-la.`,
  'convert.otherAdjustment': `TPS contient {adjustment}, créé pour ${LA} {number}, mais qui dit autre chose maintenant ou qui est annulé. Supprimez-le dans TPS, puis convertissez de nouveau.`,
  'convert.invoiceUnpaired': `{amountCents} ${DE_LA} {number} règlent la facture {invoice}, qui n’a pas de jumelle dans TPS; la supprimer rouvrirait cette facture. Retirez ${LA} de la facture dans QuickBooks, ou lancez une synchronisation qui la lie, puis convertissez.`,
  'convert.noRoom': `{amountCents} ${DE_LA} {number} règlent la facture {invoice}, dont seulement {openCents} sont ouverts dans TPS. Retirez-la de cette facture dans QuickBooks, ou détachez un paiement de la facture dans TPS, puis convertissez-la.`,

  'undo.converted': `${DOCUMENT} a été supprimée de QuickBooks lors de sa conversion. C’est irréversible : saisissez-la de nouveau dans QuickBooks.`,
  'undo.carriedSince':
    'Le ajustement pour {number} a été reporté dans QuickBooks par une synchronisation plus récente. Défaites d’abord celle-là, puis celle-ci.',
  'cause.converted':
    'Converti en ajustement dans TPS; la prochaine synchronisation le reporte dans QuickBooks',
};
