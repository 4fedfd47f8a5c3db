/** Whole entities of QBO as they come, page by page, for a backup. */

import { malformed } from '../../http/failures';
import { idsIn } from '../../port/ids-in';
import { PortError } from '../../port/port-error';
import { QBO_ENTITIES, type QboEntity } from '../../port/raw-entities';
import type { OnRawPage, RawList } from '../../port/raw-list';
import { listOf, type SubjectType } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { PAGE_ROWS_MAX } from '../query';
import type { QboTransport } from '../request';

/** Pages overlap, so that a row that slips through between two shows (see `pages.ts`). */
const OVERLAP_ROWS = 20;
const STEP_ROWS = PAGE_ROWS_MAX - OVERLAP_ROWS;
const ATTEMPTS_MAX = 3;
/** 2 million rows. */
const PAGES_MAX = 2_000;

/** There is one of each, without an order to ask for. */
const SINGLE: ReadonlySet<QboEntity> = new Set(['CompanyInfo', 'Preferences']);

/** Lists that hide what is inactive unless both are asked for. */
const WITH_INACTIVE: ReadonlySet<QboEntity> = new Set([
  'Customer',
  'Item',
  'Account',
  'TaxCode',
  'TaxRate',
  'PaymentMethod',
  'Term',
]);

/** The word that a sentence about a list uses. */
const SUBJECT: { readonly [E in QboEntity]: SubjectType } = {
  CompanyInfo: 'company',
  Preferences: 'company',
  Customer: 'client',
  Invoice: 'invoice',
  Payment: 'payment',
  CreditMemo: 'creditMemo',
  JournalEntry: 'journalEntry',
  Deposit: 'deposit',
  Purchase: 'expense',
  SalesReceipt: 'payment',
  RefundReceipt: 'payment',
  Item: 'item',
  Account: 'account',
  TaxCode: 'tax',
  TaxRate: 'tax',
  PaymentMethod: 'method',
  Term: 'company',
};

export function rawLists(transport: QboTransport): readonly RawList[] {
  return QBO_ENTITIES.map((entity) => ({
    entity,
    read: (onPage) => readList(transport, entity, onPage),
  }));
}

/** Throws PortError; `unreachable` when rows keep going while the list is read. */
async function readList(
  transport: QboTransport,
  entity: QboEntity,
  onPage: OnRawPage,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    if (await stoodStill(transport, entity, onPage)) return;
  }
  throw new PortError({
    side: 'qbo',
    kind: 'unreachable',
    what: phrase('port.listMoved', { system: 'QuickBooks' }),
    technical: `${entity} changed during ${ATTEMPTS_MAX} readings`,
  });
}

/** Reads from the first page to the last; false when two neighbours do not overlap. */
async function stoodStill(
  transport: QboTransport,
  entity: QboEntity,
  onPage: OnRawPage,
): Promise<boolean> {
  let before: readonly string[] = [];
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const { ids, body } = await answer(transport, entity, (page - 1) * STEP_ROWS + 1);
    const [first] = ids;
    if (page > 1 && (first === undefined || !before.includes(first))) return false;
    await onPage({ page, body });
    if (ids.length < PAGE_ROWS_MAX) return true;
    before = ids;
  }
  throw new RangeError(`too many rows of ${entity}`);
}

async function answer(transport: QboTransport, entity: QboEntity, start: number) {
  const where = WITH_INACTIVE.has(entity) ? ' WHERE Active IN (true,false)' : '';
  const paging = ` ORDERBY Id STARTPOSITION ${start} MAXRESULTS ${PAGE_ROWS_MAX}`;
  const { body, asked } = await transport.get({
    path: 'query',
    params: { query: `SELECT * FROM ${entity}${where}${SINGLE.has(entity) ? '' : paging}` },
    subject: listOf(SUBJECT[entity]),
  });
  const ids = idsIn('qbo', entity, body);
  if (ids === null) throw malformed(asked, entity, 'not a list');
  return { ids, body };
}
