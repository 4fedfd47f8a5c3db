import {
  type Icon,
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowsLeftRight,
  IconCircleCheck,
  IconClock,
  IconEye,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconSlash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EntryStatus, RunStatus } from '../../utils/views/views';
import classes from './StatusBadge.module.css';
import { useWording } from './wording';

/** An entry's status, or `ignored` where a person removed it. */
export type ShownEntryStatus = EntryStatus | 'ignored';

const ENTRY_ICON: Record<ShownEntryStatus, Icon> = {
  successful: IconCircleCheck,
  warning: IconAlertTriangle,
  failed: IconAlertOctagon,
  conflict: IconArrowsLeftRight,
  waiting: IconClock,
  skipped: IconSlash,
  ignored: IconSlash,
};

const RUN_ICON: Record<RunStatus, Icon> = {
  working: IconClock,
  preview: IconEye,
  applying: IconPlayerPlay,
  paused: IconPlayerPause,
  success: IconCircleCheck,
  waiting: IconClock,
  warning: IconAlertTriangle,
  failed: IconAlertOctagon,
  cancelled: IconPlayerStop,
};

/** Status of an entry: icon, word and colour. Other words may stand in for the status's own. */
export function StatusBadge(props: { status: ShownEntryStatus; children?: ReactNode }) {
  const { t } = useWording();
  const Sign = ENTRY_ICON[props.status];
  return (
    <span className={`${classes.badge} ${classes[props.status]}`}>
      <Sign size={16} stroke={2} aria-hidden />
      <span>{props.children ?? t(`status.${props.status}`)}</span>
    </span>
  );
}

/** Status of a run: icon, word and colour. */
export function RunStatusBadge({ status }: { status: RunStatus }) {
  const { t } = useWording();
  const Sign = RUN_ICON[status];
  return (
    <span className={`${classes.badge} ${classes[status]}`}>
      <Sign size={16} stroke={2} aria-hidden />
      <span>{t(`runStatus.${status}`)}</span>
    </span>
  );
}
