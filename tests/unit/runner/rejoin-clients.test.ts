import { describe, expect, it } from 'vitest';
import type { Client } from '../../../utils/ledger/entities';
import { twinsAmong } from '../../../utils/runner/rejoin-clients';
import { client } from '../sync/make';

const pairs = (tps: Client[], qbo: Client[]) =>
  twinsAmong(tps, qbo).map((twins) => [twins.tps.id, twins.qbo.id]);

describe('clients that another browser has created', () => {
  it('are twins by the marker of the customer', () => {
    const made = client('qbo', '58', { name: 'Other name', marker: '[TPS client 12]' });
    expect(pairs([client('tps', '12'), client('tps', '13')], [made])).toEqual([['12', '58']]);
  });

  it('are twins by the Client ID that we make of a customer', () => {
    const customer = client('qbo', '187', { name: 'Lafontaine & Fils' });
    const made = client('tps', '5', { name: 'Lafontaine & Fils', code: 'LAFONT-187' });
    expect(pairs([made], [customer])).toEqual([['5', '187']]);
    expect(pairs([{ ...made, name: 'Somebody else' }], [customer])).toEqual([]);
    expect(pairs([{ ...made, code: 'LAFONT-18' }], [customer])).toEqual([]);
  });

  it('stay twins by that Client ID when one was renamed and an e-mail or phone bears it out', () => {
    const customer = client('qbo', '187', { name: 'Studio 507', email: 'Box@client.example' });
    const made = client('tps', '5', { name: 'Lafontaine & Fils', code: 'LAFONT-187' });
    expect(pairs([{ ...made, email: 'box@client.example' }], [customer])).toEqual([['5', '187']]);
    expect(pairs([{ ...made, email: 'post@client.example' }], [customer])).toEqual([]);
    const byPhone = { ...customer, email: '', phone: '(418) 555-0101' };
    expect(pairs([{ ...made, phone: '418 555-0101' }], [byPhone])).toEqual([['5', '187']]);
    expect(pairs([made], [{ ...byPhone, phone: '' }])).toEqual([]);
  });

  it('are no twins when two clients have the Client ID that fits', () => {
    const customer = client('qbo', '187', { name: 'Lafontaine & Fils', phone: '418 555-0101' });
    const made = client('tps', '5', { name: 'Lafontaine & Fils', code: 'LAFONT-187' });
    const other = client('tps', '6', { code: 'FISCHE-187', phone: '418 555-0101' });
    expect(pairs([made, other], [customer])).toEqual([]);
  });

  it('are no twins when two customers claim the same client', () => {
    const one = client('qbo', '58', { marker: '[TPS client 12]' });
    expect(pairs([client('tps', '12')], [one, { ...one, id: '59' }])).toEqual([]);
  });

  it('are no twins of a client that is gone, or by a marker that names no TPS client', () => {
    const gone = client('qbo', '58', { marker: '[TPS client 99]' });
    const odd = client('qbo', '59', { marker: '[QBO client 12]' });
    expect(pairs([client('tps', '12')], [gone, odd])).toEqual([]);
  });
});
