import type { Side } from '../../../utils/ledger/side';
import type { EndpointProbe } from '../../../utils/port/probe';
import { StatusBadge } from '../../ui/StatusBadge';
import { Technical } from '../../ui/Technical';
import { useWording } from '../../ui/wording';
import classes from './Connection.module.css';

const STATUS = {
  ok: 'successful',
  differs: 'warning',
  refused: 'failed',
  unreachable: 'failed',
} as const;

/** The lists of one system: what differs in sight, the rest folded. */
export function SystemLists({
  side,
  endpoints,
}: {
  side: Side;
  endpoints: readonly EndpointProbe[];
}) {
  const { t } = useWording();
  const system = t(`side.${side}`);
  const bad = endpoints.filter(({ state }) => state !== 'ok');
  const count = endpoints.length;
  return (
    <div className={classes.system}>
      <StatusBadge status={bad.length === 0 ? 'successful' : 'warning'}>
        <span className={classes.wraps}>
          {bad.length === 0
            ? t('probe.allFine', { system, count })
            : t('probe.someDiffer', { system, count, bad: bad.length })}
        </span>
      </StatusBadge>
      {bad.length > 0 ? <Endpoints label={t('probe.tableOf', { system })} endpoints={bad} /> : null}
      <details className={classes.details}>
        <summary>{t('probe.showLists')}</summary>
        <Endpoints label={t('probe.tableOf', { system })} endpoints={endpoints} />
      </details>
    </div>
  );
}

function Endpoints({ label, endpoints }: { label: string; endpoints: readonly EndpointProbe[] }) {
  const { t, count } = useWording();
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('probe.endpoint')}</th>
          <th scope="col">{t('probe.state')}</th>
          <th scope="col" className={classes.number}>
            {t('probe.rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map(({ endpoint, state, rows, differences, technical }) => (
          <tr key={endpoint}>
            <th scope="row">{endpoint}</th>
            <td>
              <StatusBadge status={STATUS[state]}>{t(`probe.state.${state}`)}</StatusBadge>
              {differences.length > 0 ? (
                <ul className={classes.differences}>
                  {differences.map((difference) => (
                    <li key={`${difference.field} ${difference.found}`}>
                      {t('probe.difference', { ...difference })}
                    </li>
                  ))}
                </ul>
              ) : null}
              <Technical text={technical} />
            </td>
            <td className={`lb-num ${classes.number}`}>{rows === null ? '–' : count(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
