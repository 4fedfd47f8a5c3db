/** E-mail, phone and address; what others have too counts less. */
import { phrase } from '../wording/phrase';
import type { Books } from './book-index';
import type { Evidence } from './evidence';
import type { Profile } from './profile';

const EMAIL_POINTS = 38;
const SHARED_EMAIL_POINTS = 12;
const OTHER_EMAIL_POINTS = -8;
const PHONE_POINTS = 15;
const SHARED_PHONE_POINTS = 8;
const OTHER_PHONE_POINTS = -4;
const ADDRESS_POINTS = 12;
const POSTAL_CODE_POINTS = 6;
const OTHER_POSTAL_CODE_POINTS = -4;

export function addContact(evidence: Evidence, tps: Profile, qbo: Profile, books: Books): void {
  addEmail(evidence, tps.email, qbo.email, books);
  addPhone(evidence, tps.phone, qbo.phone, books);
  addAddress(evidence, tps, qbo);
}

function addEmail(evidence: Evidence, tps: string, qbo: string, books: Books): void {
  if (tps === '' || qbo === '') return;
  if (tps !== qbo) evidence.add(OTHER_EMAIL_POINTS, phrase('match.otherEmail'));
  else if (books.tps.isShared('@', tps) || books.qbo.isShared('@', tps)) {
    evidence.add(SHARED_EMAIL_POINTS, phrase('match.sharedEmail'));
  } else {
    evidence.ownEmail = true;
    evidence.add(EMAIL_POINTS, phrase('match.email'));
  }
}

function addPhone(evidence: Evidence, tps: string, qbo: string, books: Books): void {
  if (tps === '' || qbo === '') return;
  if (tps !== qbo) evidence.add(OTHER_PHONE_POINTS, phrase('match.otherPhone'));
  else if (books.tps.isShared('p', tps) || books.qbo.isShared('p', tps)) {
    evidence.add(SHARED_PHONE_POINTS, phrase('match.sharedPhone'));
  } else {
    evidence.ownPhone = true;
    evidence.add(PHONE_POINTS, phrase('match.phone'));
  }
}

function addAddress(evidence: Evidence, tps: Profile, qbo: Profile): void {
  if (tps.postalCode === '' || qbo.postalCode === '') return;
  if (tps.postalCode !== qbo.postalCode) {
    evidence.add(OTHER_POSTAL_CODE_POINTS, phrase('match.otherPostalCode'));
  } else if (tps.street !== '' && tps.street === qbo.street) {
    evidence.address = true;
    evidence.add(ADDRESS_POINTS, phrase('match.address'));
  } else evidence.add(POSTAL_CODE_POINTS, phrase('match.postalCode'));
}
