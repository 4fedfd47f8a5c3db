import { phrase } from '../wording/phrase';
import type { Check } from './finding';

/** With *Custom transaction numbers* off, QBO numbers invoices itself and twins lose their number. */
export const customNumbers: Check = ({ now }) =>
  now.qbo.books.customNumbers
    ? []
    : [
        {
          rule: 'customNumbers',
          severity: 'block',
          client: null,
          what: phrase('check.customNumbers', { company: now.qbo.books.name }),
          cause: phrase('cause.customNumbers'),
          amountCents: null,
          subject: null,
        },
      ];
