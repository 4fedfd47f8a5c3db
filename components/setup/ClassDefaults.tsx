import { Button, Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { MappingOption, MappingRow } from '../../utils/views/views';
import { useWording } from '../ui/wording';
import { filterOptions } from './filter-options';
import classes from './Mapping.module.css';
import { choiceOf, fillable, placeOf, type SavedMapping } from './mappings';

/** Classes of work codes that can be billed (TPS). */
const CLASSES = ['CHARGEABLE', 'EXPENSE'] as const;

/** One product for all work codes of a class that are like nothing by name. */
export function ClassDefaults(props: {
  rows: readonly MappingRow[];
  items: readonly MappingOption[];
  saving: boolean;
  onFill: (choices: readonly SavedMapping[]) => void;
}) {
  const { t } = useWording();
  const heading = useId();
  return (
    <section className={classes.part} aria-labelledby={heading}>
      <h2 id={heading}>{t('classDefault.heading')}</h2>
      <p className="lb-quiet">{t('classDefault.lead')}</p>
      {CLASSES.map((group) => (
        <ClassDefault key={group} group={group} {...props} />
      ))}
    </section>
  );
}

function ClassDefault(props: {
  group: (typeof CLASSES)[number];
  rows: readonly MappingRow[];
  items: readonly MappingOption[];
  saving: boolean;
  onFill: (choices: readonly SavedMapping[]) => void;
}) {
  const { t } = useWording();
  const { group, items } = props;
  const rows = fillable(props.rows, group);
  const [chosen, setChosen] = useState<string | null>(null);
  const itemId = chosen ?? rows[0]?.suggestedId ?? null;
  return (
    <div className={classes.classDefault}>
      <Select
        label={t(`classDefault.${group}`)}
        placeholder={t('mapping.choose')}
        nothingFoundMessage={t('clients.editNoMatch')}
        searchable
        allowDeselect={false}
        data={items.map((item) => ({ value: item.id, label: placeOf(item) }))}
        filter={filterOptions}
        limit={100}
        value={itemId}
        onChange={setChosen}
      />
      <Button
        variant="default"
        disabled={rows.length === 0 || itemId === null || props.saving}
        onClick={() => props.onFill(rows.map((row) => choiceOf(row, itemId)))}
      >
        {t('classDefault.fill', { count: rows.length })}
      </Button>
    </div>
  );
}
