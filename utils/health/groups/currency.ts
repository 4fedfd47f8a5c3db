import { phrase } from '../../wording/phrase';
import { groupOf, type HealthCheck } from '../group';

/** Books in two currencies; customers billed in another one come as they are found. */
export const currency: HealthCheck = ({ findings }) =>
  groupOf(
    'currency',
    phrase('health.currency.why'),
    phrase('health.currency.advice'),
    findings
      .filter(({ rule }) => rule === 'currencyOfBooks')
      .map(({ cause, subject }) => ({
        key: 'books',
        severity: 'blocks',
        clientName: '',
        what: cause,
        amountCents: null,
        date: null,
        subject,
        actions: [],
        decided: null,
      })),
  );
