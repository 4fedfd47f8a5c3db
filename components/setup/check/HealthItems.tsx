import { useState } from 'react';
import type { HealthItemView } from '../../../utils/views/views';
import { Money } from '../../ui/Money';
import { ReasonDialog, type ReasonRequest } from '../../ui/ReasonDialog';
import { StatusBadge } from '../../ui/StatusBadge';
import { useWording } from '../../ui/wording';
import classes from './Check.module.css';
import { HealthTable } from './HealthTable';
import { ItemButtons } from './ItemButtons';
import type { Exclusion, ItemOrders } from './item-orders';

/** More are shown in a table of which only the rows in sight are drawn. */
const ITEMS_DRAWN_MAX = 30;

/** Each thing that was found, with its buttons. */
export function HealthItems(props: {
  label: string;
  items: readonly HealthItemView[];
  orders: ItemOrders;
}) {
  const { t, say, date } = useWording();
  const { label, items, orders } = props;
  const [request, setRequest] = useState<ReasonRequest | null>(null);
  const askWhy = (exclusion: Exclusion) =>
    setRequest({
      title: t('reason.excludeTitle', { name: exclusion.clientName }),
      body: [t('reason.excludeBody')],
      go: t('needs.exclude'),
      onGive: (reason) => orders.onExclude(exclusion, reason),
    });
  const dialog = <ReasonDialog request={request} onClose={() => setRequest(null)} />;
  if (items.length > ITEMS_DRAWN_MAX) {
    return (
      <>
        <HealthTable label={label} items={items} orders={orders} onExclude={askWhy} />
        {dialog}
      </>
    );
  }
  return (
    <>
      <ul className={classes.items} aria-label={label}>
        {items.map((item) => (
          <li key={item.key} className={classes.item}>
            <div className={classes.about}>
              <strong>{item.clientName || t('check.wholeCompany')}</strong>
              <span>{say(item.what)}</span>
              {item.decided ? (
                <StatusBadge status="successful">
                  <span className={classes.wraps}>
                    {t('check.decided', { what: say(item.decided) })}
                  </span>
                </StatusBadge>
              ) : null}
            </div>
            <span className={`lb-num lb-quiet ${classes.date}`}>
              {item.date === null ? '' : date(item.date)}
            </span>
            <span className={classes.amount}>
              {item.amountCents === null ? null : <Money cents={item.amountCents} />}
            </span>
            <ItemButtons item={item} orders={orders} onExclude={askWhy} />
          </li>
        ))}
      </ul>
      {dialog}
    </>
  );
}
