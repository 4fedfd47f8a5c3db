import { ports } from './ports';

/** Sentences that the core and the worker say, in English. ICU message syntax. */
export const core = {
  ...ports,
  'run.nothingToDo':
    'Nothing to sync. Both systems agree on {agreedCents} across {clients, plural, one {# client} other {# clients}}.',
} as const;
