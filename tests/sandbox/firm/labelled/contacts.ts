/** What a book knows of somebody's e-mail, phone and address: often less, sometimes older. */
import type { Random } from '../random';
import { companyEmail } from './companies';
import type { Contact, Difficulty, Entity } from './entity';
import { makeContact, makePhone, personEmail } from './people';

/** How likely each is in the book at all. */
export interface Coverage {
  readonly email: number;
  readonly phone: number;
  readonly address: number;
}

export function knownContact(random: Random, { contact }: Entity, coverage: Coverage): Contact {
  const has = (share: number) => random.chance(share);
  const [email, phone, address] = [has(coverage.email), has(coverage.phone), has(coverage.address)];
  return {
    email: email ? writtenEmail(random, contact.email) : '',
    phone: phone ? writtenPhone(random, contact.phone) : '',
    line1: address ? contact.line1 : '',
    city: address ? contact.city : '',
    province: address ? contact.province : '',
    postalCode: address ? writtenPostalCode(random, contact.postalCode) : '',
  };
}

const NEW_EMAIL_SHARE = 0.1;
const NEW_PHONE_SHARE = 0.08;
const NEW_ADDRESS_SHARE = 0.07;

/** Some years later: another e-mail, phone or address than the other book has. */
export function movedOn(
  random: Random,
  entity: Entity,
): { contact: Contact; difficulties: readonly Difficulty[] } {
  const { contact, language } = entity;
  const newEmail = random.chance(NEW_EMAIL_SHARE);
  const email =
    entity.kind === 'person'
      ? personEmail(random, entity.firstName, entity.lastName)
      : companyEmail(random, entity.name);
  const phone = random.chance(NEW_PHONE_SHARE) ? makePhone(random) : contact.phone;
  const place = random.chance(NEW_ADDRESS_SHARE) ? makeContact(random, language, '') : contact;
  return {
    contact: { ...place, email: newEmail ? email : contact.email, phone },
    difficulties: newEmail ? ['other e-mail'] : [],
  };
}

function writtenEmail(random: Random, email: string): string {
  return random.chance(0.08) ? email.replace(/^./, (letter) => letter.toUpperCase()) : email;
}

function writtenPhone(random: Random, digits: string): string {
  const [area, mid, last] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return random.pick([
    `(${area}) ${mid}-${last}`,
    `${area}-${mid}-${last}`,
    `${area}.${mid}.${last}`,
    `+1 ${area} ${mid} ${last}`,
    `1-${area}-${mid}-${last}`,
    `${area}-${mid}-${last} x${random.int(1, 99)}`,
  ]);
}

function writtenPostalCode(random: Random, postalCode: string): string {
  return random.pick([
    postalCode,
    postalCode,
    postalCode.replace(' ', ''),
    postalCode.toLowerCase(),
  ]);
}
