/** Texts of undoing a run: in the history, and its preview. */
export const undoing = {
  'undoing.open': 'Undo this run…',
  'undoing.dialogTitle': 'Undo “{name}”?',
  'undoing.dialogPreview':
    'Both books are read, then you see what can be undone, and what stays and why. Nothing is written before you apply it.',
  'undoing.dialogWhat':
    'What this run created goes away again, and what it changed becomes what it was before. Whatever anybody changed since stays as it is.',
  'undoing.dialogNext':
    'The next sync would write the same again, but asks you first. To keep a document out for good, exclude its client.',
  'undoing.go': 'Show what can be undone',
  'undoing.description': 'Undo of “{name}”',
  'undoing.previewTitle': 'Preview of the undo',
  'undoing.lead':
    'What would be taken back, and what stays and why. Nothing is written until you apply.',
  'undoing.apply': 'Undo {changes, plural, one {# change} other {# changes}} ({amountCents})',
  'undoing.which': 'Which to show',
  'undoing.can': 'Can be undone ({count, number})',
  'undoing.entries': 'Entries',
  'undoing.cannot': 'Stays ({count, number})',
  'undoing.cannotTable': 'What stays',
  'undoing.why': 'Why it stays',
  'undoing.nothing':
    'Nothing of this run can be undone now. {count, plural, one {One change stays} other {# changes stay}}; each says why.',
  'undoing.nothingLeft': 'Everything that this run wrote is gone already.',
  'undoing.undoneAt': 'Undone on {at}',
  'undoing.undone': 'undone',
} as const;
