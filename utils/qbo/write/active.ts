import { z } from 'zod';
import { changedMeanwhile } from '../../http/failures';
import { parseRow } from '../../http/parse-row';
import type { Client } from '../../ledger/entities';
import type { Subject } from '../../port/subject';
import { phrase } from '../../wording/phrase';
import { clientOf, ownName } from '../read/client';
import { inner } from '../read/identify';
import { readOne, wireIn } from '../read/one';
import type { QboTransport } from '../request';
import type { WireCustomer } from '../schemas/customer';
import { about, askedOf, gone, post, refuse } from './send';

/**
 * Makes a customer active or inactive; sends nothing when it is so already. The name is sent along,
 * since nobody knows whether QBO takes " (deleted)" off by itself. A customer with a balance, its
 * own or a sub-customer's, stays active: in the web app QBO would write the balance off.
 */
export async function setActive(
  transport: QboTransport,
  id: string,
  version: string,
  active: boolean,
): Promise<Client> {
  const { before, subject } = await customerAt(transport, id, version);
  if (before.Active === active) return clientOf(before);
  if (!active && (before.Balance !== 0 || before.BalanceWithJobs !== 0)) {
    throw refuse('Customer', subject, phrase('port.hasBalance', about(subject)));
  }
  const name = active ? { DisplayName: ownName(before) } : {};
  const body = { Id: id, SyncToken: version, sparse: true, Active: active, ...name };
  return clientOf(wireIn.client(await post(transport, 'Customer', {}, body, subject)));
}

const asSent = z.record(z.string(), z.unknown());

/** The customer with this version, read and raw; refuses one that is gone or has moved on, and sends nothing. */
export async function customerAt(
  transport: QboTransport,
  id: string,
  version: string,
): Promise<{ before: WireCustomer; raw: Readonly<Record<string, unknown>>; subject: Subject }> {
  const reply = await readOne(transport, 'client', id);
  if (!reply) throw gone('Customer', { type: 'client', label: id });
  const before = wireIn.client(reply);
  const subject: Subject = { type: 'client', label: ownName(before) };
  const raw = parseRow(asSent, inner(reply, 'Customer'), 'client', reply.asked);
  if (before.SyncToken === version) return { before, raw, subject };
  const technical = `SyncToken is ${before.SyncToken}, was ${version}`;
  throw changedMeanwhile(askedOf('Customer', subject), technical);
}
