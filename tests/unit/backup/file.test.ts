import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupFileName } from '../../../utils/backup/file-name';
import type { BackupLine } from '../../../utils/backup/format';
import { makeBackup } from '../../../utils/backup/make';
import { BackupUnreadable, readBackup } from '../../../utils/backup/read';
import { BACKUP_FILE } from '../../../utils/backup/scratch';
import type { RawList } from '../../../utils/port/raw-list';
import { core as english } from '../../../utils/wording/en/core';
import { entityOf, listOf } from './lists';
import { memoryScratch } from './memory-scratch';
import { pairRow } from './pair';

let scratch: ReturnType<typeof memoryScratch>;
beforeEach(() => {
  scratch = memoryScratch();
});

const LISTS: { tps: RawList[]; qbo: RawList[]; own: RawList[] } = {
  tps: [listOf('clients', [1, 2, 3], [4]), listOf('invoices', [])],
  // Pages of QuickBooks overlap: 3 stands on both.
  qbo: [entityOf('Customer', [1, 2, 3], [3, 4]), entityOf('RefundReceipt', [])],
  own: [listOf('links', [7])],
};

function make(lists = LISTS, signal = new AbortController().signal) {
  return makeBackup({
    pair: pairRow(),
    lists,
    scratch,
    now: () => new Date('2026-03-02T15:00:00Z'),
    sleep: async () => {},
    signal,
    onProgress: () => {},
  });
}

/** The file with its lines changed, packed again. */
function altered(change: (lines: string[]) => string[]): Promise<Blob> {
  return scratch
    .file(BACKUP_FILE)
    .arrayBuffer()
    .then((bytes) => {
      const lines = gunzipSync(Buffer.from(bytes)).toString('utf8').trimEnd().split('\n');
      return new Blob([new Uint8Array(gzipSync(`${change(lines).join('\n')}\n`))]);
    });
}

async function problem(file: Blob): Promise<string> {
  const error = await readBackup(file).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BackupUnreadable)) throw new Error(`not refused: ${String(error)}`);
  return error.what.id;
}

describe('a backup file', () => {
  it('is gzip of JSON lines: a head that says whose books, when and how much, then the pages', async () => {
    const contents = await make();
    const bytes = Buffer.from(await scratch.file(BACKUP_FILE).arrayBuffer());
    const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      format: 'ledger-bridge-backup',
      version: 1,
      madeAt: '2026-03-02T15:00:00.000Z',
      firm: { id: '4711', name: 'Cabinet Roy' },
      company: { realm: '9341452000000001', name: 'Cabinet Roy & Associés' },
      currency: 'CAD',
      counts: {
        tps: { clients: 4, invoices: 0 },
        qbo: { Customer: 4, RefundReceipt: 0 },
        own: { links: 1 },
      },
      pages: 7,
    });
    expect(JSON.parse(lines[4] ?? '')).toEqual({
      shelf: 'qbo',
      entity: 'Customer',
      page: 1,
      body: {
        QueryResponse: {
          Customer: ['1', '2', '3'].map((Id) => ({ Id, SyncToken: '0' })),
        },
        time: '2026-03-02T07:00:00',
      },
    });
    expect(contents.bytes).toBe(bytes.length);
    expect(contents.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('says the same when it is opened again', async () => {
    const made = await make();
    const lines: BackupLine[] = [];
    expect(await readBackup(scratch.file(BACKUP_FILE), (line) => lines.push(line))).toEqual(made);
    expect(lines.map(({ entity, page }) => `${entity} ${page}`)).toEqual([
      'clients 1',
      'clients 2',
      'invoices 1',
      'Customer 1',
      'Customer 2',
      'RefundReceipt 1',
      'links 1',
    ]);
  });

  it('keeps only the last reading of a list that moved while it was read', async () => {
    const moved: RawList = {
      entity: 'clients',
      async read(onPage) {
        await listOf('clients', [1, 2], [99]).read(onPage);
        await listOf('clients', [1, 3]).read(onPage);
      },
    };
    const { counts, head } = await make({ ...LISTS, tps: [listOf('invoices', [5]), moved] });
    expect(counts.tps).toEqual({ invoices: 1, clients: 2 });
    expect(head.pages).toBe(6);
    const text = gunzipSync(Buffer.from(await scratch.file(BACKUP_FILE).arrayBuffer())).toString();
    expect(text).not.toContain('99');
    expect(text).toContain('"invoices"');
  });

  it('ends at once when it is stopped, between two pages', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const slow: RawList = {
      entity: 'clients',
      async read(onPage) {
        for (const page of [1, 2, 3]) {
          seen.push(page);
          await onPage({ page, body: { items: [{ id: page }] } });
          if (page === 2) stop.abort();
        }
      },
    };
    await expect(make({ ...LISTS, tps: [slow] }, stop.signal)).rejects.toThrow('stopped');
    expect(seen).toEqual([1, 2, 3]);
    expect(() => scratch.file(BACKUP_FILE)).toThrow();
  });
});

describe('a file that is not whole is refused with one sentence', () => {
  beforeEach(async () => {
    await make();
  });

  it.each<[string, () => Promise<Blob> | Blob, keyof typeof english]>([
    ['another file', () => new Blob(['%PDF-1.7 …']), 'backup.notOne'],
    ['an empty file', () => new Blob([]), 'backup.notOne'],
    ['another gzip', () => new Blob([new Uint8Array(gzipSync('{"a":1}\n'))]), 'backup.notOne'],
    [
      'broken off',
      () => scratch.file(BACKUP_FILE).slice(0, scratch.file(BACKUP_FILE).size - 20),
      'backup.damaged',
    ],
    ['a page gone', () => altered((lines) => lines.toSpliced(3, 1)), 'backup.damaged'],
    ['the page of rows gone', () => altered((lines) => lines.toSpliced(1, 1)), 'backup.incomplete'],
    ['rows added', () => altered((lines) => [...lines, page('clients', 9)]), 'backup.incomplete'],
    ['a line of nonsense', () => altered((lines) => [...lines, '{"x":']), 'backup.damaged'],
    ['an unknown list', () => altered((lines) => [...lines, page('secrets', 1)]), 'backup.damaged'],
    [
      'rows without ids',
      () =>
        altered((lines) => [
          ...lines,
          JSON.stringify({ shelf: 'tps', entity: 'clients', page: 3, body: { items: [{}] } }),
        ]),
      'backup.damaged',
    ],
    ['a newer version', () => altered((lines) => withHead(lines, { version: 2 })), 'backup.newer'],
    ['half a head', () => altered((lines) => withHead(lines, { firm: null })), 'backup.damaged'],
  ])('%s', async (_name, file, id) => {
    expect(await problem(await file())).toBe(id);
    expect(english[id]).toMatch(/^This/);
  });
});

function page(entity: string, id: number): string {
  return JSON.stringify({ shelf: 'tps', entity, page: 1, body: { items: [{ id }] } });
}

function withHead(lines: string[], change: object): string[] {
  const head: unknown = JSON.parse(lines[0] ?? '');
  return lines.with(0, JSON.stringify({ ...(typeof head === 'object' ? head : {}), ...change }));
}

describe('backupFileName', () => {
  it.each([
    ['Cabinet Roy & Associés', 'backup-cabinet-roy-associes-20260302-1500Z.jsonl.gz'],
    ['../../etc', 'backup-etc-20260302-1500Z.jsonl.gz'],
    ['会计', 'backup-books-20260302-1500Z.jsonl.gz'],
  ])('of %s is %s', (company, name) => {
    expect(backupFileName(company, '2026-03-02T15:00:00.000Z')).toBe(name);
  });

  it('stays short', () => {
    expect(backupFileName('x'.repeat(300), '2026-03-02T15:00:00.000Z').length).toBeLessThan(80);
  });
});
