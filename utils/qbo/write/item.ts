/**
 * A service in Products & Services. It is no document and carries no marker: its name, which no two
 * items can share, tells it again after a write whose outcome is unknown.
 */

import { refused } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import { PortError } from '../../port/port-error';
import type { Subject } from '../../port/subject';
import { type Phrase, phrase } from '../../wording/phrase';
import { QboRefusal } from '../classify';
import { quoted, select } from '../query';
import { inner } from '../read/identify';
import type { QboTransport } from '../request';
import { ref } from '../schemas/common';
import { item } from '../schemas/lists';
import { about, onceBy } from './send';

/** Longest name of an item (Intuit: Item.Name). */
const ITEM_NAME_LENGTH_MAX = 100;

/** QBO's code for a name that is taken. */
const NAME_TAKEN = '6240';

const PATH = 'item';

/** What was created. */
interface CreatedItem {
  readonly id: string;
  readonly name: string;
}

const sold = item.extend({ IncomeAccountRef: ref.nullish() });

/**
 * Creates a service whose sales go to `incomeAccountId`. `key`: the same for each try of the same
 * wish. A name that is taken is refused; after an unknown outcome the name is looked up, and what
 * stands there with this account is ours.
 */
export async function createItem(
  transport: QboTransport,
  name: string,
  incomeAccountId: string,
  key: string,
): Promise<CreatedItem> {
  const subject: Subject = { type: 'item', label: name };
  if (/[:\t\n\r]/.test(name)) throw refuse(subject, phrase('port.nameCharacters', about(subject)));
  if (name.length > ITEM_NAME_LENGTH_MAX) {
    throw refuse(subject, phrase('port.itemNameTooLong', { ...about(subject), name }));
  }
  const body = { Name: name, Type: 'Service', IncomeAccountRef: { value: incomeAccountId } };
  try {
    const reply = await transport.post({ path: PATH, params: onceBy(key), body, subject });
    const row = parseRow(item, inner(reply, 'Item'), 'item', reply.asked);
    return { id: row.Id, name: row.Name };
  } catch (error) {
    if (error instanceof QboRefusal && error.error.code === NAME_TAKEN) {
      throw refuse(subject, phrase('port.itemNameTaken', { ...about(subject), name }));
    }
    if (!(error instanceof PortError) || error.kind !== 'outcomeUnknown') throw error;
    const found = await itemNamed(transport, name, incomeAccountId);
    if (found === null) throw error;
    return found;
  }
}

/** The active item of that name whose sales go to that account. */
async function itemNamed(
  transport: QboTransport,
  name: string,
  incomeAccountId: string,
): Promise<CreatedItem | null> {
  const { rows, asked } = await select(transport, 'Item', `Name = ${quoted(name)}`);
  const found = rows
    .map((row) => parseRow(sold, row, 'item', asked))
    .find((row) => row.Active && row.IncomeAccountRef?.value === incomeAccountId);
  return found ? { id: found.Id, name: found.Name } : null;
}

function refuse(subject: Subject, what: Phrase): PortError {
  const asked = { side: 'qbo' as const, method: 'POST', path: PATH, write: true, subject };
  return refused(asked, what, 'not created');
}
