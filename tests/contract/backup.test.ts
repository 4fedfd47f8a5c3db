/** A backup of both stand-ins: is everything that was loaded in the file? */
import { beforeEach, describe, expect, it } from 'vitest';
import { totalOf } from '../../utils/backup/format';
import { readBackup } from '../../utils/backup/read';
import { ENTITIES_OF, QBO_ENTITIES, SHELVES, TPS_LISTS } from '../../utils/port/raw-entities';
import type { BackupRecord } from '../../utils/store/backup-record';
import { type BackupScene, backupScene, idsInFile, onlyFile, textOf } from './scene/backup-scene';
import { REALM } from './scene/qbo-scene';

const NAME_LISTS = /^(Customer|Item|Account|TaxCode|TaxRate|PaymentMethod|Term)$/;

let scene: BackupScene;
let tps: BackupScene['tps'];
let qbo: BackupScene['qbo'];
let backUp: BackupScene['backUp'];

beforeEach(async () => {
  scene = await backupScene();
  ({ tps, qbo, backUp } = scene);
});

function rowsInQbo(entity: string): number {
  const where = NAME_LISTS.test(entity) ? ' where Active in (true,false)' : '';
  return Number(qbo.company.query(`select count(*) from ${entity}${where}`).totalCount);
}

/** Kinds that the generated firm has none of. */
function loadTheRest(): void {
  const { company } = qbo;
  const idOf = (query: string): string =>
    /"Id":"(\d+)"/.exec(JSON.stringify(company.query(query)))?.[1] ?? '';
  const bank = { value: idOf("select Id from Account where AccountType = 'Bank'") };
  const income = { value: idOf("select Id from Account where AccountType = 'Income'") };
  const sale = {
    CustomerRef: { value: idOf('select Id from Customer maxresults 1') },
    TxnDate: '2026-02-01',
    DepositToAccountRef: bank,
    Line: [
      {
        Amount: 10,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: { value: '3' } },
      },
    ],
  };
  company.create('SalesReceipt', sale);
  company.create('RefundReceipt', sale);
  company.create('Term', { Name: 'Net 45', DueDays: 45 });
  company.create('Purchase', {
    PaymentType: 'Check',
    AccountRef: bank,
    Line: [
      {
        Amount: 15,
        DetailType: 'AccountBasedExpenseLineDetail',
        AccountBasedExpenseLineDetail: { AccountRef: income, TaxCodeRef: { value: '3' } },
      },
    ],
  });
  company.create('Deposit', {
    DepositToAccountRef: bank,
    Line: [
      {
        Amount: 5,
        DetailType: 'DepositLineDetail',
        DepositLineDetail: { AccountRef: income },
      },
    ],
  });
}

describe('a backup of both books', () => {
  it('holds every list of both systems, and every row of each', async () => {
    loadTheRest();
    await backUp();
    const found = await idsInFile(onlyFile(scene));
    expect([...found.keys()]).toEqual(SHELVES.flatMap((shelf) => ENTITIES_OF[shelf]));
    for (const entity of QBO_ENTITIES) {
      expect(found.get(entity)?.size, entity).toBe(rowsInQbo(entity));
      expect(found.get(entity)?.size, entity).toBeGreaterThan(0);
    }
    const { books } = tps;
    const inTps: Record<(typeof TPS_LISTS)[number], readonly { readonly id: number }[]> = {
      clients: books.clients.all(),
      invoices: books.invoices.all(),
      payments: books.payments.all(),
      adjustments: books.adjustments.all(),
      ...books.reference,
    };
    for (const list of TPS_LISTS) {
      expect([...(found.get(list) ?? [])].sort(), list).toEqual(
        inTps[list].map(({ id }) => String(id)).sort(),
      );
      expect(found.get(list)?.size, list).toBeGreaterThan(0);
    }
  });

  it('is kept on the pair with name, size, hash and counts', async () => {
    const backups = await backUp();
    const { state, backup, problem } = await backups.view();
    expect({ state, problem }).toEqual({ state: 'idle', problem: null });
    const contents = await readBackup(onlyFile(scene));
    expect(backup).toEqual({
      how: 'file',
      at: '2026-03-02T15:00:00.000Z',
      fileName: 'backup-cabinet-roy-associes-20260302-1500Z.jsonl.gz',
      bytes: contents.bytes,
      sha256: contents.sha256,
      counts: contents.counts,
    } satisfies BackupRecord);
    expect(contents.head).toMatchObject({ firm: { id: '4711' }, company: { realm: REALM } });
    expect(totalOf(contents.counts.qbo)).toBeGreaterThan(100);
    expect(scene.scratch.names()).toEqual([]);
  });

  it('holds what the systems sent as they sent it: inactive customers, deleted clients, own fields', async () => {
    const made = tps.books.clients.create({ code: 'GONE', name: 'Gone & Co' });
    tps.books.clients.remove(made.id);
    const inactive = qbo.company.create('Customer', { DisplayName: 'Once Upon' });
    const { Id = '', SyncToken = '' } = Object(inactive);
    qbo.company.update('Customer', { Id, SyncToken, sparse: true, Active: false });
    await backUp();
    const text = await textOf(onlyFile(scene));
    expect(text).toContain('"GONE"');
    expect(text).toContain('"Once Upon"');
    expect(text).toContain('"serverTime":"2026-03-02T15:00:00.000Z"');
    expect(text).toContain('"MetaData":{"CreateTime"');
  });

  it('is the same file when it is opened again', async () => {
    const { backup } = await (await backUp()).view();
    expect(backup).toMatchObject({ sha256: (await readBackup(onlyFile(scene))).sha256 });
    expect(scene.scratch.names()).toEqual([]);
  });

  it('reads long lists page by page, and counts the rows that two pages share once', async () => {
    for (let n = 0; n < 1_500; n += 1) {
      qbo.company.create('Customer', { DisplayName: `Customer ${n}` });
    }
    for (let n = 0; n < 450; n += 1) {
      tps.books.clients.create({ code: `C${n}`, name: `Client ${n}` });
    }
    const backups = await backUp();
    const { backup } = await backups.view();
    if (backup?.how !== 'file') throw new Error('no file');
    expect(backup.counts.qbo.Customer).toBe(rowsInQbo('Customer'));
    expect(backup.counts.tps.clients).toBe(tps.books.clients.all().length);
    const asked = qbo.site.sent.map(({ url }) => new URL(url).searchParams.get('query') ?? '');
    expect(asked.filter((query) => query.includes('FROM Customer')).length).toBe(2);
    expect(tps.site.sent.filter(({ url }) => url.includes('/clients?')).length).toBe(3);
  });

  it('begins a list anew when a row goes while it is read', async () => {
    for (let n = 0; n < 250; n += 1) {
      tps.books.clients.create({ code: `C${n}`, name: `Client ${n}` });
    }
    tps.site.mishap({
      when: ({ url }) => /adjustments\?.*page=1/.test(url),
      before: () => tps.books.clients.create({ code: 'NEW', name: 'After its list' }),
    });
    tps.site.mishap({
      when: ({ url }) => /clients\?.*page=2/.test(url),
      before: () => tps.books.clients.create({ code: 'MID', name: 'Within its list' }),
    });
    await backUp();
    const text = await textOf(onlyFile(scene));
    expect(text).toContain('"MID"');
    expect(text).not.toContain('"NEW"');
    const pages = text.split('\n').filter((line) => line.includes('"entity":"clients"'));
    expect(pages.length).toBe(2);
  });

  it('writes nothing to either system and carries no header, cookie or token', async () => {
    await backUp();
    const sent = [...tps.site.sent, ...qbo.site.sent];
    expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
    const text = await textOf(onlyFile(scene));
    const secrets = [
      ...sent.map(({ headers }) => headers.get('authorization')),
      qbo.site.jar.get('qbo.csrftoken'),
      qbo.site.jar.get('qbo.ticket'),
      tps.site.jar.get('XSRF-TOKEN'),
      tps.site.jar.get('.TPS.Session'),
    ].filter((secret) => secret !== null);
    expect(secrets.length).toBeGreaterThan(4);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/intuit_apikey|set-cookie|authorization/i);
  });
});
