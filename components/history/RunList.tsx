import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useState } from 'react';
import type { RunRow } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { NameCut } from '../ui/NameCut';
import { hashOf } from '../ui/route';
import { RunStatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import classes from './HistoryScreen.module.css';

const RUN_PX = 64;

/** Every run, newest first; the first line stands for all of them. */
export function RunList(props: {
  runs: readonly RunRow[];
  total: number;
  chosen: string | null;
  onOlder: () => void;
}) {
  const { t } = useWording();
  const [scroll, setScroll] = useState<HTMLElement | null>(null);
  const hasOlder = props.runs.length < props.total;
  const virtual = useVirtualizer({
    count: props.runs.length + 1 + (hasOlder ? 1 : 0),
    getScrollElement: () => scroll,
    estimateSize: () => RUN_PX,
    overscan: 6,
  });
  return (
    <nav className={classes.runs} ref={setScroll} aria-label={t('history.runs')}>
      <div className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const run = props.runs[item.index - 1];
          const place = { transform: `translateY(${item.start}px)` };
          if (item.index === 0) {
            return (
              <a
                key="all"
                className={classes.run}
                style={place}
                href={hashOf('history')}
                aria-current={props.chosen === null}
              >
                <span className={classes.runTop}>{t('history.allRuns')}</span>
                <span className={classes.runBottom}>{t('history.allRunsHint')}</span>
              </a>
            );
          }
          if (!run) {
            return (
              <div key="older" className={classes.run} style={place}>
                <Button size="compact-sm" variant="default" onClick={props.onOlder}>
                  {t('history.olderRuns', { count: props.total - props.runs.length })}
                </Button>
              </div>
            );
          }
          return (
            <RunLine key={run.id} run={run} place={place} isChosen={props.chosen === run.id} />
          );
        })}
      </div>
      {props.runs.length === 0 ? <Empty title={t('history.noRuns')} /> : null}
    </nav>
  );
}

function RunLine({
  run,
  place,
  isChosen,
}: {
  run: RunRow;
  place: CSSProperties;
  isChosen: boolean;
}) {
  const { t, dateTime } = useWording();
  return (
    <a
      className={classes.run}
      style={place}
      href={hashOf('history', run.id)}
      aria-current={isChosen}
    >
      <span className={classes.runTop}>
        <NameCut name={run.description || t('history.noDescription')} />
      </span>
      <span className={`lb-num ${classes.runBottom}`}>
        <RunStatusBadge status={run.status} />
        {dateTime(run.startedAt)}
      </span>
      <span className={`lb-num ${classes.runBottom}`}>
        {t('history.counts', { done: run.counts.done, failed: run.counts.failed })}
        {run.undoneAt ? <span>{t('undoing.undone')}</span> : null}
      </span>
    </a>
  );
}
