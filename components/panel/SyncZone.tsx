import { useEffect, useRef } from 'react';
import type { AppView } from '../../utils/views/views';
import { Guard } from '../ui/Guard';
import type { SyncActions } from '../ui/sync-actions';
import { PlanSummary } from './PlanSummary';
import { Progress } from './Progress';
import { Start, type StartButtons } from './Start';
import { zoneOf } from './zone';

/** The middle of panel and popup: start, look at the plan, or watch the run. */
export function SyncZone(props: { view: AppView; buttons: StartButtons; actions: SyncActions }) {
  const { view, actions } = props;
  const zone = zoneOf(view.run);
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(zone);
  useEffect(() => {
    if (shown.current === zone) return;
    shown.current = zone;
    // The button that was pressed is gone: the focus goes to what took its place.
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [zone]);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Guard on={zone}>
        {zone === 'progress' && view.run ? <Progress run={view.run} actions={actions} /> : null}
        {zone === 'plan' && view.run?.plan ? (
          <PlanSummary
            run={view.run}
            plan={view.run.plan}
            tieOut={view.tieOut}
            readOnly={view.settings.readOnly}
            actions={actions}
          />
        ) : null}
        {zone === 'start' ? (
          <Start
            buttons={view.settings.readOnly ? 'preview' : props.buttons}
            oneStep={view.settings.oneStep}
            actions={actions}
          />
        ) : null}
      </Guard>
    </div>
  );
}
