import { useMemo } from 'react';
import type { Phrase } from '../../utils/wording/phrase';
import { Money } from '../ui/Money';
import { NameCut } from '../ui/NameCut';
import type { Column } from '../ui/table/columns';
import { useWording } from '../ui/wording';

/** What every difference has: whose, why, and how much (TPS minus QuickBooks). */
export interface Difference {
  key: string;
  clientName: string;
  cause: Phrase;
  differenceCents: number;
}

/** The columns that every table of differences begins and ends with. */
export function useDifferenceColumns(): Record<'client' | 'cause' | 'amount', Column<Difference>> {
  const { t, say } = useWording();
  return useMemo(
    () => ({
      client: {
        id: 'client',
        header: t('column.client'),
        value: (row) => row.clientName,
        cell: (row) => <NameCut name={row.clientName} />,
        track: 'minmax(160px, 2fr)',
      },
      cause: {
        id: 'cause',
        header: t('tie.cause'),
        value: (row) => say(row.cause),
        cell: (row) => <NameCut name={say(row.cause)} sentence />,
        track: 'minmax(200px, 3fr)',
      },
      amount: {
        id: 'amount',
        header: t('tie.difference'),
        value: (row) => row.differenceCents,
        cell: (row) => <Money cents={row.differenceCents} signed />,
        kind: 'money',
        track: '128px',
      },
    }),
    [t, say],
  );
}

/** The sum of what is shown. */
export function differenceTotals(shown: readonly Difference[]) {
  return {
    amount: <Money cents={shown.reduce((sum, row) => sum + row.differenceCents, 0)} signed />,
  };
}
