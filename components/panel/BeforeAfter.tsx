import type { PlanView } from '../../utils/views/views';
import { Money } from '../ui/Money';
import { useWording } from '../ui/wording';
import classes from './Plan.module.css';

/** A/R of both books as they are, and as they will be. */
export function BeforeAfter({ plan }: { plan: PlanView }) {
  const { t } = useWording();
  const { before, after } = plan;
  return (
    <table className={classes.groups}>
      <caption>{t('plan.beforeAfter')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="lb-hidden">{t('column.to')}</span>
          </th>
          <th scope="col">{t('plan.before')}</th>
          <th scope="col">{t('plan.after')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('side.tps')}</th>
          <td>
            <Money cents={before.tpsCents} />
          </td>
          <td>
            <Money cents={after.tpsCents} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('side.qbo')}</th>
          <td>
            <Money cents={before.qboCents} />
          </td>
          <td>
            <Money cents={after.qboCents} />
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('plan.difference')}</th>
          <td>
            <Money cents={before.tpsCents - before.qboCents} signed />
          </td>
          <td>
            <Money cents={after.tpsCents - after.qboCents} signed />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
