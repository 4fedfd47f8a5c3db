import { phrase } from '../../wording/phrase';
import { groupOf, type HealthCheck } from '../group';

/** *Custom transaction numbers*: off, QuickBooks numbers invoices itself. */
export const numbering: HealthCheck = ({ findings }) =>
  groupOf(
    'numbering',
    phrase('health.numbering.why'),
    phrase('health.numbering.advice'),
    findings
      .filter(({ rule }) => rule === 'customNumbers')
      .map(() => ({
        key: 'customNumbers',
        severity: 'blocks',
        clientName: '',
        what: phrase('health.numbering.off'),
        amountCents: null,
        date: null,
        subject: null,
        actions: [],
        decided: null,
      })),
  );
