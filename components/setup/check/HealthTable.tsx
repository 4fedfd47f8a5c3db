import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import type { HealthItemView } from '../../../utils/views/views';
import { Empty } from '../../ui/Empty';
import { NameCut } from '../../ui/NameCut';
import type { Column } from '../../ui/table/columns';
import { DataTable } from '../../ui/table/DataTable';
import { useWording } from '../../ui/wording';
import classes from './Check.module.css';

import { ItemButtons } from './ItemButtons';
import type { Exclusion, ItemOrders } from './item-orders';

/** Many items: sortable and searchable, drawn as far as they are in sight. */
export function HealthTable(props: {
  label: string;
  items: readonly HealthItemView[];
  orders: ItemOrders;
  onExclude: (exclusion: Exclusion) => void;
}) {
  const { t, say } = useWording();
  const hasDates = props.items.some(({ date }) => date !== null);
  const hasWishes = props.items.some(({ actions }) => actions.some((one) => one.do === 'wish'));
  // The columns stay the same table while the orders are renewed at each draw.
  const latest = useRef(props);
  latest.current = props;
  const columns = useMemo((): Column<HealthItemView>[] => {
    const whatOf = ({ what, decided }: HealthItemView) =>
      decided ? `${say(what)} · ${t('check.decided', { what: say(decided) })}` : say(what);
    return [
      {
        id: 'client',
        header: t('check.column.client'),
        value: (item) => item.clientName || t('check.wholeCompany'),
        cell: (item) => <NameCut name={item.clientName || t('check.wholeCompany')} />,
        track: 'minmax(150px, 2fr)',
      },
      {
        id: 'what',
        header: t('check.column.what'),
        value: whatOf,
        cell: (item) => <NameCut name={whatOf(item)} sentence />,
        track: 'minmax(180px, 3fr)',
      },
      ...(hasDates
        ? [
            {
              id: 'date',
              header: t('check.column.date'),
              value: (item: HealthItemView) => item.date,
              kind: 'date' as const,
              track: '112px',
            },
          ]
        : []),
      {
        id: 'amount',
        header: t('check.column.amount'),
        value: (item) => item.amountCents,
        kind: 'money',
        track: '112px',
      },
      {
        id: 'actions',
        header: '',
        controls: true,
        value: () => null,
        cell: (item) => (
          <ItemButtons
            item={item}
            orders={latest.current.orders}
            onExclude={(exclusion) => latest.current.onExclude(exclusion)}
            short
          />
        ),
        track: hasWishes ? '480px' : '352px',
      },
    ];
  }, [t, say, hasDates, hasWishes]);
  return (
    <div className={classes.many}>
      <DataTable<HealthItemView>
        label={props.label}
        rows={props.items}
        rowId={(item) => item.key}
        rowName={(item) => item.clientName}
        columns={columns}
        minWidth={1000}
        empty={<Empty title={t('check.severity.fine')} icon={IconCircleCheck} />}
      />
    </div>
  );
}
