import { expect, it } from 'vitest';
import type { Side } from '../../../utils/ledger/side';
import type { SnapshotOn } from '../../../utils/ledger/snapshot';
import type { Scene } from '../../../utils/sync/scene';
import { mappingRows } from '../../../utils/views/setup-mappings';
import { scene } from '../sync/make';

/** Books with these bank accounts on both sides, by name. */
function withBanks(tps: readonly string[], qbo: readonly string[]): Scene {
  const books = scene([]);
  const banks = (names: readonly string[]) =>
    names.map((name) => ({ id: name, name, path: '', active: true, type: 'Bank' }));
  const side = <S extends Side>(name: S, names: readonly string[]): SnapshotOn<S> => ({
    ...books.now[name],
    references: { ...books.now[name].references, banks: banks(names) },
  });
  return { ...books, now: { tps: side('tps', tps), qbo: side('qbo', qbo) } };
}

it.each(['Trust account', 'Compte en fiducie', 'Compte en fidéicommis', 'Client funds', 'Escrow'])(
  'money that is held for clients is never suggested: %s',
  (name) => {
    const rows = mappingRows(withBanks([name, 'Operating'], [name, 'Chequing']));
    const banks = rows.filter(({ kind, from }) => kind === 'bank' && from === 'tps');
    expect(banks).toHaveLength(2);
    for (const { suggestedId } of banks) expect(suggestedId).not.toBe(name);
  },
);

it('an account whose name stands nowhere on the other side is asked about, not guessed', () => {
  const rows = mappingRows(withBanks(['Online payments'], ['Undeposited Funds', 'Chequing']));
  const [bank] = rows.filter(({ kind, from }) => kind === 'bank' && from === 'tps');
  expect(bank).toMatchObject({ name: 'Online payments', suggestedId: null, why: null });
});
