import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { MappingRow, SetupView } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import { ClassDefaults } from './ClassDefaults';
import { CreateItemDialog } from './CreateItemDialog';
import classes from './Mapping.module.css';
import { MappingSummary } from './MappingSummary';
import { useMappingColumns } from './mapping-columns';
import {
  choiceOf,
  MAPPING_STEPS,
  mappingKey,
  type SavedMapping,
  suggestedMappings,
} from './mappings';
import setupClasses from './Setup.module.css';
import { SpecialCodes } from './SpecialCodes';
import { StepFoot } from './StepFoot';
import { useNewItem } from './use-new-item';

type MappingStepName = 'codes' | 'taxes' | 'banks';

const WIDTH_MIN: Record<MappingStepName, number> = { codes: 1000, taxes: 960, banks: 960 };

/** Steps 4 and 5: what is booked where. A choice is saved as it is made. */
export function MappingStep(props: {
  step: MappingStepName;
  setup: SetupView;
  reading: boolean;
  saving: boolean;
  /** Answers whether it was saved. */
  onChoose: (choices: readonly SavedMapping[]) => Promise<boolean>;
  /** Something was created: the lists are new. */
  onRefresh: () => void;
  onContinue: (choices: readonly SavedMapping[]) => void;
}) {
  const { t } = useWording();
  const { setup, step, onChoose } = props;
  // Shown at once; the saved value comes with the next answer.
  const [fresh, setFresh] = useState<Readonly<Record<string, string | null>>>({});
  const newItem = useNewItem(props.onRefresh);
  const [itemFor, setItemFor] = useState<MappingRow | null>(null);
  const [created, setCreated] = useState<{ item: string; code: string } | null>(null);
  const rows = useMemo(() => {
    const kinds = MAPPING_STEPS[step] ?? [];
    return setup.mappings
      .filter((row) => kinds.includes(row.kind))
      .map((row) => {
        const chosenId = fresh[mappingKey(row)];
        return chosenId === undefined ? row : { ...row, chosenId };
      });
  }, [setup.mappings, step, fresh]);
  const tableRows = useMemo(() => rows.filter((row) => row.kind !== 'special'), [rows]);
  const choose = useCallback(
    async (row: MappingRow, toId: string | null) => {
      const key = mappingKey(row);
      setFresh((before) => ({ ...before, [key]: toId }));
      const saved = await onChoose([choiceOf(row, toId)]);
      if (!saved) setFresh(({ [key]: _, ...others }) => others);
    },
    [onChoose],
  );
  const create = useCallback((row: MappingRow) => setItemFor(row), []);
  const shows = {
    kinds: new Set(tableRows.map((row) => row.kind)).size > 1,
    sides: new Set(tableRows.map((row) => row.from)).size > 1,
    rates: step === 'taxes',
    creates: step === 'codes',
  };
  const { columns, filters } = useMappingColumns(setup.targets, shows, choose, create);
  const suggestions = suggestedMappings(rows);
  return (
    <>
      <p className={setupClasses.lead}>{t(`mapping.lead.${step}`)}</p>
      {props.reading ? null : <MappingSummary rows={rows} />}
      {created ? <Notice tone="info">{t('newItem.created', created)}</Notice> : null}
      {step === 'codes' && !props.reading ? (
        <div className={classes.parts}>
          <SpecialCodes
            rows={rows.filter((row) => row.kind === 'special')}
            targets={setup.targets}
            onChoose={choose}
          />
          <ClassDefaults
            rows={rows}
            items={setup.targets.code.qbo}
            saving={props.saving}
            onFill={(choices) => void onChoose(choices)}
          />
        </div>
      ) : null}
      <div className={classes.table}>
        <DataTable<MappingRow>
          label={t(`setup.step.${step}`)}
          rows={props.reading ? null : tableRows}
          rowId={mappingKey}
          rowName={(row) => row.name}
          columns={columns}
          filters={filters}
          minWidth={WIDTH_MIN[step]}
          empty={<Empty title={t('mapping.none')} />}
        />
      </div>
      <StepFoot
        note={t('setup.acceptCount', { count: suggestions.length })}
        saving={props.saving}
        onSave={() => props.onContinue(suggestions)}
      >
        <Button
          variant="default"
          leftSection={<IconChecks size={16} stroke={1.8} aria-hidden />}
          disabled={suggestions.length === 0}
          onClick={() => void onChoose(suggestions)}
        >
          {t('setup.accept')}
        </Button>
      </StepFoot>
      <CreateItemDialog
        row={itemFor}
        accounts={setup.targets.account.qbo}
        busy={newItem.busy}
        trouble={newItem.trouble}
        onClose={() => {
          newItem.dismiss();
          setItemFor(null);
        }}
        onCreate={async (wanted) => {
          const item = await newItem.create(wanted);
          if (item === null) return;
          setCreated({ item, code: itemFor?.name ?? '' });
          setItemFor(null);
        }}
      />
    </>
  );
}
