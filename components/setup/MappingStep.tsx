import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { MappingRow, SetupView } from '../../utils/messages/views';
import { Empty } from '../ui/Empty';
import { DataTable } from '../ui/table/DataTable';
import { useWording } from '../ui/wording';
import { useMappingColumns } from './mapping-columns';
import {
  MAPPING_STEPS,
  mappingKey,
  missingMappings,
  type SavedMapping,
  suggestedMappings,
} from './mappings';
import classes from './Setup.module.css';
import { StepFoot } from './StepFoot';

type MappingStepName = 'codes' | 'taxes' | 'banks';

/** Steps 4 and 5: what is booked where. A choice is saved as it is made. */
export function MappingStep(props: {
  step: MappingStepName;
  setup: SetupView;
  reading: boolean;
  saving: boolean;
  /** Answers whether it was saved. */
  onChoose: (choices: readonly SavedMapping[]) => Promise<boolean>;
  onContinue: (choices: readonly SavedMapping[]) => void;
}) {
  const { t } = useWording();
  const { setup, step, onChoose } = props;
  // Shown at once; the saved value comes with the next answer.
  const [fresh, setFresh] = useState<Readonly<Record<string, string | null>>>({});
  const rows = useMemo(() => {
    const kinds = MAPPING_STEPS[step] ?? [];
    return setup.mappings
      .filter((row) => kinds.includes(row.kind))
      .map((row) => {
        const chosenId = fresh[mappingKey(row)];
        return chosenId === undefined ? row : { ...row, chosenId };
      });
  }, [setup.mappings, step, fresh]);
  const choose = useCallback(
    async (row: MappingRow, toId: string | null) => {
      const key = mappingKey(row);
      setFresh((before) => ({ ...before, [key]: toId }));
      const saved = await onChoose([{ kind: row.kind, from: row.from, fromId: row.fromId, toId }]);
      if (!saved) setFresh(({ [key]: _, ...others }) => others);
    },
    [onChoose],
  );
  const shows = {
    kinds: new Set(rows.map((row) => row.kind)).size > 1,
    sides: new Set(rows.map((row) => row.from)).size > 1,
    rates: step === 'taxes',
  };
  const { columns, filters } = useMappingColumns(setup.targets, shows, choose);
  const suggestions = suggestedMappings(rows);
  return (
    <>
      <p className={classes.lead}>{t(`mapping.lead.${step}`)}</p>
      <DataTable<MappingRow>
        label={t(`setup.step.${step}`)}
        rows={props.reading ? null : rows}
        rowId={mappingKey}
        rowName={(row) => row.name}
        columns={columns}
        filters={filters}
        minWidth={920}
        empty={<Empty title={t('mapping.none')} />}
      />
      <StepFoot
        note={t('mapping.missing', missingMappings(rows))}
        saving={props.saving}
        onSave={() => props.onContinue(suggestions)}
      >
        <span className="lb-num lb-quiet">
          {t('setup.acceptCount', { count: suggestions.length })}
        </span>
        <Button
          variant="default"
          leftSection={<IconChecks size={16} stroke={1.8} aria-hidden />}
          disabled={suggestions.length === 0}
          onClick={() => void onChoose(suggestions)}
        >
          {t('setup.accept')}
        </Button>
      </StepFoot>
    </>
  );
}
