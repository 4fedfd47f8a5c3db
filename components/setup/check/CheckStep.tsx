import { Button, Skeleton } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import type { HealthGroupView, HealthView } from '../../../utils/views/views';
import { Notice } from '../../ui/Notice';
import { StatusBadge } from '../../ui/StatusBadge';
import { useWording } from '../../ui/wording';
import setup from '../Setup.module.css';
import classes from './Check.module.css';
import { HealthGroupRow } from './HealthGroupRow';
import type { ItemOrders } from './item-orders';
import { PrintedReport } from './PrintedReport';

const SKELETON_ROWS = 8;

/** Step 2: what stands in the way, before anything else is asked. */
export function CheckStep(props: {
  /** Null until the first answer. */
  view: HealthView | null;
  /** Groups that had something when the books were read. */
  toLookAt: readonly string[];
  reading: boolean;
  saving: boolean;
  /** What was just decided. */
  done: { name: string; how: 'stored' | 'excluded' } | null;
  orders: ItemOrders;
  onRecheck: () => void;
  onContinue: () => void;
}) {
  const { t, dateTime } = useWording();
  const { view, done } = props;
  const groups = view?.groups ?? [];
  const open = props.toLookAt.flatMap((id) => groups.find((group) => group.id === id) ?? []);
  const fine = groups.filter(({ id }) => !props.toLookAt.includes(id));
  return (
    <div className={classes.check}>
      <p className={setup.lead}>{t('check.lead')}</p>
      <div className={classes.bar}>
        {view ? <Summary groups={groups} /> : null}
        <div className={classes.tools}>
          {view?.readAt ? (
            <span className="lb-quiet">{t('check.readAt', { at: dateTime(view.readAt) })}</span>
          ) : null}
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
            loading={props.reading}
            onClick={props.onRecheck}
          >
            {t('check.again')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}
            disabled={view === null}
            onClick={() => window.print()}
          >
            {t('check.print')}
          </Button>
        </div>
      </div>
      {props.reading ? <Notice tone="info">{t('check.reading')}</Notice> : null}
      <p role="status" className={classes.done}>
        {done ? (
          <StatusBadge status="successful">
            <span className={classes.wraps}>
              {done.how === 'excluded'
                ? t('check.excluded', { name: done.name })
                : t(view?.ready ? 'check.asked' : 'check.stored')}
            </span>
          </StatusBadge>
        ) : null}
      </p>
      {view === null ? <Bones /> : null}
      <Groups title={t('check.toLookAt')} groups={open} orders={props.orders} />
      <Groups title={t('check.inOrder')} groups={fine} orders={props.orders} />
      <div className={setup.foot}>
        <p>{t('check.note')}</p>
        <Button loading={props.saving} onClick={props.onContinue}>
          {t('check.continue')}
        </Button>
      </div>
      {view ? <PrintedReport view={view} /> : null}
    </div>
  );
}

function Groups(props: { title: string; groups: readonly HealthGroupView[]; orders: ItemOrders }) {
  if (props.groups.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <h2 className={classes.heading}>{props.title}</h2>
      <ul className={classes.groups}>
        {props.groups.map((group) => (
          <HealthGroupRow key={group.id} group={group} orders={props.orders} />
        ))}
      </ul>
    </section>
  );
}

function Summary({ groups }: { groups: readonly HealthGroupView[] }) {
  const { t } = useWording();
  const count = (severity: HealthGroupView['severity']) =>
    groups.filter((group) => group.severity === severity).length;
  const blocks = count('blocks');
  const warns = count('warns');
  return (
    <p className={classes.summary}>
      <StatusBadge status={blocks > 0 ? 'failed' : 'successful'}>
        {t('check.summary.blocks', { count: blocks })}
      </StatusBadge>
      <StatusBadge status={warns > 0 ? 'warning' : 'successful'}>
        {t('check.summary.warns', { count: warns })}
      </StatusBadge>
      <StatusBadge status="successful">
        {t('check.summary.fine', { count: count('fine') })}
      </StatusBadge>
    </p>
  );
}

function Bones() {
  return (
    <div className={classes.bones} aria-hidden>
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <Skeleton key={index} height={16} />
      ))}
    </div>
  );
}
