import type { ReactNode } from 'react';
import { agreement } from '../../utils/tieout/agreement';
import type { TieOutView } from '../../utils/views/views';
import { differenceOf } from '../ui/difference';
import { Empty } from '../ui/Empty';
import { useWording } from '../ui/wording';

/** The best result: nothing needs to be written. */
export function NothingToSync(props: { tieOut: TieOutView | null; children?: ReactNode }) {
  const { t, say } = useWording();
  const { tieOut } = props;
  if (tieOut === null) return <Empty title={t('result.upToDate')}>{props.children}</Empty>;
  const { differenceCents } = differenceOf(tieOut);
  const words =
    differenceCents === 0
      ? say(agreement(tieOut))
      : t('plan.nothingApart', { apartCents: Math.abs(differenceCents) });
  return <Empty title={words}>{props.children}</Empty>;
}
