import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import type { MappingsFileChange } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { NameCut } from '../ui/NameCut';
import { Notice } from '../ui/Notice';
import type { Column, Filter } from '../ui/table/columns';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import type { LookedFile } from './looked-file';
import classes from './SettingsScreen.module.css';

/** What a file would change, or everything that is wrong in it. */
export function MappingsLook(props: {
  looked: LookedFile;
  storing: boolean;
  onStore: () => void;
  onForget: () => void;
}) {
  const { t } = useWording();
  const { fileName, look } = props.looked;
  const place = useRef<HTMLDivElement>(null);
  // The answer comes below the button that asked for it: it must not stay out of sight.
  useEffect(() => {
    if (look) place.current?.scrollIntoView({ block: 'nearest' });
  }, [look]);
  const count = look.changes.length;
  return (
    <div className={classes.look} ref={place}>
      {look.problemCount > 0 ? (
        <Problems looked={props.looked} />
      ) : (
        <Notice tone="info">
          {t(count === 0 ? 'settings.mappingsSame' : 'settings.mappingsChanges', {
            fileName,
            count,
          })}
        </Notice>
      )}
      {count > 0 ? <Changes changes={look.changes} /> : null}
      <div className={classes.buttons}>
        {count > 0 ? (
          <Button loading={props.storing} onClick={props.onStore}>
            {t('settings.mappingsApply', { count })}
          </Button>
        ) : null}
        <Button variant="default" disabled={props.storing} onClick={props.onForget}>
          {t(count > 0 ? 'action.cancel' : 'action.close')}
        </Button>
      </div>
    </div>
  );
}

function Problems({ looked: { fileName, look } }: { looked: LookedFile }) {
  const { t, say } = useWording();
  const more = look.problemCount - look.problems.length;
  return (
    <Notice tone="fail" alert>
      <p>{t('settings.mappingsProblems', { fileName, count: look.problemCount })}</p>
      <ul className={classes.problems}>
        {look.problems.map(say).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {more > 0 ? <li>{t('settings.mappingsMoreProblems', { count: more })}</li> : null}
      </ul>
    </Notice>
  );
}

/** Two entries may have the same name: a row is told apart by its place. */
type ChangeRow = MappingsFileChange & { key: string };

function Changes({ changes }: { changes: readonly MappingsFileChange[] }) {
  const { t } = useWording();
  const rows = useMemo<ChangeRow[]>(
    () => changes.map((change, place) => ({ ...change, key: String(place) })),
    [changes],
  );
  const columns = useMemo<Column<ChangeRow>[]>(() => {
    const choice = (text: string) =>
      text === '' ? (
        <span className="lb-quiet">{t('settings.mappingsNothing')}</span>
      ) : (
        <NameCut name={text} />
      );
    // The sheet last: at 360 px what changes, from what to what, is in sight.
    return [
      {
        id: 'name',
        header: t('settings.mappingsName'),
        value: (change) => change.name,
        cell: (change) => <NameCut name={change.name} />,
        track: 'minmax(116px, 1.4fr)',
      },
      {
        id: 'before',
        header: t('settings.mappingsBefore'),
        value: (change) => change.before,
        cell: (change) => choice(change.before),
        track: 'minmax(92px, 1fr)',
      },
      {
        id: 'after',
        header: t('settings.mappingsAfter'),
        value: (change) => change.after,
        cell: (change) => choice(change.after),
        track: 'minmax(92px, 1fr)',
      },
      {
        id: 'sheet',
        header: t('settings.mappingsSheet'),
        value: (change) => change.sheet,
        track: 'minmax(120px, 0.7fr)',
      },
    ];
  }, [t]);
  const filters = useMemo<Filter<ChangeRow>[]>(() => {
    const sheets = [...new Set(changes.map((change) => change.sheet))];
    const options = sheets.map((sheet) => ({ value: sheet, label: sheet }));
    const matches = (change: ChangeRow, sheet: string) => change.sheet === sheet;
    return [{ id: 'sheet', label: t('settings.mappingsSheet'), options, matches }];
  }, [t, changes]);
  return (
    <div className={classes.changes}>
      <DataTable<ChangeRow>
        label={t('settings.mappingsTable')}
        rows={rows}
        rowId={(change) => change.key}
        rowName={(change) => change.name}
        columns={columns}
        filters={filters}
        minWidth={452}
        empty={<Empty title={t('table.noMatch')} />}
      />
    </div>
  );
}
