/** Sentences of the two adapters, in English. `{system}` is TPS or QuickBooks. */
export const ports = {
  'port.signedOut': 'You have been signed out of {system}. Sign in and we go on where we stopped.',
} as const;
