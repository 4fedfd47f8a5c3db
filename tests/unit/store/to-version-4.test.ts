import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { mappingKey } from '../../../utils/ledger/mappings';
import { rowKey } from '../../../utils/ledger/record-key';
import { LedgerDatabase } from '../../../utils/store/database';
import { client, invoice, payment } from '../sync/make';

/** The tables of version 3, as they were. */
const VERSION_3 = {
  pairs: 'id',
  mirror: 'key, [pairId+side+kind]',
  links: 'key, pairId, &tpsKey, &qboKey',
  mappings: 'key, pairId',
  wishes: 'key, pairId',
  ignores: 'key, pairId',
  runs: 'id, pairId, status, startedAt',
  journal: 'key, [runId+seq], [runId+state]',
  entries: 'id, runId, pairId, [pairId+recordKey], status, at',
  settings: 'key',
  rulings: 'key, pairId',
  quarantine: 'key, pairId',
};

const bill = invoice('tps', '5');
const twin = invoice('qbo', '7');
const paid = payment('qbo', '9');
const anna = client('qbo', '3', { email: 'new@x' });
const base = { tps: bill, qbo: twin };
const draft = { kind: 'invoice', number: '5' };

/** Intents as version 3 wrote them, and what each says it does since. */
const STORED: readonly (readonly [object, object])[] = [
  [
    { key: 'create:invoice:qbo:5', verb: 'create', record: bill, target: null, draft },
    { does: 'create', target: null, draft },
  ],
  [
    { key: 'link:invoice:qbo:5', verb: 'link', record: bill, target: twin, unagreed: true },
    { does: 'link', target: twin, unagreed: true },
  ],
  [
    { key: 'update:invoice:qbo:5', verb: 'update', record: bill, target: twin, draft, owner: '2' },
    { does: 'update', target: twin, draft, owner: '2' },
  ],
  [
    { key: 'update:client:qbo:l', verb: 'update', record: anna, target: anna, draft: null },
    { does: 'update', draft: { kind: 'client', name: anna.name, email: 'new@x', marker: null } },
  ],
  [
    { key: 'detach:payment:qbo:9', verb: 'update', record: paid, target: paid, draft, back: base },
    { does: 'detach', back: base },
  ],
  [{ key: 'void:invoice:qbo:5', verb: 'void', record: bill, target: twin }, { does: 'void' }],
  [{ key: 'delete:invoice:qbo:7', verb: 'delete', record: twin, target: twin }, { does: 'delete' }],
  [
    { key: 'freeNumber:invoice:qbo:7', verb: 'update', act: 'freeNumber', record: twin, draft },
    { does: 'renumber', draft },
  ],
  [
    { key: 'deactivate:client:qbo:3', verb: 'update', act: 'deactivate', record: anna },
    { does: 'act', act: 'deactivate' },
  ],
  [
    { key: 'undo:update:invoice:qbo:5', verb: 'update', record: twin, draft, back: base },
    { does: 'restore', back: base },
  ],
  [
    { key: 'undo:detach:payment:qbo:9', verb: 'update', record: paid, draft, back: base },
    { does: 'restore', back: base },
  ],
  [
    { key: 'undo:void:invoice:qbo:5', verb: 'create', record: twin, draft, back: base },
    { does: 'reenter', back: base },
  ],
  [
    { key: 'convert:create:C73', verb: 'create', record: bill, original: { id: '73' } },
    { does: 'replace', part: 'adjustment', original: { id: '73' } },
  ],
  [
    { key: 'convert:remove:C73', verb: 'delete', record: bill, original: { id: '73' } },
    { does: 'replace', part: 'original' },
  ],
];

/** Version 3 added the table of what was set aside, and changed no row. */
const { quarantine: _quarantine, ...VERSION_2 } = VERSION_3;

it.each([
  [2, VERSION_2],
  [3, VERSION_3],
])(
  'a database of version %i keeps its journal, each intent with what it does',
  async (version, tables) => {
    const old = new Dexie(`v${version}`);
    old.version(version).stores(tables);
    await old.open();
    const rows = STORED.map(([intent], seq) => ({
      ...{ key: `r:${seq}`, runId: 'r', seq, state: 'done' },
      intent: { targetId: '7', ...intent },
    }));
    await old.table('journal').bulkAdd(rows);
    await old
      .table('journal')
      .add({ key: 'odd', runId: 'r', seq: 99, state: 'done', intent: 'no' });
    await old.table('links').add({ key: 'l', pairId: 'p', tpsKey: 'p:a', qboKey: 'p:b' });
    const tax = { pairId: 'p', kind: 'tax', from: 'tps' };
    await old.table('mappings').bulkAdd([
      { ...tax, key: 'p:tax:tps:1+2', fromId: '1+2', toId: '5' },
      { ...tax, key: 'p:tax:tps:1', fromId: '1', toId: '3' },
      { ...tax, key: 'p:tax:qbo:TAX:5', from: 'qbo', fromId: 'TAX:5', toId: '1' },
    ]);
    old.close();
    const db = new LedgerDatabase(`v${version}`);
    for (const [seq, [was, is]] of STORED.entries()) {
      const { intent } = (await db.journal.get(`r:${seq}`)) ?? {};
      expect(intent).toMatchObject(is);
      expect(intent).toMatchObject({ key: 'key' in was ? was.key : '' });
      for (const gone of ['verb', 'targetId']) expect(intent).not.toHaveProperty(gone);
    }
    // What nobody can read is left for whoever checks the row.
    expect((await db.journal.get('odd'))?.intent).toBe('no');
    expect(await db.links.count()).toBe(1);
    // A tax is found under the key that is made of it now, once.
    const mappings = await db.mappings.toArray();
    expect(mappings).toHaveLength(3);
    for (const { key, pairId, kind, from, fromId } of mappings) {
      expect(key).toBe(rowKey(pairId, mappingKey(kind, from, fromId)));
    }
    expect(await db.quarantine.count()).toBe(0);
    expect(await db.past.count()).toBe(0);
    expect(db.verno).toBe(5);
    db.close();
  },
);
