import type { undoing as english } from '../../en/screens/undo';
import type { SameKeys } from '../../same-keys';

/** Textes pour défaire une synchronisation : dans l’historique, et son aperçu. */
export const undoing: SameKeys<typeof english> = {
  'undoing.open': 'Défaire cette synchronisation…',
  'undoing.dialogTitle': 'Défaire « {name} »?',
  'undoing.dialogPreview':
    'Les deux livres sont lus, puis vous voyez ce qui peut être défait, et ce qui reste et pourquoi. Rien n’est écrit avant que vous appliquiez.',
  'undoing.dialogWhat':
    'Ce que cette synchronisation a créé disparaît, et ce qu’elle a modifié redevient ce qu’il était. Tout ce que quelqu’un a modifié depuis reste tel quel.',
  'undoing.dialogNext':
    'La prochaine synchronisation réécrirait la même chose, mais vous demandera d’abord. Pour écarter un document pour de bon, excluez son client.',
  'undoing.go': 'Voir ce qui peut être défait',
  'undoing.description': 'Défaire « {name} »',
  'undoing.previewTitle': 'Aperçu avant de défaire',
  'undoing.lead':
    'Ce qui serait repris, et ce qui reste et pourquoi. Rien n’est écrit avant que vous appliquiez.',
  'undoing.apply':
    'Défaire {changes, plural, one {# changement} other {# changements}} ({amountCents})',
  'undoing.which': 'Quoi afficher',
  'undoing.can': 'Peut être défait ({count, number})',
  'undoing.entries': 'Entrées',
  'undoing.cannot': 'Reste ({count, number})',
  'undoing.cannotTable': 'Ce qui reste',
  'undoing.why': 'Pourquoi il reste',
  'undoing.nothing':
    'Rien de cette synchronisation ne peut être défait maintenant. {count, plural, one {Un changement reste} other {# changements restent}}; chacun dit pourquoi.',
  'undoing.nothingLeft': 'Tout ce que cette synchronisation avait écrit a déjà disparu.',
  'undoing.undoneAt': 'Défaite le {at}',
  'undoing.undone': 'défaite',
};
