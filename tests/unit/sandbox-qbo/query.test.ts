import { describe, expect, it } from 'vitest';
import { customer, faultOf, handle, invoice, pay, rows, start, text } from './fixture';

function filled() {
  const { company, qbo, clock } = start();
  const amy = customer(company, "Amy's Bird Sanctuary");
  const bill = customer(company, "Bill's Windsurf Shop");
  for (let n = 1; n <= 12; n += 1) {
    clock.advance(60_000);
    invoice(company, n % 2 === 0 ? amy : bill, n * 10, {
      DocNumber: `SD-${n}`,
      TxnDate: `2026-01-${n + 10}`,
    });
  }
  return { company, qbo, clock, amy, bill };
}
const ids = (list: readonly { readonly Id?: unknown }[]) => list.map((one) => Number(one.Id));

describe('the query language', () => {
  it('answers in the recorded shapes', () => {
    const { company } = filled();
    expect(company.query('SELECT COUNT(*) FROM Invoice')).toEqual({ totalCount: 12 });
    expect(company.query("select * from Invoice where Id = '99'")).toEqual({});
    expect(company.query('select * from Estimate')).toEqual({});
    const page = company.query('SELECT * FROM Invoice ORDERBY Id MAXRESULTS 2 STARTPOSITION 5');
    expect(page).toMatchObject({ startPosition: 5, maxResults: 2 });
    expect(page).not.toHaveProperty('totalCount');
  });

  it('filters with every operator, in any letter case', () => {
    const { company, amy } = filled();
    const find = (where: string) =>
      ids(rows(company, `select * from invoice WHERE ${where} orderby Id`));
    expect(find("Id IN ('5','6')")).toEqual([5, 6]);
    expect(find("TotalAmt > '100.00'")).toEqual([11, 12]);
    expect(find('TotalAmt <= 20')).toEqual([1, 2]);
    expect(find("TxnDate >= '2026-01-21' and TxnDate < '2026-01-22'")).toEqual([11]);
    expect(find("DocNumber LIKE 'sd-1%'")).toEqual([1, 10, 11, 12]);
    expect(find("DocNumber = 'sd-7'")).toEqual([7]);
    expect(find(`CustomerRef = '${amy}' AND Balance >= '100'`)).toEqual([10, 12]);
    expect(find("MetaData.LastUpdatedTime > '2026-03-02T10:10:00-08:00'")).toEqual([11, 12]);
    expect(find("MetaData.LastUpdatedTime >= '2026-03-02T18:10:00Z'")).toEqual([10, 11, 12]);
    expect(
      rows(company, "select * from Customer where DisplayName = 'Amy\\'s Bird Sanctuary'"),
    ).toHaveLength(1);
    expect(rows(company, "select * from Customer where DisplayName LIKE '%wind%'")).toHaveLength(1);
  });

  it('orders as asked, else lists by name and documents by latest change', () => {
    const { company, amy } = filled();
    const order = (text: string) =>
      ids(rows(company, `select * from Invoice ${text} maxresults 3`));
    expect(order('orderby Id desc')).toEqual([12, 11, 10]);
    expect(order('ORDER BY TotalAmt ASC')).toEqual([1, 2, 3]);
    expect(order('orderby CustomerRef, TxnDate desc')).toEqual([12, 10, 8]);
    pay(company, amy, 20, [['Invoice', '2', 20]]);
    expect(order('')).toEqual([2, 12, 11]);
    customer(company, 'Aardvark');
    expect(rows(company, 'select * from Customer')[0]).toMatchObject({ DisplayName: 'Aardvark' });
  });

  it('pages without gaps and caps at 1000', () => {
    const { company, qbo } = filled();
    const seen: number[] = [];
    for (let from = 1; from <= 12; from += 5) {
      seen.push(
        ...ids(
          rows(company, `select * from Invoice orderby Id startposition ${from} maxresults 5`),
        ),
      );
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(company.query('select * from Invoice maxresults 5000')).toMatchObject({
      maxResults: 12,
    });
    qbo.switches.pageOverMax = 'refused';
    expect(faultOf(() => company.query('select * from Invoice maxresults 1001')).code).toBe('4001');
    expect(faultOf(() => company.query('select * from Invoice startposition 0')).detail).toBe(
      'QueryValidationError: value 0 is too small. Min allowed value is 1',
    );
    qbo.switches.pageZero = 'accepted';
    qbo.switches.totalCountWithRows = true;
    expect(company.query('select * from Invoice startposition 0 maxresults 2')).toMatchObject({
      startPosition: 1,
      totalCount: 12,
    });
  });

  it('selects properties', () => {
    const { company } = filled();
    const [row] = rows(
      company,
      "select Id, DocNumber, MetaData.LastUpdatedTime from Invoice where Id = '3'",
    );
    expect(row).toEqual({
      Id: '3',
      DocNumber: 'SD-3',
      MetaData: { LastUpdatedTime: '2026-03-02T10:03:00-08:00' },
      domain: 'QBO',
      sparse: true,
    });
    expect(rows(company, 'SELECT *, Sku FROM Item').length).toBeGreaterThan(5);
  });

  it('says what is wrong', () => {
    const { company } = filled();
    const cases: readonly (readonly [string, string, string])[] = [
      [
        'select * from Custmoer',
        '4001',
        'QueryValidationError: invalid context declaration: Custmoer',
      ],
      [
        "select * from Payment where DocNumber = '1'",
        '4001',
        "QueryValidationError: property 'DocNumber' is not queryable",
      ],
      [
        "select * from Invoice where PrivateNote = 'x'",
        '4001',
        "property 'PrivateNote' is not queryable",
      ],
      [
        "select * from Invoice where Nonsense = 'x'",
        '4001',
        'Property Nonsense not found for Entity Invoice',
      ],
      ['select * from Invoice orderby Line', '4001', "property 'Line' is not queryable"],
      ["select * from Invoice where TotalAmt > 'much'", '4001', 'QueryValidationError'],
      ['select * from ', '4000', 'QueryParserError: Encountered <EOF> at line 1'],
      ['select * from Invoice where Id != 5', '4000', 'Lexical error'],
      ["select * from Invoice where Id = '1' or Id = '2'", '4000', '"iterator"'],
      ["select * from Customer where DisplayName = 'Amy's'", '4000', 'QueryParserError'],
      [
        'select * from Customer where DisplayName = “Amy”',
        '4000',
        'Lexical error at line 1, column 44',
      ],
      ['', '4000', 'Encountered <EOF>'],
    ];
    for (const [query, code, detail] of cases) {
      const fault = faultOf(() => company.query(query));
      expect(fault.code, query).toBe(code);
      expect(fault.detail, query).toContain(detail);
    }
  });

  it('keeps nothing stale', () => {
    const { company, amy } = filled();
    const open = "select * from Invoice where Balance > '0'";
    expect(rows(company, `${open} maxresults 1000`)).toHaveLength(12);
    pay(company, amy, 20, [['Invoice', '2', 20]]);
    expect(rows(company, `${open} maxresults 1000`)).toHaveLength(11);
    const owing = "select * from Customer where Balance > '400'";
    expect(rows(company, owing)).toHaveLength(0);
    invoice(company, amy, 30);
    expect(rows(company, owing)).toHaveLength(1);
  });
});

describe('change data capture', () => {
  it('gives full objects, tombstones and one answer per entity', () => {
    const { company, clock, amy, qbo } = filled();
    clock.advance(1000);
    const since = clock.now().toISOString();
    const paid = pay(company, amy, 20, [['Invoice', '2', 20]]);
    company.remove('Invoice', handle(company.read('Invoice', '3')));
    const answer = company.cdc(['invoice', 'Payment', 'CreditMemo'], since);
    expect(answer).toMatchObject({
      CDCResponse: [
        {
          QueryResponse: [
            {
              Invoice: [
                { Id: '2', Balance: 0 },
                { Id: '3', status: 'Deleted' },
              ],
              maxResults: 2,
            },
            { Payment: [{ Id: text(paid, 'Id') }] },
            {},
          ],
        },
      ],
    });
    qbo.switches.cdcEmptyEntity = 'omitted';
    expect(company.cdc(['CreditMemo'], since)).toEqual({ CDCResponse: [{ QueryResponse: [] }] });
    expect(company.cdc(['Customer'], since)).toMatchObject({
      CDCResponse: [{ QueryResponse: [{ maxResults: 2 }] }],
    });
  });

  it('refuses what it does not follow and looks back 30 days', () => {
    const { company, qbo } = filled();
    expect(faultOf(() => company.cdc(['TaxCode'], '2026-03-01T00:00:00Z')).code).toBe('4001');
    expect(faultOf(() => company.cdc(['Invoice'], 'yesterday')).code).toBe('4001');
    expect(faultOf(() => company.cdc(['Invoice'], '2025-01-01T00:00:00Z')).code).toBe('4001');
    qbo.switches.cdcOlderThan30Days = 'answered';
    expect(JSON.stringify(company.cdc(['Invoice'], '2025-01-01T00:00:00Z'))).toContain(
      '"maxResults":12',
    );
  });

  it('stops at 1000 objects without a word', () => {
    const { company } = start();
    for (let n = 0; n < 1005; n += 1) customer(company, `C${n}`);
    const text = JSON.stringify(company.cdc(['Customer', 'Invoice'], '2026-03-01T00:00:00Z'));
    expect(text).toContain('"maxResults":1000');
  });
});
