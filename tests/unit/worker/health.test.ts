/** The step Check over real adapters and stand-ins, on a firm with every finding in it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { HEALTH_GROUPS } from '../../../utils/checks/rules';
import type { HealthGroupView, HealthView } from '../../../utils/views/views';
import { ACCOUNT, arAccountId } from '../../contract/scene/qbo-office';
import type { JsonObject } from '../../sandbox/qbo';
import { answeredAs } from '../../simulation/answered-as';
import { isWrite } from '../../simulation/ledgers';
import { type Office, openOffice } from '../../simulation/office';

let office: Office;

beforeEach(async () => {
  office = await openOffice({ seed: 13, clients: 8, findings: 'all' });
});

async function pairUp(): Promise<void> {
  const { candidate } = await office.ask['setup.get']({ reload: false });
  if (!candidate) throw new Error('nobody is signed in');
  const { firm, company } = candidate;
  await office.ask['pair.confirm']({ firmId: firm.id, realm: company.realm });
}

const look = (reload = false): Promise<HealthView> => office.ask['health.get']({ reload });

function group({ groups }: HealthView, id: HealthGroupView['id']): HealthGroupView {
  const found = groups.find((one) => one.id === id);
  if (!found) throw new Error(`no group ${id}`);
  return found;
}

function written(): number {
  const { tps, qbo } = office.sites;
  // Signing in is a POST, too.
  return [...tps.sent, ...qbo.sent].filter((sent) => isWrite(sent) && !sent.url.includes('/login'))
    .length;
}

function change(
  entity: 'Preferences' | 'Customer' | 'TaxCode' | 'Invoice',
  Id: string,
  body: JsonObject,
) {
  const SyncToken = String(office.company.read(entity, Id).SyncToken);
  office.company.update(entity, { Id, SyncToken, sparse: true, ...body });
}

/** What the generator does not make by itself. */
async function makeTheRest(): Promise<void> {
  const { company, books } = office;
  const { options } = await office.ask['setup.get']({ reload: false });
  const [client] = options.tps;
  const [customer] = options.qbo;
  const code = books.reference.workCodes.find((one) => one.kind === 'workcode');
  if (!client || !customer || !code) throw new Error('an empty firm');
  books.clients.create({ code: 'TWICE', name: client.name });
  const line = { workCodeId: code.id, quantity: '1', rate: '10.00', amount: '10.00' };
  const invoice = { clientId: Number(client.id), date: '2026-02-10', lines: [line] };
  // The sub-customer's own number, and one like those of finance charges.
  books.invoices.create({ ...invoice, code: 'W', number: '501' });
  books.invoices.create({ ...invoice, code: 'FC', number: '9' });
  books.clients.create({ code: 'BACK', name: 'Restaurée inc.', email: 'info@restauree.example' });
  const back = company.create('Customer', {
    DisplayName: 'Restaurée inc.',
    PrimaryEmailAddr: { Address: 'info@restauree.example' },
  });
  change('Customer', String(back.Id), { Active: false });
  company.create('Deposit', {
    TxnDate: '2026-02-20',
    DepositToAccountRef: { value: ACCOUNT.chequing },
    Line: [
      {
        Amount: 25,
        DetailType: 'DepositLineDetail',
        DepositLineDetail: {
          AccountRef: { value: arAccountId(company) },
          Entity: { type: 'Customer', value: customer.id },
        },
      },
    ],
  });
  const { Invoice } = company.query('select * from Invoice');
  const odd = Array.isArray(Invoice) ? Invoice.at(-1) : undefined;
  if (!odd) throw new Error('no invoice');
  answeredAs(office, 'Invoice', String(odd.Id), (row) => ({ ...row, TotalAmt: 10.005 }));
  // Told among the changes, and then it cannot be read.
  change('Invoice', String(odd.Id), { PrivateNote: 'Looked at' });
  const taxCodes = JSON.stringify(company.query('select Id from TaxCode'));
  for (const [, id = ''] of taxCodes.matchAll(/"Id":"(\d+)"/g)) {
    change('TaxCode', id, { Active: false });
  }
  change('Preferences', '1', {
    SalesFormsPrefs: { CustomTxnNumbers: false },
    AccountingInfoPrefs: { BookCloseDate: '2026-02-28' },
    CurrencyPrefs: { MultiCurrencyEnabled: false, HomeCurrency: { value: 'USD' } },
  });
}

describe('the step Check', () => {
  it('finds everything on a firm with every finding, before anybody is paired', async () => {
    await pairUp();
    const view = await look();
    const found = view.groups.filter(({ count }) => count > 0).map(({ id }) => id);
    expect(found).toEqual(
      expect.arrayContaining([
        'creditMemos',
        'journalEntries',
        'subCustomers',
        'projects',
        'duplicateNames',
      ]),
    );
    expect(group(view, 'creditMemos')).toMatchObject({ severity: 'blocks' });
    expect(group(view, 'creditMemos').amountCents).toBeGreaterThan(0);
    expect(group(view, 'creditMemos').items[0]?.page?.url).toContain('creditmemo?txnId=');
    expect(view).toMatchObject({ ready: false, firm: 'Cabinet Roy', company: 'Cabinet Roy' });
    expect(view.groups).toHaveLength(HEALTH_GROUPS.length);
    expect(written()).toBe(0);
  });

  it('tells the worst first, and the quiet ones last', async () => {
    await pairUp();
    const rank = { blocks: 0, warns: 1, fine: 2 };
    const ranks = (await look()).groups.map(({ severity }) => rank[severity]);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('shows less once something is decided, and writes nothing for it', async () => {
    await pairUp();
    const before = await look();
    const branch = group(before, 'subCustomers').items[0];
    const memo = group(before, 'creditMemos').items[0];
    const wish = branch?.actions.find(
      (action) => action.do === 'wish' && action.wish === 'topLevel',
    );
    const out = memo?.actions.find((action) => action.do === 'exclude');
    if (wish?.do !== 'wish' || out?.do !== 'exclude') throw new Error('nothing to do');
    const { runId } = await office.ask['client.wish']({ qboId: wish.qboId, wish: wish.wish });
    expect(runId).toBeNull();
    expect(await office.db.runs.count()).toBe(0);
    for (const { side, clientId } of out.clients) {
      await office.ask['client.exclude']({ side, clientId, reason: 'File closed' });
    }
    const after = await look();
    expect(group(after, 'subCustomers').count).toBeLessThan(group(before, 'subCustomers').count);
    expect(group(after, 'creditMemos').count).toBe(group(before, 'creditMemos').count - 1);
    expect(written()).toBe(0);
  });

  it('shows every group on a firm with everything, once both books are read again', async () => {
    await pairUp();
    await look();
    await makeTheRest();
    expect(group(await look(), 'numbering').severity).toBe('fine');
    office.clock.advance(60_000);
    const view = await look(true);
    expect(view.groups.filter(({ severity }) => severity === 'fine')).toEqual([]);
    expect(view.groups.every(({ count }) => count > 0)).toBe(true);
    expect(written()).toBe(0);
  });

  it('refuses before two books are paired', async () => {
    await expect(look()).rejects.toMatchObject({ what: { id: 'run.pairGone' } });
  });
});

describe('the connection check', () => {
  it('asks both systems, before and after they are a pair, and writes nothing', async () => {
    const before = await office.ask['connection.check']({});
    expect(before.systems.map(({ side, problem }) => `${side} ${problem}`)).toEqual([
      'tps null',
      'qbo null',
    ]);
    await pairUp();
    const after = await office.ask['connection.check']({});
    for (const { endpoints } of after.systems) {
      expect(endpoints.filter(({ state }) => state !== 'ok')).toEqual([]);
    }
    expect(after.facts.map(({ what }) => what.id)).toContain('connection.permission');
    expect(written()).toBe(0);
  });

  it('says why one system could not be asked, and still tells of the other', async () => {
    await pairUp();
    office.sites.tps.mishap({
      when: ({ url }) => url.includes('/api/'),
      instead: () => Response.json({ title: 'Signed out', status: 401 }, { status: 401 }),
      times: 5,
    });
    const { systems, facts } = await office.ask['connection.check']({});
    expect(systems[0]).toMatchObject({
      side: 'tps',
      endpoints: [],
      problem: { what: { id: 'port.signedOut' } },
    });
    expect(systems[1]?.endpoints.length).toBeGreaterThan(10);
    expect(facts.map(({ what }) => what.id)).not.toContain('connection.permission');
  });
});
