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
      <Groups open={open} fine={fine} orders={props.orders} />
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

/** In one list, so that a group which changes its place keeps what is opened and typed in it. */
function Groups(props: {
  open: readonly HealthGroupView[];
  fine: readonly HealthGroupView[];
  orders: ItemOrders;
}) {
  const { t } = useWording();
  const { open, fine, orders } = props;
  const rowOf = (group: HealthGroupView) => (
    <HealthGroupRow key={group.id} group={group} orders={orders} />
  );
  return (
    <div>
      {[
        open.length > 0 ? <Heading key="to look at" text={t('check.toLookAt')} /> : null,
        ...open.map(rowOf),
        fine.length > 0 ? <Heading key="in order" text={t('check.inOrder')} /> : null,
        ...fine.map(rowOf),
      ]}
    </div>
  );
}

function Heading({ text }: { text: string }) {
  return <h2 className={classes.heading}>{text}</h2>;
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
