import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { AppView, EntryRow, PlanRow, RunListRow } from '../../utils/views/views';
import { ExportHistory } from '../popup/ExportHistory';
import { Empty } from '../ui/Empty';
import { Guard } from '../ui/Guard';
import { Problem } from '../ui/Problem';
import { ReasonDialog, type ReasonRequest } from '../ui/ReasonDialog';
import { DataTable } from '../ui/table/DataTable';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import { CanCannot } from './CanCannot';
import { CannotTable } from './CannotTable';
import { EntryDetails, useEntryName } from './EntryDetails';
import { entryTotals, useEntryColumns } from './entry-columns';
import classes from './HistoryScreen.module.css';
import { Older } from './Older';
import { RunHead } from './RunHead';
import { RunList } from './RunList';
import { removeRequest } from './remove-request';

interface HistoryProps {
  runs: readonly RunListRow[];
  runsTotal: number;
  onOlderRuns: () => void;
  /** Null: the entries of every run. */
  runId: string | null;
  entries: readonly EntryRow[] | null;
  /** How many there are, of which the older ones may not be among those. */
  total: number;
  onOlder: () => void;
  /** Of an undo: what stays as it is. */
  cannot: readonly PlanRow[] | null;
  /** Status to filter by at first; empty for all. */
  status: string;
  exporting: AppView['exporting'];
  exportAsked: boolean;
  trouble: Trouble | null;
  orderTrouble: Trouble | null;
  onReload: () => void;
  onDismiss: () => void;
  /** Empty list: everything that failed. */
  onRetry: (entryIds: readonly string[]) => void;
  onRemove: (entryId: string, reason: string) => void;
  onRestore: (entryId: string) => void;
  onApart: (entryId: string) => void;
  onJoin: (entryId: string) => void;
  onExport: () => void;
  /** An undo is being asked for. */
  undoing: boolean;
  /** `description` is what the undo is called in the history. */
  onUndo: (run: RunListRow, description: string) => void;
}

/** What was done, run by run, and what can still be done about it. */
export function HistoryScreen(props: HistoryProps) {
  const { t } = useWording();
  const run = props.runs.find((row) => row.id === props.runId) ?? null;
  return (
    <PageFrame
      title={t('history.title')}
      fills
      tools={
        <ExportHistory
          label="export.excel"
          exporting={props.exporting}
          asked={props.exportAsked}
          onExport={props.onExport}
        />
      }
    >
      <Problem trouble={props.orderTrouble} onClose={props.onDismiss} />
      <div className={classes.panes}>
        <RunList
          runs={props.runs}
          total={props.runsTotal}
          chosen={props.runId}
          onOlder={props.onOlderRuns}
        />
        <div className={classes.entries}>
          {run ? (
            <RunHead key={run.id} run={run} undoing={props.undoing} onUndo={props.onUndo} />
          ) : null}
          <CanCannot
            key={`${props.runId}?${props.status}`}
            can={t('undoing.entries')}
            canCount={props.entries?.length ?? 1}
            cannotCount={run?.cannotCount ?? 0}
          >
            {(shown) =>
              shown === 'can' ? (
                <Entries {...props} />
              ) : (
                <CannotTable rows={props.cannot} trouble={props.trouble} onRetry={props.onReload} />
              )
            }
          </CanCannot>
        </div>
      </div>
    </PageFrame>
  );
}

function Entries(props: HistoryProps) {
  const wording = useWording();
  const { t } = wording;
  const name = useEntryName();
  const { columns, filters } = useEntryColumns(props.status);
  const [selected, setSelected] = useState<readonly EntryRow[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [request, setRequest] = useState<ReasonRequest | null>(null);
  const onSelect = useCallback((rows: readonly EntryRow[]) => setSelected(rows), []);

  const { entries } = props;
  const failed = (entries ?? []).filter((entry) => entry.canRetry && !entry.ignored);
  const retryable = selected.filter((entry) => entry.canRetry && !entry.ignored);
  const remove = (entry: EntryRow) => {
    setOpenId(null);
    setRequest(
      removeRequest(entry, name(entry), wording, (reason) => props.onRemove(entry.id, reason)),
    );
  };
  const removable = selected.length === 1 ? selected[0] : undefined;
  return (
    <>
      <DataTable
        label={t('history.table')}
        rows={entries}
        rowId={(entry) => entry.id}
        rowName={name}
        columns={columns}
        filters={filters}
        minWidth={1216}
        totals={entryTotals}
        trouble={props.trouble}
        onRetry={props.onReload}
        onOpen={(entry) => setOpenId(entry.id)}
        onSelect={onSelect}
        empty={<Empty title={t(props.runId === null ? 'history.noRuns' : 'history.noEntries')} />}
        tools={
          <Guard
            on={`${selected.map(({ id, ignored }) => `${id} ${ignored !== null}`)}`}
            className={classes.buttons}
          >
            {retryable.length > 0 ? (
              <Button
                variant="default"
                onClick={() => props.onRetry(retryable.map((entry) => entry.id))}
              >
                {t('history.retrySelected')}
              </Button>
            ) : null}
            {removable?.canIgnore && !removable.ignored ? (
              <Button key="remove" variant="default" onClick={() => remove(removable)}>
                {t('history.remove')}
              </Button>
            ) : null}
            {removable?.ignored ? (
              <Button key="restore" variant="default" onClick={() => props.onRestore(removable.id)}>
                {t('history.restore')}
              </Button>
            ) : null}
            <Button
              leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
              disabled={failed.length === 0}
              onClick={() =>
                props.onRetry(props.runId === null ? [] : failed.map((entry) => entry.id))
              }
            >
              {t('history.retryFailed')}
            </Button>
          </Guard>
        }
      />
      <Older shown={entries?.length ?? 0} total={props.total} onOlder={props.onOlder} />
      <EntryDetails
        entry={entries?.find((entry) => entry.id === openId) ?? null}
        actions={{
          retry: (ids) => {
            setOpenId(null);
            props.onRetry(ids);
          },
          remove,
          restore: (entry) => props.onRestore(entry.id),
          apart: (entry) => props.onApart(entry.id),
          join: (entry) => props.onJoin(entry.id),
        }}
        onClose={() => setOpenId(null)}
      />
      <ReasonDialog request={request} onClose={() => setRequest(null)} />
    </>
  );
}
