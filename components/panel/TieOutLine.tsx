import { IconChevronRight } from '@tabler/icons-react';
import { SIDES } from '../../utils/ledger/side';
import type { TieOutView } from '../../utils/views/views';
import { differenceOf } from '../ui/difference';
import { Money } from '../ui/Money';
import { StatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import classes from './TieOutLine.module.css';

/** A/R of both books, and whether they tie out. The numbers that matter most here. */
export function TieOutLine(props: { tieOut: TieOutView | null; onOpen: () => void }) {
  const { t, dateTime } = useWording();
  const { tieOut } = props;
  return (
    <div>
      <div className={classes.totals}>
        {SIDES.map((side) => (
          <div key={side}>
            <span className={classes.label}>{t('tieout.ar', { system: t(`side.${side}`) })}</span>
            <span className={classes.total}>
              {tieOut ? <Money cents={side === 'tps' ? tieOut.tpsCents : tieOut.qboCents} /> : '–'}
            </span>
          </div>
        ))}
      </div>
      <div className={classes.verdict}>
        {tieOut ? (
          <>
            <Verdict tieOut={tieOut} onOpen={props.onOpen} />
            <span className={classes.when}>{dateTime(tieOut.at)}</span>
          </>
        ) : (
          <StatusBadge status="waiting">{t('tieout.never')}</StatusBadge>
        )}
      </div>
    </div>
  );
}

function Verdict({ tieOut, onOpen }: { tieOut: TieOutView; onOpen: () => void }) {
  const { t, money } = useWording();
  const { tiesOut, differenceCents, reasons, documents } = differenceOf(tieOut);
  if (tiesOut && documents === 0)
    return <StatusBadge status="successful">{t('tieout.tiesOut')}</StatusBadge>;
  const unexplained = tieOut.unexplainedCents !== 0;
  const words = tiesOut
    ? t('tieout.tiesOutBut', { documents })
    : differenceCents === 0
      ? t('tieout.unexplained', { unexplainedCents: Math.abs(tieOut.unexplainedCents) })
      : t('tieout.apartWhy', { apartCents: money(Math.abs(differenceCents)), reasons });
  return (
    <StatusBadge status={unexplained ? 'failed' : 'warning'}>
      <button type="button" className={classes.link} onClick={onOpen}>
        {words}
        <IconChevronRight size={14} aria-hidden />
      </button>
    </StatusBadge>
  );
}
