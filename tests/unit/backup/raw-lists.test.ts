/** Lists that move while they are read, against transports that say what the test wants. */
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../utils/http/failures';
import { PortError } from '../../../utils/port/port-error';
import type { RawList } from '../../../utils/port/raw-list';
import { rawLists as qboLists } from '../../../utils/qbo/read/raw';
import type { QboTransport } from '../../../utils/qbo/request';
import { rawLists as tpsLists } from '../../../utils/tps/read/raw';
import type { TpsTransport } from '../../../utils/tps/transport';

const ASKED: Asked = {
  side: 'qbo',
  method: 'GET',
  path: 'query',
  write: false,
  subject: { type: 'invoice', label: '…' },
};
const unused = (): never => {
  throw new Error('only reads');
};

/** Answers each reading of Invoice with the rows that `rowsAt(n)` gives for the n-th request. */
function qboList(rowsAt: (request: number) => readonly number[]): RawList {
  let requests = 0;
  const transport: QboTransport = {
    post: unused,
    batch: unused,
    isPaired: unused,
    gathers: false,
    currentRealm: unused,
    named: unused,
    async get({ params }) {
      requests += 1;
      const statement = params?.query ?? '';
      const start = Number(/STARTPOSITION (\d+)/.exec(statement)?.[1]);
      const size = Number(/MAXRESULTS (\d+)/.exec(statement)?.[1]);
      const rows = rowsAt(requests).slice(start - 1, start - 1 + size);
      const Invoice = rows.map((id) => ({ Id: String(id) }));
      return { body: { QueryResponse: { Invoice } }, serverTime: null, asked: ASKED };
    },
  };
  return invoicesOf(qboLists(transport), 'Invoice');
}

/** The same for the invoices of TPS; `total` is what the answer says. */
function tpsList(rowsAt: (request: number) => readonly number[]): RawList {
  let requests = 0;
  const transport: TpsTransport = {
    write: unused,
    async get({ params }) {
      requests += 1;
      const rows = rowsAt(requests);
      const start = (Number(params?.page) - 1) * Number(params?.pageSize);
      const items = rows.slice(start, start + Number(params?.pageSize)).map((id) => ({ id }));
      const body = { items, total: rows.length, serverTime: '2026-03-02T15:00:00Z' };
      return { body, asked: { ...ASKED, side: 'tps' } };
    },
  };
  return invoicesOf(
    tpsLists(transport, (read) => read()),
    'invoices',
  );
}

function invoicesOf(lists: readonly RawList[], entity: string): RawList {
  const list = lists.find((one) => one.entity === entity);
  if (!list) throw new Error(`no ${entity}`);
  return list;
}

function upTo(last: number, from = 1): number[] {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

async function pagesOf(list: RawList): Promise<number[]> {
  const pages: number[] = [];
  await list.read(async ({ page }) => void pages.push(page));
  return pages;
}

async function failure(list: RawList): Promise<PortError> {
  const error = await pagesOf(list).catch((thrown: unknown) => thrown);
  if (!(error instanceof PortError)) throw new Error(`no PortError: ${String(error)}`);
  return error;
}

describe('an entity of QuickBooks', () => {
  it('is read to its end, full last pages too', async () => {
    expect(await pagesOf(qboList(() => upTo(999)))).toEqual([1]);
    expect(await pagesOf(qboList(() => upTo(1_000)))).toEqual([1, 2]);
    expect(await pagesOf(qboList(() => upTo(1_980)))).toEqual([1, 2, 3]);
  });

  it('goes on when so few rows went that the pages still overlap', async () => {
    const list = qboList((request) => (request === 1 ? upTo(1_500) : upTo(1_500, 11)));
    expect(await pagesOf(list)).toEqual([1, 2]);
  });

  it('is read anew when a row may have slipped through between two pages', async () => {
    const list = qboList((request) => (request === 1 ? upTo(1_500) : upTo(1_500, 31)));
    expect(await pagesOf(list)).toEqual([1, 1, 2]);
  });

  it('is given up when it never stands still', async () => {
    const error = await failure(qboList((request) => upTo(9_000, request * 50)));
    expect([error.kind, error.what.id]).toEqual(['unreachable', 'port.listMoved']);
  });
});

describe('a list of TPS', () => {
  it('is read to its end, full last pages too', async () => {
    expect(await pagesOf(tpsList(() => []))).toEqual([1]);
    expect(await pagesOf(tpsList(() => upTo(200)))).toEqual([1]);
    expect(await pagesOf(tpsList(() => upTo(401)))).toEqual([1, 2, 3]);
  });

  it('is read anew when a row went or came meanwhile', async () => {
    const gone = tpsList((request) => (request === 1 ? upTo(300) : upTo(300, 2)));
    expect(await pagesOf(gone)).toEqual([1, 1, 2]);
    const came = tpsList((request) => (request === 1 ? upTo(300) : upTo(301)));
    expect(await pagesOf(came)).toEqual([1, 1, 2]);
  });

  it('is read anew when a row stands on two pages, so that another stands on none', async () => {
    const list = tpsList((request) => (request === 1 ? upTo(300) : [0, ...upTo(299)]));
    expect(await pagesOf(list)).toEqual([1, 2, 1, 2]);
  });

  it('is given up when it never stands still', async () => {
    const error = await failure(tpsList((request) => upTo(300 + request)));
    expect([error.kind, error.what.id]).toEqual(['unreachable', 'port.listMoved']);
  });
});
