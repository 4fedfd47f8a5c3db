/**
 * Whether the QuickBooks Online stand-in bears a big firm: `npx tsx tests/bench/sandbox-size.ts`.
 * Loads 50,000 customers with 200,000 invoices, then times query pages and change data capture
 * through the OAuth door, JSON included. Prints figures; exits with 1 beyond a limit.
 */
import { manualClock } from '../sandbox/clock';
import { createQboStandIn, type JsonObject, type QboCompany } from '../sandbox/qbo';
import { isArray, isObject, objectAt, parseJson, textAt } from '../sandbox/qbo/json';

const CUSTOMERS = 50_000;
const INVOICES_PER_CUSTOMER = 4;
const PAGE_ROWS = 1000;
const SAMPLES = 20;

const LOAD_SECONDS_MAX = 60;
const RSS_GIB_MAX = 4;
const PAGE_MS_MAX = 100;
const CDC_MS_MAX = 300;
const NO_LIMIT = Number.POSITIVE_INFINITY;

const REALM = '9130000000000001';
/** Between two customers, so that times of change differ as in a real company. */
const STEP_MS = 20;

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly max: number;
  readonly unit: string;
}

const clock = manualClock(new Date('2026-03-02T18:00:00Z'));
const qbo = createQboStandIn({
  clock,
  seed: 1,
  country: 'CA',
  companies: [{ realm: REALM, name: 'Big firm' }],
});
// The limits of the service are no part of what is measured.
qbo.switches.rateLimit = false;

function load(company: QboCompany): void {
  const exempt = idNamed(company, 'TaxCode', 'Exempt');
  const combined = idNamed(company, 'TaxCode', 'GST/QST QC - 9.975');
  for (let c = 1; c <= CUSTOMERS; c += 1) {
    clock.advance(STEP_MS);
    const made = company.create('Customer', {
      DisplayName: `${scrambled(c)} Holdings inc.`,
      PrimaryEmailAddr: { Address: `client${c}@example.com` },
      BillAddr: { Line1: `${c} rue Sherbrooke`, City: 'Montréal', PostalCode: 'H3B 4W8' },
    });
    for (let n = 0; n < INVOICES_PER_CUSTOMER; n += 1) {
      company.create('Invoice', {
        CustomerRef: { value: textAt(made, 'Id') ?? '' },
        DocNumber: `INV-${c}-${n}`,
        TxnDate: `2026-0${1 + (n % 2)}-${String(1 + (c % 28)).padStart(2, '0')}`,
        GlobalTaxCalculation: 'TaxExcluded',
        Line: [line(1000 + c / 100, combined), line(250, exempt)],
      });
    }
  }
}

/** Names that do not come in the order of their ids. */
const scrambled = (c: number): string => `Client ${String((c * 7919) % 50_021).padStart(6, '0')}`;

function line(dollars: number, taxCode: string): JsonObject {
  return {
    Amount: Math.round(dollars * 100) / 100,
    Description: 'Professional services',
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '3' }, TaxCodeRef: { value: taxCode } },
  };
}

function idNamed(company: QboCompany, entity: string, name: string): string {
  const rows = company.query(`select * from ${entity} where Name = '${name}'`)[entity];
  const first = isArray(rows) ? rows[0] : undefined;
  return isObject(first) ? (textAt(first, 'Id') ?? '') : '';
}

/** Milliseconds of one call, from request to parsed-ready text. Fails unless `count` rows came. */
async function timed(path: string, count: number): Promise<number> {
  const request = new Request(`https://quickbooks.api.intuit.com/v3/company/${REALM}/${path}`, {
    headers: { Authorization: 'Bearer bench', Accept: 'application/json' },
  });
  const begun = performance.now();
  const text = await (await qbo.api.fetch(request)).text();
  const ms = performance.now() - begun;
  const got = rowsIn(text);
  if (got !== count) throw new Error(`${path}: ${got} rows instead of ${count}`);
  return ms;
}

function rowsIn(text: string): number {
  const body = parseJson(text);
  if (!isObject(body)) return -1;
  const answer = objectAt(body, 'QueryResponse') ?? cdcAnswer(body);
  return Object.values(answer).reduce<number>(
    (sum, rows) => sum + (isArray(rows) ? rows.length : 0),
    0,
  );
}

function cdcAnswer(body: JsonObject): JsonObject {
  const outer = body.CDCResponse;
  const inner = isArray(outer) && isObject(outer[0]) ? outer[0].QueryResponse : undefined;
  return isArray(inner) ? Object.assign({}, ...inner.filter(isObject)) : {};
}

async function sampled(paths: readonly string[]): Promise<{ median: number; worst: number }> {
  const all: number[] = [];
  for (const path of paths) all.push(await timed(path, PAGE_ROWS));
  const sorted = all.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

/** Query paths at start positions spread over the whole table; the first call is the first ever. */
function pagesOf(entity: string, rows: number, more = ''): readonly string[] {
  const step = Math.floor((rows - PAGE_ROWS) / (SAMPLES - 1));
  return Array.from({ length: SAMPLES }, (_, n) => {
    const start = 1 + ((n * 7) % SAMPLES) * step;
    const select = `select * from ${entity}${more} startposition ${start} maxresults ${PAGE_ROWS}`;
    return `query?query=${encodeURIComponent(select)}`;
  });
}

function changesSince(secondsAgo: number): string {
  const since = new Date(clock.now().getTime() - secondsAgo * 1000).toISOString();
  return `cdc?entities=Customer,Invoice,Payment,CreditMemo&changedSince=${since}`;
}

const begun = performance.now();
load(qbo.company(REALM));
const loadSeconds = (performance.now() - begun) / 1000;

const invoices = CUSTOMERS * INVOICES_PER_CUSTOMER;
const figures: Figure[] = [
  { what: 'load', value: loadSeconds, max: LOAD_SECONDS_MAX, unit: 's' },
  { what: 'memory', value: process.memoryUsage().rss / 2 ** 30, max: RSS_GIB_MAX, unit: 'GiB' },
];
const queries: readonly (readonly [string, readonly string[], number])[] = [
  ['page of customers', pagesOf('Customer', CUSTOMERS), PAGE_MS_MAX],
  ['page of customers by id', pagesOf('Customer', CUSTOMERS, ' orderby Id'), PAGE_MS_MAX],
  ['page of invoices', pagesOf('Invoice', invoices), PAGE_MS_MAX],
  ['page of invoices by id', pagesOf('Invoice', invoices, ' orderby Id'), PAGE_MS_MAX],
  // No limit: the extension filters by no balance, and the first such page looks at all invoices.
  ['page of open invoices', pagesOf('Invoice', invoices, " where Balance > '0'"), NO_LIMIT],
  [
    'change data capture',
    Array.from({ length: SAMPLES }, (_, n) => changesSince(20 + n * 50)),
    CDC_MS_MAX,
  ],
];
for (const [what, paths, max] of queries) {
  const { median, worst } = await sampled(paths);
  figures.push({ what: `${what}, median`, value: median, max, unit: 'ms' });
  figures.push({ what: `${what}, worst of ${SAMPLES}`, value: worst, max, unit: 'ms' });
}

console.log(`${CUSTOMERS} customers, ${invoices} invoices`);
for (const { what, value, max, unit } of figures) {
  const verdict = value < max ? '' : '  TOO MUCH';
  const limit = max === NO_LIMIT ? '' : ` (less than ${max})`;
  console.log(`${what.padEnd(40)}${value.toFixed(1).padStart(8)} ${unit}${limit}${verdict}`);
}
process.exitCode = figures.every(({ value, max }) => value < max) ? 0 : 1;
