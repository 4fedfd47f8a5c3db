import type { DBCore } from 'dexie';
import { LedgerDatabase } from '../../../utils/store/database';
import type { Effects, TableWrite } from './effects';

/** The extension's own database, with hooks before each write to a table and after each commit. */
export function workerDatabase(
  name: string,
  storing: Effects['storing'],
  stored: Effects['stored'],
): LedgerDatabase {
  const db = new LedgerDatabase(name);
  const written = new WeakMap<object, TableWrite[]>();
  db.use({
    stack: 'dbcore',
    name: 'simulation',
    create: (core: DBCore) => ({
      ...core,
      transaction(stores, mode, options) {
        const transaction = core.transaction(stores, mode, options);
        if (mode === 'readwrite' && transaction instanceof IDBTransaction) {
          const writes: TableWrite[] = [];
          written.set(transaction, writes);
          transaction.addEventListener('complete', () => stored(writes));
        }
        return transaction;
      },
      table(tableName) {
        const table = core.table(tableName);
        return {
          ...table,
          mutate: async (request) => {
            const rows = 'values' in request ? request.values : [];
            // An update that changes nothing, or finds nobody, stores nothing.
            if (request.type === 'put' && rows.length === 0) return table.mutate(request);
            storing(tableName, rows);
            written.get(request.trans)?.push({ table: tableName, rows });
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return db;
}
