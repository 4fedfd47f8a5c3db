import type { Client } from '../../ledger/entities';
import type { WireClient } from '../schemas';

export function clientOf(wire: WireClient): Client {
  const { line1 = '', line2 = '', city = '', province = '' } = wire.address ?? {};
  const { postalCode = '', country = '' } = wire.address ?? {};
  return {
    kind: 'client',
    side: 'tps',
    id: wire.id,
    version: wire.version,
    modifiedAt: wire.modifiedAt,
    // TPS clients have no text field that could carry a marker.
    marker: null,
    name: wire.name,
    code: wire.code,
    firstName: wire.firstName,
    lastName: wire.lastName,
    email: wire.email,
    phone: wire.phone,
    address: { line1, line2, city, province, postalCode, country },
    status: wire.status,
    excludedInTps: wire.excludeFromSync,
    parentId: null,
    isProject: false,
    currency: null,
    balanceCents: wire.arBalance,
  };
}
