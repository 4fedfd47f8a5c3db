import { describe, expect, it } from 'vitest';
import { splitName } from '../../../components/ui/NameCut';
import { type Column, compareCells } from '../../../components/ui/table/columns';
import { toCsv } from '../../../components/ui/table/csv';
import { rowMatches } from '../../../components/ui/table/search';
import { nextIndex } from '../../../components/ui/table/use-row-keys';

interface Row {
  name: string;
  cents: number | null;
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', value: (row) => row.name, track: '1fr' },
  { id: 'amount', header: 'Amount', value: (row) => row.cents, kind: 'money', track: '1fr' },
  { id: 'do', header: '', value: () => null, controls: true, track: '1fr' },
];

describe('toCsv', () => {
  it('writes amounts as plain decimals and leaves the buttons out', () => {
    const csv = toCsv(columns, [{ name: 'Zhang, Wei', cents: -104_925 }]);
    expect(csv).toBe('\uFEFFName,Amount\r\n"Zhang, Wei",-1049.25\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('defuses the formula %j', (name) => {
    expect(toCsv(columns, [{ name, cents: null }])).toContain(`'${name}`);
  });

  it('doubles quotes inside a text', () => {
    expect(toCsv(columns, [{ name: 'The "Best"', cents: 1 }])).toContain('"The ""Best""",0.01');
  });
});

describe('rowMatches', () => {
  it('finds words in any order, without accents, and amounts as they are typed', () => {
    const row = ['Boulangerie Géneviève', 'SD-1042', 104_925];
    for (const found of ['genevieve boul', 'sd-1042', '1049.25', '1049,25', '']) {
      expect(rowMatches(row, found), found).toBe(true);
    }
    expect(rowMatches(row, 'genevieve tremblay')).toBe(false);
  });
});

describe('compareCells', () => {
  it('sorts numbers by size, text by the locale, and nothing last', () => {
    expect(compareCells(2, 10, 'en-CA')).toBeLessThan(0);
    expect(compareCells('SD-9', 'SD-10', 'en-CA')).toBeLessThan(0);
    expect(compareCells('Écho', 'Zone', 'fr-CA')).toBeLessThan(0);
    expect(compareCells(null, -5, 'en-CA')).toBeGreaterThan(0);
    expect(compareCells(null, null, 'en-CA')).toBe(0);
  });
});

describe('nextIndex', () => {
  it('stays inside the table', () => {
    expect(nextIndex('ArrowUp', 0, 3)).toBe(0);
    expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
    expect(nextIndex('PageDown', 0, 3)).toBe(2);
    expect(nextIndex('End', 0, 3)).toBe(2);
    expect(nextIndex('a', 1, 3)).toBeNull();
  });
});

describe('splitName', () => {
  it('keeps the end of a long name, and short names whole', () => {
    expect(splitName('Zhang, Wei')).toEqual(['Zhang, Wei', '']);
    const long = 'Cabinet Tremblay, Lavoie et associés';
    expect(splitName(long).join('')).toBe(long);
    expect(splitName(long)[1]).toBe('associés');
  });
});
