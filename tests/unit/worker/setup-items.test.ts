import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RequestOf } from '../../../utils/messages/requests';
import type { MappingRow, SetupView } from '../../../utils/views/views';
import { connectionRefused } from '../../contract/scene/site-fetch';
import type { Office } from '../../simulation/office';
import { officeSetUp } from '../../simulation/prepared';

let office: Office;
let setup: SetupView;
let code: MappingRow;

beforeEach(async () => {
  office = await officeSetUp({ seed: 4, clients: 6 });
  setup = await office.ask['setup.get']({ reload: false });
  code = workCode(setup);
});

function workCode({ mappings }: SetupView): MappingRow {
  const found = mappings.find((row) => row.kind === 'code' && row.from === 'tps');
  if (!found) throw new Error('no work code');
  return found;
}

const wish = (change: Partial<RequestOf<'setup.createItem'>> = {}) => ({
  codeId: code.fromId,
  name: 'Estate planning',
  incomeAccountId: code.incomeId ?? '',
  ...change,
});
const answer = z.object({
  Item: z
    .array(
      z.object({
        Id: z.string(),
        Type: z.string(),
        IncomeAccountRef: z.object({ value: z.string() }),
      }),
    )
    .default([]),
});
const items = () =>
  answer.parse(office.company.query("SELECT * FROM Item WHERE Name = 'Estate planning'")).Item;
const refusal = async (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (error: unknown) => (error instanceof Error && 'what' in error ? error.what : error),
  );

describe('a product that QuickBooks lacks', () => {
  it('is created on the chosen income account, and the work code is mapped to it', async () => {
    expect(await office.ask['setup.createItem'](wish())).toEqual({ name: 'Estate planning' });
    const [created, ...more] = items();
    expect(more).toEqual([]);
    expect(created).toMatchObject({ Type: 'Service', IncomeAccountRef: { value: code.incomeId } });
    const after = await office.ask['setup.get']({ reload: false });
    const id = String(created?.Id);
    expect(workCode(after).chosenId).toBe(id);
    expect(after.targets.code.qbo.some((option) => option.id === id)).toBe(true);
  });

  it('is found again by its name when the answer was lost', async () => {
    office.sites.qbo.mishap({
      when: ({ method, url }) => method === 'POST' && url.includes('/item?'),
      after: connectionRefused,
    });
    expect(await office.ask['setup.createItem'](wish())).toEqual({ name: 'Estate planning' });
    expect(items()).toHaveLength(1);
  });

  it('is not made twice: the name is taken, and what has it can be chosen', async () => {
    office.company.create('Item', { Name: 'Estate planning', Type: 'Service' });
    expect(await refusal(office.ask['setup.createItem'](wish()))).toMatchObject({
      id: 'port.itemNameTaken',
    });
    const after = await office.ask['setup.get']({ reload: false });
    expect(after.targets.code.qbo.some(({ name }) => name === 'Estate planning')).toBe(true);
    expect(items()).toHaveLength(1);
  });

  it('is refused for an account that is no income, and for a code that is gone', async () => {
    const bank = setup.targets.account.qbo.find((account) => !account.income)?.id ?? '';
    for (const change of [{ incomeAccountId: bank }, { codeId: 'gone' }]) {
      expect(await refusal(office.ask['setup.createItem'](wish(change)))).toMatchObject({
        id: 'request.gone',
      });
    }
    expect(await refusal(office.ask['setup.createItem'](wish({ name: 'A:B' })))).toMatchObject({
      id: 'port.nameCharacters',
    });
    expect(items()).toEqual([]);
  });
});
