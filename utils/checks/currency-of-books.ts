import { phrase } from '../wording/phrase';
import type { Check } from './finding';

/** Firm and company must keep their books in the same currency. */
export const currencyOfBooks: Check = ({ now }) =>
  now.tps.books.currency === now.qbo.books.currency
    ? []
    : [
        {
          rule: 'currencyOfBooks',
          severity: 'block',
          client: null,
          what: phrase('check.currencyOfBooks', {
            tpsCurrency: now.tps.books.currency,
            qboCurrency: now.qbo.books.currency,
          }),
          cause: phrase('cause.currencyOfBooks'),
          amountCents: null,
          subject: null,
        },
      ];
