/** A client as its book writes it down. */
import { ZERO } from '../../../../utils/ledger/cents';
import type { ClientOn } from '../../../../utils/ledger/entities';
import type { Side } from '../../../../utils/ledger/side';
import { plainLetters } from '../clients';
import type { Contact, Entity } from './entity';
import type { Spelled } from './spelling';

export function clientOf<S extends Side>(
  side: S,
  id: string,
  spelled: Spelled,
  contact: Contact,
): ClientOn<S> {
  const { name, firstName, lastName } = spelled;
  const { email, phone, line1, city, province, postalCode } = contact;
  return {
    kind: 'client',
    side,
    id,
    version: '1',
    modifiedAt: '2026-03-02T15:00:00Z',
    marker: null,
    name,
    code: '',
    firstName,
    lastName,
    email,
    phone,
    address: { line1, line2: '', city, province, postalCode, country: 'CA' },
    status: 'active',
    excludedInTps: false,
    parentId: null,
    isProject: false,
    currency: null,
    balanceCents: ZERO,
  };
}

/** A Client ID such as TREM0012. */
export function codeOf(entity: Entity, i: number): string {
  const name = entity.kind === 'person' ? entity.lastName : entity.name;
  const letters = plainLetters(name).replace(/[^A-Za-z]/g, '');
  return `${letters.slice(0, 4).toUpperCase().padEnd(4, 'X')}${String(i).padStart(4, '0')}`;
}

/** QuickBooks takes no name twice, whatever the case: the second one gets something added. */
export class DisplayNames {
  readonly #taken = new Set<string>();

  free(name: string, city: string): string {
    const tries = [name, `${name} (${city})`];
    let free = tries.find((one) => !this.#taken.has(one.toLowerCase()));
    for (let n = 2; free === undefined; n++) {
      if (!this.#taken.has(`${name} ${n}`.toLowerCase())) free = `${name} ${n}`;
    }
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
