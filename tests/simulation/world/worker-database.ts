import type { DBCore } from 'dexie';
import { LedgerDatabase } from '../../../utils/store/database';
import type { Effects } from './effects';

/** What Dexie does for `liveQuery`, which nothing here uses, costs a tenth of all that a run does. */
const FOR_SCREENS_THAT_WATCH = ['Cache', 'Observability'];

/** The extension's own database, with hooks before each write to a table and after each commit. */
export function workerDatabase(
  name: string,
  storing: Effects['storing'],
  stored: () => void,
): LedgerDatabase {
  const db = new LedgerDatabase(name);
  for (const layer of FOR_SCREENS_THAT_WATCH) db.unuse({ stack: 'dbcore', name: layer });
  db.use({
    stack: 'dbcore',
    name: 'simulation',
    create: (core: DBCore) => ({
      ...core,
      transaction(stores, mode, options) {
        const transaction = core.transaction(stores, mode, options);
        if (mode === 'readwrite' && transaction instanceof IDBTransaction) {
          transaction.addEventListener('complete', stored);
        }
        return transaction;
      },
      table(tableName) {
        const table = core.table(tableName);
        return {
          ...table,
          mutate: async (request) => {
            storing(tableName, 'values' in request ? request.values : []);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return db;
}
