import type { RawEntity } from '../../../utils/port/raw-entities';
import type { RawList } from '../../../utils/port/raw-list';

/** A list of TPS or of ours with these pages of ids. */
export function listOf(entity: RawEntity, ...pages: readonly (readonly number[])[]): RawList {
  return {
    entity,
    async read(onPage) {
      for (const [index, ids] of pages.entries()) {
        await onPage({ page: index + 1, body: { items: ids.map((id) => ({ id })) } });
      }
    },
  };
}

/** An entity of QuickBooks with these pages of ids. */
export function entityOf(entity: RawEntity, ...pages: readonly (readonly number[])[]): RawList {
  return {
    entity,
    async read(onPage) {
      for (const [index, ids] of pages.entries()) {
        const rows = ids.map((id) => ({ Id: String(id), SyncToken: '0' }));
        const QueryResponse = rows.length > 0 ? { [entity]: rows } : {};
        await onPage({ page: index + 1, body: { QueryResponse, time: '2026-03-02T07:00:00' } });
      }
    },
  };
}
