/** What was read and how far it was read are stored together, or neither is. */
import { expect, it } from 'vitest';
import { editCustomer, prepared } from './firm-day';
import type { Office } from './office';

/** Longer than what is read twice, so that a watermark of its own would hide the change. */
const LATER_MS = 30 * 60_000;
const EMAIL = 'new@client.example';

/** Somebody edits a client that has a twin. */
const EDITS = {
  tps: ({ books }: Office, tpsId: string) => {
    books.patch('client', Number(tpsId), { email: EMAIL });
  },
  qbo: (office: Office, _tpsId: string, qboId: string) => {
    editCustomer(office, qboId, { PrimaryEmailAddr: { Address: EMAIL } });
  },
};

it.each(['tps', 'qbo'] as const)(
  'a change in %s that could not be stored when it was read is read again',
  async (side) => {
    const office = await prepared();
    const twin = (await office.db.links.toArray()).find(({ type }) => type === 'client');
    if (!twin) throw new Error('no twins');
    EDITS[side](office, twin.tpsId, twin.qboId);
    office.clock.advance(LATER_MS);
    const fails = () => {
      throw new Error('the disk is full');
    };
    office.db.mirror.hook('updating', fails);
    const cut = await office.sync();
    office.db.mirror.hook('updating').unsubscribe(fails);
    expect(cut.status).not.toBe('success');
    const known = async () => {
      const rows = await office.db.mirror.where({ pairId: twin.pairId, side }).toArray();
      return rows.some(({ record }) => record.kind === 'client' && record.email === EMAIL);
    };
    expect(await known()).toBe(false);
    expect(await office.sync()).toMatchObject({ status: 'success' });
    expect(await known()).toBe(true);
  },
);
