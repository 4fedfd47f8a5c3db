import { SIDES } from '../../utils/ledger/side';
import type { PlanView } from '../../utils/views/views';
import { hasAmount } from '../ui/has-amount';
import { Money } from '../ui/Money';
import { useWording } from '../ui/wording';
import classes from './Plan.module.css';

/** What the plan writes, counted and summed per system. */
export function PlanGroups({ plan }: { plan: PlanView }) {
  const { t } = useWording();
  const sides = SIDES.filter((side) => plan.groups.some((group) => group.to === side));
  return sides.map((side) => (
    <table key={side} className={classes.groups}>
      <caption>{t('plan.to', { system: t(`side.${side}`) })}</caption>
      <tbody>
        {plan.groups
          .filter((group) => group.to === side)
          .map((group) => (
            <tr key={`${group.verb} ${group.type}`}>
              <th scope="row">
                {t('plan.group', { verb: group.verb, type: group.type, count: group.count })}
              </th>
              <td>{hasAmount(group) ? <Money cents={group.amountCents} /> : null}</td>
            </tr>
          ))}
      </tbody>
    </table>
  ));
}
