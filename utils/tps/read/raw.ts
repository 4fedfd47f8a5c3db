/** Whole lists of TPS as they come, page by page, for a backup. */

import { malformed } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import { idsIn } from '../../port/ids-in';
import { PortError } from '../../port/port-error';
import { TPS_LISTS, type TpsList } from '../../port/raw-entities';
import type { OnRawPage, RawList } from '../../port/raw-list';
import { listOf, type SubjectType } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { PATHS } from '../paths';
import { list } from '../schemas';
import type { TpsTransport } from '../transport';

const PAGE_ROWS = 200;
const ATTEMPTS_MAX = 3;
/** 2 million rows. */
const PAGES_MAX = 10_000;

/** The word that a sentence about a list uses. */
const SUBJECT: { readonly [L in TpsList]: SubjectType } = {
  clients: 'client',
  invoices: 'invoice',
  payments: 'payment',
  adjustments: 'adjustment',
  workCodes: 'workCode',
  bankAccounts: 'account',
  paymentMethods: 'method',
  taxRates: 'tax',
  invoiceTemplates: 'invoice',
};

/** `around`: checks before and after each list that TPS still shows the paired firm. */
export function rawLists(
  transport: TpsTransport,
  around: (read: () => Promise<void>) => Promise<void>,
): readonly RawList[] {
  return TPS_LISTS.map((entity) => ({
    entity,
    read: (onPage) => around(() => readList(transport, entity, onPage)),
  }));
}

/** Throws PortError; `unreachable` when rows keep coming or going while the list is read. */
async function readList(
  transport: TpsTransport,
  entity: TpsList,
  onPage: OnRawPage,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    if (await stoodStill(transport, entity, onPage)) return;
  }
  throw new PortError({
    side: 'tps',
    kind: 'unreachable',
    what: phrase('port.listMoved', { system: 'TPS' }),
    technical: `${PATHS[entity]} changed during ${ATTEMPTS_MAX} readings`,
  });
}

/**
 * Reads from the first page to the last; false when the number of rows moved meanwhile. A row that
 * goes while another comes leaves the number as it was; TPS has no way to show that.
 */
async function stoodStill(
  transport: TpsTransport,
  entity: TpsList,
  onPage: OnRawPage,
): Promise<boolean> {
  const seen = new Set<string>();
  let expected: number | null = null;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const { ids, body, total } = await answer(transport, entity, page);
    expected ??= total;
    if (total !== expected) return false;
    await onPage({ page, body });
    for (const id of ids) seen.add(id);
    if (page * PAGE_ROWS >= expected) return seen.size === expected;
  }
  throw new RangeError(`too many rows of ${entity}`);
}

async function answer(transport: TpsTransport, entity: TpsList, page: number) {
  const { body, asked } = await transport.get({
    path: PATHS[entity],
    params: { page: String(page), pageSize: String(PAGE_ROWS), includeDeleted: 'true' },
    subject: listOf(SUBJECT[entity]),
  });
  const { total } = parseRow(list, body, SUBJECT[entity], asked);
  const ids = idsIn('tps', entity, body);
  if (ids === null) throw malformed(asked, 'id', 'missing');
  return { ids, body, total };
}
