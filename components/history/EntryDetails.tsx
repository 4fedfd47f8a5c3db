import { Button, Drawer } from '@mantine/core';
import type { EntryRow } from '../../utils/views/views';
import { Guard } from '../ui/Guard';
import { Money } from '../ui/Money';
import { Notice } from '../ui/Notice';
import { StatusBadge } from '../ui/StatusBadge';
import { Technical } from '../ui/Technical';
import { useWording } from '../ui/wording';
import { shownStatus } from './entry-columns';
import classes from './HistoryScreen.module.css';

/** What can be done to entries. */
export interface EntryActions {
  retry(entryIds: readonly string[]): void;
  remove(entry: EntryRow): void;
  restore(entry: EntryRow): void;
  /** The document and its twin are not the same; `join` takes that back. */
  apart(entry: EntryRow): void;
  join(entry: EntryRow): void;
}

/** Short name of an entry: type and number, else the client. */
export function useEntryName(): (entry: EntryRow) => string {
  const { t } = useWording();
  return (entry) => `${t(`type.${entry.type}`)} ${entry.number || entry.clientName}`;
}

/** One entry in full, beside the table, with what can be done about it. */
export function EntryDetails(props: {
  entry: EntryRow | null;
  actions: EntryActions;
  onClose: () => void;
}) {
  const { t } = useWording();
  const name = useEntryName();
  const { entry } = props;
  return (
    <Drawer
      opened={entry !== null}
      onClose={props.onClose}
      title={entry ? t('history.details', { name: name(entry) }) : ''}
      size={400}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ title: { fontSize: 15, fontWeight: 600 } }}
    >
      {entry ? <Details entry={entry} actions={props.actions} /> : null}
    </Drawer>
  );
}

function Details({ entry, actions }: { entry: EntryRow; actions: EntryActions }) {
  const { t, say, date, dateTime } = useWording();
  return (
    <div className={classes.details}>
      <StatusBadge status={shownStatus(entry)} />
      <p>{say(entry.message)}</p>
      {entry.ignored ? (
        <Notice tone="info">
          {t('history.ignoredWhy', {
            at: dateTime(entry.ignored.at),
            reason: entry.ignored.reason,
          })}
        </Notice>
      ) : null}
      {entry.standing === 'apart' ? <Notice tone="info">{t('history.apartHint')}</Notice> : null}
      <Guard
        on={`${entry.id} ${entry.ignored !== null} ${entry.standing}`}
        className={classes.buttons}
      >
        {entry.canRetry && !entry.ignored ? (
          <Button key="retry" onClick={() => actions.retry([entry.id])}>
            {t('needs.retry')}
          </Button>
        ) : null}
        {entry.ignored ? (
          <Button key="restore" variant="default" onClick={() => actions.restore(entry)}>
            {t('history.restore')}
          </Button>
        ) : entry.canIgnore ? (
          <Button key="remove" variant="default" onClick={() => actions.remove(entry)}>
            {t('history.remove')}
          </Button>
        ) : null}
        {entry.standing === 'linked' ? (
          <Button key="apart" variant="default" onClick={() => actions.apart(entry)}>
            {t('needs.apart')}
          </Button>
        ) : null}
        {entry.standing === 'apart' ? (
          <Button key="join" variant="default" onClick={() => actions.join(entry)}>
            {t('history.join')}
          </Button>
        ) : null}
      </Guard>
      <dl className={classes.facts}>
        <dt>{t('column.client')}</dt>
        <dd>{entry.clientName}</dd>
        <dt>{t('column.change')}</dt>
        <dd>
          {t(`verb.${entry.verb}`)}, {t(`type.${entry.type}`)}
        </dd>
        <dt>{t('column.to')}</dt>
        <dd>{t(`side.${entry.to}`)}</dd>
        <dt>{t('column.number')}</dt>
        <dd>{entry.number || '–'}</dd>
        <dt>{t('column.date')}</dt>
        <dd>{entry.date ? date(entry.date) : '–'}</dd>
        <dt>{t('column.amount')}</dt>
        <dd>
          <Money cents={entry.amountCents} />
        </dd>
        <dt>{t('history.effect')}</dt>
        <dd>
          <Money cents={entry.ignored?.effectCents ?? entry.effectCents} signed />
        </dd>
        <dt>{t('history.when')}</dt>
        <dd className="lb-num">{dateTime(entry.at)}</dd>
      </dl>
      <Technical text={entry.technical} />
    </div>
  );
}
