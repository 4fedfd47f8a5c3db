/**
 * Who has the number or the name that QBO refused. A second look that only makes the sentence
 * better: when it fails, the plain sentence stays.
 */

import { labelOf, parseRow } from '../../http/parse-row';
import { documentId } from '../../ledger/document-id';
import { PortError } from '../../port/port-error';
import type { Subject } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { QboRefusal } from '../classify';
import type { EntityName } from '../entities';
import { numberHolder } from '../fault-phrase';
import { quoted, select } from '../query';
import { inner } from '../read/identify';
import { readOne } from '../read/one';
import type { QboTransport } from '../request';
import { invoice } from '../schemas/invoice';

/** The same refusal with a sentence that names the holder, or the refusal as it is. */
export async function withHolder(
  transport: QboTransport,
  failure: unknown,
  subject: Subject,
): Promise<unknown> {
  if (!(failure instanceof QboRefusal)) return failure;
  try {
    if (failure.error.code === '6140') return await numberTaken(transport, failure, subject);
    if (failure.error.code === '6240') return await nameTaken(transport, failure, subject);
    return failure;
  } catch {
    return failure;
  }
}

async function numberTaken(
  transport: QboTransport,
  failure: QboRefusal,
  subject: Subject,
): Promise<PortError> {
  const holder = numberHolder(failure.error);
  if (holder?.type !== 'Invoice') return failure;
  const reply = await readOne(transport, 'invoice', documentId('plain', holder.id));
  if (!reply) return failure;
  const row = parseRow(invoice, inner(reply, 'Invoice'), 'invoice', reply.asked);
  const name: unknown = row.CustomerRef.name;
  return saying(
    failure,
    phrase('port.duplicateNumberHeld', {
      system: 'QuickBooks',
      number: row.DocNumber || subject.label,
      client: typeof name === 'string' ? name : row.CustomerRef.value,
      amountCents: row.TotalAmt,
    }),
  );
}

const NAME_LISTS = [
  ['Customer', 'customer'],
  ['Vendor', 'vendor'],
  ['Employee', 'employee'],
] as const satisfies readonly (readonly [EntityName, string])[];

/** Names are unique across customers, vendors and employees, the inactive ones too. */
async function nameTaken(
  transport: QboTransport,
  failure: QboRefusal,
  subject: Subject,
): Promise<PortError> {
  for (const [entity, holder] of NAME_LISTS) {
    const where = `DisplayName = ${quoted(subject.label)} AND Active IN (true,false)`;
    const reply = await select(transport, entity, where);
    const [row] = reply.rows;
    if (row === undefined) continue;
    const name = labelOf(row) || subject.label;
    return saying(
      failure,
      phrase('port.duplicateNameHeld', { system: 'QuickBooks', name, holder }),
    );
  }
  return failure;
}

function saying(failure: PortError, what: PortError['what']): PortError {
  const { side, kind, technical } = failure;
  return new PortError({ side, kind, what, technical });
}
