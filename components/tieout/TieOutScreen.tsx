import { Button } from '@mantine/core';
import { IconPrinter, IconScale } from '@tabler/icons-react';
import { SIDES } from '../../utils/ledger/side';
import type { TieOutView } from '../../utils/views/views';
import { differenceOf } from '../ui/difference';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { Notice } from '../ui/Notice';
import { StatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import { BridgeTable } from './BridgeTable';
import { ByClient } from './ByClient';
import { Offsets } from './Offsets';
import { removedFrom } from './removed-from';
import classes from './TieOut.module.css';
import { Waterfall } from './Waterfall';

/** A/R of both books, and every difference between them by name. */
export function TieOutScreen(props: { tieOut: TieOutView | null; onPreview: () => void }) {
  const { t, dateTime } = useWording();
  const { tieOut } = props;
  if (tieOut === null) {
    return (
      <PageFrame title={t('tie.title')}>
        <Empty title={t('tie.none')} icon={IconScale}>
          <p>{t('tie.noneBody')}</p>
          <Button onClick={props.onPreview}>{t('finish.preview')}</Button>
        </Empty>
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={t('tie.title')}
      lead={t('tieout.asOf', { clients: tieOut.clientsCompared, at: dateTime(tieOut.at) })}
      tools={
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('tie.print')}
        </Button>
      }
    >
      <Totals tieOut={tieOut} />
      {tieOut.unexplainedCents !== 0 ? (
        <Notice tone="fail">
          {t('tie.unexplainedWarn', { unexplainedCents: Math.abs(tieOut.unexplainedCents) })}
        </Notice>
      ) : null}
      <Removed tieOut={tieOut} />
      {tieOut.named.length > 0 || tieOut.unexplainedCents !== 0 ? (
        <section className={classes.section} aria-label={t('tie.bridge')}>
          <h2>{t('tie.bridge')}</h2>
          <div className={classes.bridge}>
            <Waterfall tieOut={tieOut} />
            <BridgeTable tieOut={tieOut} />
          </div>
        </section>
      ) : null}
      <ByClient tieOut={tieOut} />
      <Offsets tieOut={tieOut} />
    </PageFrame>
  );
}

/** What people removed from the sync keeps the books apart by this much. */
function Removed({ tieOut }: { tieOut: TieOutView }) {
  const { t } = useWording();
  const removed = removedFrom(tieOut);
  return removed.count === 0 ? null : <p className={classes.lead}>{t('tie.removed', removed)}</p>;
}

function Totals({ tieOut }: { tieOut: TieOutView }) {
  const { t } = useWording();
  const { tiesOut, differenceCents } = differenceOf(tieOut);
  return (
    <div className={classes.totals}>
      {SIDES.map((side) => (
        <div key={side}>
          <div className={classes.label}>{t('tieout.ar', { system: t(`side.${side}`) })}</div>
          <div className={classes.number}>
            <Money cents={side === 'tps' ? tieOut.tpsCents : tieOut.qboCents} />
          </div>
        </div>
      ))}
      <div>
        <div className={classes.label}>
          {t('tie.difference')} · {t('tie.differenceHint')}
        </div>
        {tiesOut ? (
          <div className={classes.tie}>
            <StatusBadge status="successful">{t('tieout.tiesOut')}</StatusBadge>
          </div>
        ) : (
          <div className={classes.number}>
            <Money cents={differenceCents} signed />
          </div>
        )}
      </div>
    </div>
  );
}
