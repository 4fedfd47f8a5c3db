import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { HealthGroupView, HealthItemView } from '../../../utils/views/views';
import { Money } from '../../ui/Money';
import { StatusBadge } from '../../ui/StatusBadge';
import { useWording } from '../../ui/wording';
import classes from './Check.module.css';
import { HealthItems } from './HealthItems';
import type { ItemOrders } from './item-orders';

const STATUS = { blocks: 'failed', warns: 'warning', fine: 'successful' } as const;

/** One kind of matter: how many, how much; opened, why and what can be done, and each of them. */
export function HealthGroupRow(props: { group: HealthGroupView; orders: ItemOrders }) {
  const { t, say } = useWording();
  const { group, orders } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const title = t(`check.title.${group.id}`);
  const Sign = isOpen ? IconChevronDown : IconChevronRight;
  // An item that is dealt with goes away under the cursor: its group takes the focus.
  const toggle = useRef<HTMLButtonElement>(null);
  const isInside = useRef(false);
  const { items } = group;
  useEffect(() => {
    const isLost = items.length >= 0 && document.activeElement === document.body;
    if (isInside.current && isLost) toggle.current?.focus();
  }, [items]);
  return (
    <section
      className={classes.group}
      aria-label={title}
      onFocus={() => {
        isInside.current = true;
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node) isInside.current = currentTarget.contains(relatedTarget);
      }}
    >
      <h3>
        <button
          ref={toggle}
          type="button"
          className={classes.row}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <StatusBadge status={STATUS[group.severity]}>
            {t(`check.severity.${group.severity}`)}
          </StatusBadge>
          <span className={classes.title}>{title}</span>
          <span className={`lb-num ${classes.count}`}>
            {group.count > 0 ? t('check.count', { count: group.count }) : ''}
          </span>
          <span className={classes.money}>
            {group.amountCents === 0 ? null : <Money cents={group.amountCents} />}
          </span>
          <Sign size={18} stroke={1.8} aria-hidden />
        </button>
      </h3>
      <div id={id} hidden={!isOpen} className={classes.inside}>
        {isOpen ? (
          <>
            <dl className={classes.words}>
              <dt>{t('check.why')}</dt>
              <dd>{say(group.why)}</dd>
              <dt>{t('check.advice')}</dt>
              <dd>{say(group.advice)}</dd>
            </dl>
            {orders.onConvert === null && group.items.some(isConvertible) ? (
              <p>{t('check.convertLater')}</p>
            ) : null}
            {group.items.length > 0 ? (
              <HealthItems
                label={t('check.items', { title })}
                items={group.items}
                orders={orders}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
}

function isConvertible({ actions }: HealthItemView): boolean {
  return actions.some((action) => action.do === 'convert');
}
