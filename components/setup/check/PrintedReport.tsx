import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { HealthGroupView, HealthView } from '../../../utils/views/views';
import { useWording } from '../../ui/wording';
import classes from './PrintedReport.module.css';

/** The whole report on paper: every group and every item, made only while the page is printed. */
export function PrintedReport({ view }: { view: HealthView }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // Paper is laid out as soon as the listener returns.
    const start = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? createPortal(<Paper view={view} />, document.body) : null;
}

function Paper({ view }: { view: HealthView }) {
  const { t, dateTime } = useWording();
  const { firm, company, readAt, groups } = view;
  return (
    <article className={classes.paper}>
      <h1>{t('check.printTitle')}</h1>
      <p>{t('check.printBooks', { firm, company })}</p>
      {readAt === null ? null : <p>{t('check.readAt', { at: dateTime(readAt) })}</p>}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </article>
  );
}

function Group({ group }: { group: HealthGroupView }) {
  const { t, say, money, date, count } = useWording();
  const title = t(`check.title.${group.id}`);
  return (
    <section>
      <h2>
        {title} · {t(`check.severity.${group.severity}`)}
        {group.count > 0 ? ` · ${count(group.count)}` : ''}
        {group.amountCents === 0 ? '' : ` · ${money(group.amountCents)}`}
      </h2>
      {group.items.length === 0 ? (
        <p>{t('check.printNothing')}</p>
      ) : (
        <>
          <p>{say(group.why)}</p>
          <p>{say(group.advice)}</p>
          <table aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t('check.column.client')}</th>
                <th scope="col">{t('check.column.what')}</th>
                <th scope="col">{t('check.column.date')}</th>
                <th scope="col" className={classes.amount}>
                  {t('check.column.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {group.items.map((item) => (
                <tr key={item.key}>
                  <td>{item.clientName || t('check.wholeCompany')}</td>
                  <td>
                    {say(item.what)}
                    {item.decided ? ` · ${t('check.decided', { what: say(item.decided) })}` : ''}
                  </td>
                  <td className="lb-num">{item.date === null ? '' : date(item.date)}</td>
                  <td className={`lb-num ${classes.amount}`}>
                    {item.amountCents === null ? '' : money(item.amountCents)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
