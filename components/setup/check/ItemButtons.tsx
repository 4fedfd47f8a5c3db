import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { HealthAction } from '../../../utils/health/group';
import type { HealthItemView } from '../../../utils/views/views';
import { useWording } from '../../ui/wording';
import classes from './Check.module.css';
import type { Exclusion, ItemOrders } from './item-orders';

interface ButtonsProps {
  item: HealthItemView;
  orders: ItemOrders;
  onExclude: (exclusion: Exclusion) => void;
  /** In a table: on one line. */
  short?: boolean;
}

/** What can be done about one item; what is decided can still be decided otherwise. */
export function ItemButtons(props: ButtonsProps) {
  const { t } = useWording();
  const { item, orders, short = false } = props;
  const name = item.clientName || t('check.wholeCompany');
  return (
    <span className={classes.actions} data-short={short || undefined}>
      {item.actions.map((action) => (
        <ActionButton
          key={action.do === 'wish' ? action.wish : action.do}
          {...props}
          action={action}
          name={name}
        />
      ))}
      {item.page ? (
        <OneButton
          word={t('needs.open', { system: t(`side.${item.page.side}`) })}
          shown={short ? t('check.do.open') : undefined}
          name={name}
          quiet
          onClick={() => orders.onOpen(item)}
        />
      ) : null}
    </span>
  );
}

function ActionButton(props: ButtonsProps & { action: HealthAction; name: string }): ReactNode {
  const { t } = useWording();
  const { action, name, item, orders } = props;
  switch (action.do) {
    case 'wish': {
      const word = t(`check.do.${action.wish}`);
      return <OneButton word={word} name={name} onClick={() => orders.onWish(item, action)} />;
    }
    case 'convert': {
      const { onConvert } = orders;
      if (onConvert === null) return null;
      const word = t('check.do.convert');
      return <OneButton word={word} name={name} onClick={() => onConvert(action)} />;
    }
    case 'exclude': {
      const word = t('check.do.exclude');
      return <OneButton word={word} name={name} quiet onClick={() => props.onExclude(action)} />;
    }
  }
}

function OneButton(props: {
  word: string;
  /** The word that is shown, where there is no room for the whole. */
  shown?: string | undefined;
  name: string;
  quiet?: boolean;
  onClick: () => void;
}) {
  const { t } = useWording();
  const { word, name, quiet = false, onClick } = props;
  return (
    <Button
      size="compact-sm"
      variant={quiet ? 'subtle' : 'default'}
      px={quiet ? 6 : 8}
      aria-label={t('check.doFor', { action: word, name })}
      onClick={onClick}
    >
      {props.shown ?? word}
    </Button>
  );
}
