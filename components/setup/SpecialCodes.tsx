import { useId } from 'react';
import { SPECIAL_CODES, type SpecialCode } from '../../utils/ledger/mappings';
import type { MappingRow, SetupView } from '../../utils/views/views';
import { StatusBadge } from '../ui/StatusBadge';
import { useWording, type Wording } from '../ui/wording';
import classes from './Mapping.module.css';
import { MappingSelect } from './MappingSelect';
import { STATE_LOOK } from './mapping-columns';
import { mappingState, optionsFor, shownChoice } from './mappings';

/** Charges and adjustments of TPS that have no work code: what each becomes in QuickBooks. */
export function SpecialCodes(props: {
  rows: readonly MappingRow[];
  targets: SetupView['targets'];
  onChoose: (row: MappingRow, toId: string | null) => void;
}) {
  const wording = useWording();
  const { t, money } = wording;
  const heading = useId();
  if (props.rows.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby={heading}>
      <h2 id={heading}>{t('special.heading')}</h2>
      <ul className={classes.specials}>
        {props.rows.map((row) => {
          const code = SPECIAL_CODES.find((known) => known === row.fromId);
          if (!code) return null;
          const state = mappingState(row);
          const name = t(`special.${code}`);
          return (
            <li key={code}>
              <div className={classes.specialName}>
                <span>{name}</span>
                <span className="lb-num lb-quiet">
                  {row.used.count > 0
                    ? t('special.waits', { waits: money(row.used.amountCents) })
                    : ''}
                </span>
              </div>
              <MappingSelect
                row={row}
                name={name}
                options={optionsFor(row, props.targets)}
                onChoose={(toId) => props.onChoose(row, toId)}
              />
              <StatusBadge status={STATE_LOOK[state]}>{t(`mapping.state.${state}`)}</StatusBadge>
              <p className={classes.meaning}>{meaning(row, code, props.targets, wording)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What QuickBooks gets, in words; of a decrease the type of the account decides. */
function meaning(
  row: MappingRow,
  code: SpecialCode,
  targets: SetupView['targets'],
  { t }: Wording,
): string {
  if (code !== 'adjustmentDecrease') return t(`special.${code}.means`);
  const chosen = optionsFor(row, targets).find(({ id }) => id === shownChoice(row));
  return t(`special.decrease.${chosen?.booking ?? 'none'}`);
}
