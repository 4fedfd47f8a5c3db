import type { TieOutView } from '../../utils/views/views';
import { Money } from '../ui/Money';
import { useWording } from '../ui/wording';
import { bridgeOf } from './bridge';
import classes from './TieOut.module.css';

/** The waterfall as a table: the same steps, for eyes that read numbers. */
export function BridgeTable({ tieOut }: { tieOut: TieOutView }) {
  const { t, say } = useWording();
  return (
    <table className={classes.twin}>
      <thead>
        <tr>
          <th scope="col">{t('tie.step')}</th>
          <th scope="col">{t('tie.amount')}</th>
          <th scope="col">{t('tie.running')}</th>
        </tr>
      </thead>
      <tbody>
        {bridgeOf(tieOut).map((step) => {
          const isTotal = step.kind === 'tps' || step.kind === 'qbo';
          const label = step.cause
            ? say(step.cause)
            : step.kind === 'unexplained'
              ? t('tie.unexplained')
              : t('tieout.ar', { system: t(step.kind === 'tps' ? 'side.tps' : 'side.qbo') });
          return (
            <tr key={step.key}>
              <th scope="row" className={isTotal ? classes.strong : ''}>
                {label}
              </th>
              <td>{isTotal ? null : <Money cents={step.amountCents} signed />}</td>
              <td className={isTotal ? classes.strong : ''}>
                <Money cents={step.toCents} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
