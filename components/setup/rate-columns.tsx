import { useMemo } from 'react';
import type { MappingRow, SetupView } from '../../utils/views/views';
import { StatusBadge } from '../ui/StatusBadge';
import type { Column } from '../ui/table/columns';
import { useWording } from '../ui/wording';
import { optionsFor, sameRate, shownChoice } from './mappings';

type RateColumns = Record<'tps' | 'qbo' | 'compared', Column<MappingRow>>;

/** The rates of both sides of a tax, and whether they are the same. */
export function useRateColumns(targets: SetupView['targets']): RateColumns {
  const { t } = useWording();
  return useMemo(() => {
    const rateOn = (row: MappingRow, side: 'tps' | 'qbo') => {
      if (row.from === side) return row.rate;
      const chosen = optionsFor(row, targets).find((option) => option.id === shownChoice(row));
      return chosen?.rate ?? null;
    };
    const rate = (side: 'tps' | 'qbo'): Column<MappingRow> => ({
      id: `${side}Rate`,
      header: t(`mapping.rate.${side}`),
      value: (row) => {
        const text = rateOn(row, side);
        return text === null ? null : Number(text);
      },
      cell: (row) => {
        const text = rateOn(row, side);
        return text === null ? null : (
          <span className="lb-num">{t('mapping.ratePercent', { rate: text })}</span>
        );
      },
      kind: 'number',
      track: side === 'tps' ? '80px' : '116px',
    });
    const same = (row: MappingRow) => sameRate(rateOn(row, 'tps'), rateOn(row, 'qbo'));
    const word = (row: MappingRow) => {
      const isSame = same(row);
      return isSame === null ? '' : t(isSame ? 'mapping.rateEqual' : 'mapping.rateDiffers');
    };
    return {
      tps: rate('tps'),
      qbo: rate('qbo'),
      compared: {
        id: 'compared',
        header: t('mapping.rateCompared'),
        value: word,
        cell: (row) =>
          same(row) === null ? null : (
            <StatusBadge status={same(row) ? 'successful' : 'warning'}>{word(row)}</StatusBadge>
          ),
        track: '84px',
      },
    };
  }, [t, targets]);
}
