import type { undo as english } from '../en/undo';
import type { SameKeys } from '../same-keys';

const SYSTEM = '{system, select, tps {TPS} qbo {QuickBooks} other {{system}}}';
const DANS = `dans ${SYSTEM}`;

/** Phrases sur l’annulation d’une synchronisation, en français du Canada. */
export const undo: SameKeys<typeof english> = {
  'undo.remove': 'Créé par la synchronisation à défaire',
  'undo.dismiss':
    'Client créé par la synchronisation à défaire{system, select, qbo {; QuickBooks ne peut pas le supprimer, il devient inactif} other {}}',
  'undo.restore': 'Modifié par la synchronisation à défaire; l’ancien contenu revient',
  'undo.reenter':
    'Annulé ou supprimé par la synchronisation à défaire; il est saisi de nouveau tel qu’il était, avec ses applications',
  'undo.activate': 'Rendu inactif par la synchronisation à défaire',
  'undo.deactivate': 'Rendu actif par la synchronisation à défaire',

  'undo.notOurs': `{number} portait ${DANS} quelque chose que nous ne connaissons pas (rabais, pourboire, crédit); impossible de le saisir de nouveau tel quel. S’il faut le garder, saisissez-le à la main; la prochaine synchronisation le reportera.`,
  'undo.numberHeld': `{number} ne peut pas être saisie de nouveau ${DANS} : une autre facture y porte ce numéro, ou la facture annulée le garde. S’il la faut encore, saisissez-la sous un autre numéro; la prochaine synchronisation la reportera.`,
  'undo.deleted': `{number} a été supprimé ${DANS} et n’y existe plus. S’il faut le garder, saisissez-le de nouveau; la prochaine synchronisation le reportera.`,
  'undo.notNoted': `Ce qui a été écrit pour {number} n’a pas été noté à l’époque; impossible de savoir s’il a changé depuis. Il reste tel quel ${DANS}.`,
  'undo.changed': `{number} a été modifié ${DANS} après cette synchronisation. Ce que d’autres ont modifié n’est jamais écrasé : il reste tel quel. Corrigez-le à la main s’il le faut.`,
  'undo.goneSince': `{number} a été annulé ou supprimé ${DANS} après cette synchronisation; il n’y a rien à remettre.`,
  'undo.unlinked': `{number} n’est plus lié à son jumeau; il reste tel quel ${DANS}.`,
  'undo.paymentLink':
    'Le lien de paiement en ligne de {number} reste dans la facture TPS. Retirez-le si la facture QuickBooks disparaît : il ne mènerait nulle part.',
  'undo.topLevel':
    '{number} est devenu un client à part entière dans QuickBooks et le reste. Replacez-le sous son client principal là-bas si vous le voulez.',
  'undo.wasDeleted':
    '{number} était supprimé dans TPS et ne peut qu’être rendu inactif d’ici. Supprimez le client dans TPS.',
  'undo.deposited':
    'Le paiement de {amountCents} du {docDate} fait partie d’un dépôt bancaire dans QuickBooks; il reste. Retirez-le du dépôt, puis relancez l’opération.',
  'undo.closed': `{number} est daté du {docDate}, dans une période fermée ${DANS} le {closedDate}; il reste. Rouvrez la période, puis relancez l’opération.`,
  'undo.applied': `{number} reste ${DANS} : {amountCents} d’un paiement du {docDate} y est appliqué et reste aussi. Détachez ce paiement, puis relancez l’opération.`,
  'undo.invoicePaid': `{number} était appliqué à la facture {invoice}, payée autrement ${DANS} depuis. Il reste où il est.`,
  'undo.invoiceGone': `{number} était appliqué à la facture {invoice}, qui n’existe plus ${DANS}. Il reste où il est.`,
  'undo.clientAsleep':
    '{number} reste : {client} est {system, select, tps {supprimé dans TPS} other {inactif dans QuickBooks}}, où rien ne peut plus être modifié pour ce client. Rétablissez-le, puis relancez l’opération.',
  'undo.clientInUse': `{client} reste ${DANS}, car {documents, plural, one {# document ou sous-client y reste aussi} other {# documents ou sous-clients y restent aussi}}.`,
  'undo.clientOwes': `{client} reste tel quel ${DANS}, car {balanceCents} y resteraient à payer.`,

  'undo.notEnded':
    'Cette synchronisation n’est pas encore terminée. Attendez la fin, ou arrêtez-la d’abord.',
  'undo.ofUndo':
    'Cette opération ne peut pas être défaite à son tour. Lancez plutôt une nouvelle synchronisation : elle réécrit la même chose.',
  'undo.already': 'Cette synchronisation a déjà été défaite le {undoneDate}.',
  'undo.tooLongAgo':
    'Une synchronisation peut être défaite pendant {days} jours. Celle-ci est plus ancienne : corrigez ce qu’elle a écrit dans l’un des systèmes, puis synchronisez.',
  'undo.nothingWritten':
    'Cette synchronisation n’a rien écrit dans les deux systèmes; il n’y a rien à défaire.',

  'brake.undone':
    '{count, plural, one {# de ces changements a été défait le {undoneDate}; il serait réécrit.} other {# de ces changements ont été défaits le {undoneDate}; ils seraient réécrits.}} Assurez-vous que c’est voulu.',
  'cause.undone': 'Défait; la prochaine synchronisation le réécrirait',
};
