import {
  type Icon,
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ConnectionFact } from '../../../utils/views/views';
import { useWording } from '../../ui/wording';
import classes from './Connection.module.css';

const ICON: Record<ConnectionFact['tone'], Icon> = {
  ok: IconCircleCheck,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  fail: IconAlertOctagon,
};
const ORDER: readonly ConnectionFact['tone'][] = ['fail', 'warn', 'info', 'ok'];

/** Settings and clocks, what is wrong first. */
export function ConnectionFacts({ facts }: { facts: readonly ConnectionFact[] }) {
  const { say } = useWording();
  const sorted = [...facts].sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
  return (
    <ul className={classes.facts}>
      {sorted.map(({ tone, what }) => {
        const Sign = ICON[tone];
        return (
          <li key={`${what.id} ${what.values?.system ?? ''}`} className={classes[tone]}>
            <Sign size={18} stroke={1.8} aria-hidden />
            <span>{say(what)}</span>
          </li>
        );
      })}
    </ul>
  );
}
