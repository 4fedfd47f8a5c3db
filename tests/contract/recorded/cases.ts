import type { JsonObject } from '../../sandbox/qbo';
import { objectAt, objectsAt, textAt } from '../../sandbox/qbo/json';
import type { Asked, RecordedCompany } from './scene';

/** The request that led to a recorded answer. Those of GETs named in PROVENANCE.tsv follow from it. */
export interface Case {
  readonly sample: string;
  /** The files whose objects the company holds before the request. */
  readonly source: string;
  readonly status: number;
  /** The recording that shows what is asked for as it was; the recorded answer itself by default. */
  readonly before?: string;
  asked(company: RecordedCompany): Asked;
}

const QBO_API = 'minimul-qbo_api';
const EXQB = 'boulevard-exquickbooks';

/** Id and SyncToken as the company holds them now; recordings of one object are of several times. */
function handle(scene: RecordedCompany, entity: 'Invoice', id: string): JsonObject {
  const now = scene.company.read(entity, id);
  return { Id: id, SyncToken: textAt(now, 'SyncToken') ?? '' };
}

const firstId = (scene: RecordedCompany, entity: 'Item' | 'SalesReceipt'): string =>
  textAt(objectsAt(scene.company.query(`select * from ${entity}`), entity)[0], 'Id') ?? '';

function saleLine(item: string): JsonObject {
  return {
    Amount: 0,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: item }, UnitPrice: 0, Qty: 1 },
  };
}

const post = (path: string, body: JsonObject): Asked => ({ method: 'POST', path, body });
const get = (path: string, token?: string): Asked => ({
  method: 'GET',
  path,
  ...(token === undefined ? {} : { token }),
});

type Request = Case['asked'];
const of =
  (source: string, status: number) =>
  (short: string, asked: Request, before?: string): Case => ({
    sample: short.replace('/', `/${source}--`),
    ...(before === undefined ? {} : { before: before.replace('/', `/${source}--`) }),
    source,
    status,
    asked,
  });
const served = of(QBO_API, 200);
const refused = of(QBO_API, 400);
const served2017 = of(EXQB, 200);
const refused2017 = of(EXQB, 400);

/** POSTs named in PROVENANCE.tsv; their bodies follow from the recorded answers and file names. */
export const posts: readonly Case[] = [
  served('Customer/5', () => post('customer?requestid=r1', { DisplayName: 'Doe9, Jane' })),
  served('Invoice/1', () =>
    post('invoice', {
      CustomerRef: { value: '1' },
      Line: [
        {
          Amount: 100,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: { ItemRef: { value: '1' } },
        },
      ],
    }),
  ),
  served('Account/2', (scene) => {
    return post('account', { ...scene.company.read('Account', '5'), Active: false });
  }),
  served('Employee/3', () =>
    post('employee', { Id: '55', SyncToken: '1', sparse: true, Active: false }),
  ),
  served(
    'Invoice/3',
    (scene) => post('invoice?operation=delete', handle(scene, 'Invoice', '266')),
    'Invoice/2',
  ),
  served(
    'Invoice/5',
    (scene) => post('invoice?operation=void', handle(scene, 'Invoice', '264')),
    'Invoice/4',
  ),
  refused('Fault/2', () => post('invoice', { BadJson: 'x' })),
  refused('Fault/6', () => post('customer', { DisplayName: "Amy's Bird Sanctuary" })),
  served(
    'Customer/10',
    () =>
      post('customer?minorversion=8', {
        Id: '68',
        SyncToken: '0',
        sparse: true,
        DisplayName: 'Jack Roe',
        PrimaryPhone: { FreeFormNumber: '(415) 444-1234' },
      }),
    'Customer/9',
  ),
  served(
    'SalesReceipt/3',
    () =>
      post('salesreceipt?minorversion=4&requestid=r2', { Id: '17', SyncToken: '4', sparse: true }),
    'SalesReceipt/2',
  ),
];

/** The recorded body of the batch. Vendor 71 and its fellows are not there before it. */
export const batch: Case = served('BatchItemResponse/1', () => ({ method: 'POST', path: 'batch' }));

/** Not named in PROVENANCE.tsv: what was asked follows from the names of the recorded files. */
export const inferred: readonly Case[] = [
  served2017('Item/1', () => get('query?query=SELECT%20*%20FROM%20Item')),
  refused2017('Fault/1', () => get('query?query=SELECT%20*%20FROM%20NULL')),
  served2017('Item/2', (scene) => {
    const known = scene.company.read('Item', '19');
    return post('item', {
      Name: 'More garden supplies',
      Type: 'Inventory',
      TrackQtyOnHand: true,
      QtyOnHand: 10,
      InvStartDate: '2015-01-01',
      IncomeAccountRef: objectAt(known, 'IncomeAccountRef'),
      ExpenseAccountRef: objectAt(known, 'ExpenseAccountRef'),
      AssetAccountRef: objectAt(known, 'AssetAccountRef'),
    });
  }),
  refused2017('Fault/2', () => post('item', {})),
  served2017('Item/3', () => get('item/11')),
  refused2017('Fault/3', () => get('item/99999')),
  served2017('Item/4', (scene) => post('item', scene.company.read('Item', '5'))),
  refused2017('Fault/4', (scene) =>
    post('item', { ...scene.company.read('Item', '19'), SyncToken: '99' }),
  ),
  served2017('Preferences/1', () => get('preferences')),
  served2017('Preferences/2', (scene) =>
    post('preferences', scene.company.read('Preferences', '1')),
  ),
  refused2017('Fault/5', () => post('preferences', { Id: '1', SyncToken: '99', sparse: true })),
  served2017('SalesReceipt/1', (scene) =>
    post('salesreceipt', { Line: [saleLine(firstId(scene, 'Item'))] }),
  ),
  refused2017('Fault/6', () => post('salesreceipt', { Line: [{ Amount: 1 }] })),
  served2017('SalesReceipt/2', (scene) => {
    const id = firstId(scene, 'SalesReceipt');
    const { SyncToken } = scene.company.read('SalesReceipt', id);
    return post('salesreceipt?operation=void', { Id: id, SyncToken });
  }),
  refused2017('Fault/7', (scene) =>
    post('salesreceipt?operation=void', { Id: firstId(scene, 'SalesReceipt'), SyncToken: '99' }),
  ),
];
