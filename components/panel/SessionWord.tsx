import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconLock,
  IconLogin2,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { SessionState } from '../../utils/views/views';
import { useWording } from '../ui/wording';
import classes from './SessionWord.module.css';

const ICON: Record<SessionState, Icon> = {
  unknown: IconClock,
  signedIn: IconCircleCheck,
  signedOut: IconLogin2,
  wrongCompany: IconAlertTriangle,
  noPermission: IconLock,
  unreachable: IconPlugConnectedX,
};

/** State of a session: icon, word and colour. */
export function SessionWord({ state }: { state: SessionState }) {
  const { t } = useWording();
  const Sign = ICON[state];
  return (
    <span className={`${classes.word} ${classes[state]}`}>
      <Sign size={14} stroke={2} aria-hidden />
      {t(`session.${state}`)}
    </span>
  );
}
