import { plainLetters } from '../clients';
import type { Random } from '../random';
import type { Contact, Difficulty, Language, Person } from './entity';
import { CITIES, FIRST_NAMES, LAST_NAMES, MAIL_HOSTS, STREETS } from './words';

/** The commoner the name, the likelier: as in a phone book, roughly. */
export function pickCommon<T>(random: Random, values: readonly T[]): T {
  const at = Math.floor(random.next() ** 1.4 * values.length);
  return values[at] ?? random.pick(values);
}

export function makeLanguage(random: Random): Language {
  return random.chance(0.55) ? 'fr' : 'en';
}

export function makeLastName(random: Random, language: Language): string {
  const name = pickCommon(random, LAST_NAMES[language]);
  if (!random.chance(0.07)) return name;
  const second = pickCommon(random, LAST_NAMES[language]);
  return second === name ? name : `${name}-${second}`;
}

export function makeFirstName(random: Random, language: Language, isWoman: boolean): string {
  return pickCommon(random, FIRST_NAMES[language][isWoman ? 'f' : 'm']);
}

export function makePerson(random: Random): Person {
  const language = makeLanguage(random);
  const isWoman = random.chance(0.5);
  const firstName = makeFirstName(random, language, isWoman);
  const middle = random.chance(0.06) ? ` ${String.fromCharCode(65 + random.int(0, 25))}.` : '';
  const lastName = makeLastName(random, language);
  return {
    kind: 'person',
    language,
    isWoman,
    firstName: `${firstName}${middle}`,
    lastName,
    generation: '',
    contact: makeContact(random, language, personEmail(random, firstName, lastName)),
    difficulties: [],
    parent: null,
  };
}

export function personEmail(random: Random, firstName: string, lastName: string): string {
  const [first, last] = [mailPart(firstName), mailPart(lastName)];
  const local = random.pick([
    `${first}.${last}`,
    `${first}${last}`,
    `${first.slice(0, 1)}${last}`,
    `${last}${first.slice(0, 1)}`,
  ]);
  return `${local}${random.int(1, 999)}@${random.pick(MAIL_HOSTS)}`;
}

export function mailPart(name: string): string {
  return plainLetters(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

export function makeContact(random: Random, language: Language, email: string): Contact {
  const [city, province, area] = random.pick<readonly [string, string, string]>(CITIES[language]);
  const number = random.int(10, 9_999);
  const street = random.pick(STREETS[language]);
  const letter = () => random.pick([...'ABCEGHJKLMNPRSTVWXYZ']);
  return {
    email,
    phone: makePhone(random),
    line1: language === 'fr' ? `${number}, ${street}` : `${number} ${street}`,
    city,
    province,
    postalCode: `${area}${letter()} ${random.int(0, 9)}${letter()}${random.int(0, 9)}`,
  };
}

export function makePhone(random: Random): string {
  const area = random.pick(['514', '438', '418', '613', '416', '204', '403', '604', '902']);
  return `${area}${random.int(200, 999)}${String(random.int(0, 9_999)).padStart(4, '0')}`;
}

/** Somebody of the same house: same address and landline; now and then the same e-mail. */
export function relative(random: Random, of: Person, difficulty: Difficulty): Person {
  const isSon = difficulty === 'father and son';
  const isWoman = isSon ? of.isWoman : !of.isWoman;
  const firstName = isSon ? of.firstName : makeFirstName(random, of.language, isWoman);
  const keepsName = isSon || random.chance(0.6);
  const lastName = keepsName ? of.lastName : makeLastName(random, of.language);
  const ownEmail = personEmail(random, firstName, lastName);
  const sharesEmail = random.chance(isSon ? 0.15 : 0.35);
  return {
    ...of,
    isWoman,
    firstName,
    lastName,
    generation: isSon ? (of.language === 'fr' ? 'fils' : 'Jr') : '',
    contact: {
      ...of.contact,
      email: sharesEmail ? of.contact.email : ownEmail,
      phone: random.chance(0.6) ? of.contact.phone : makePhone(random),
    },
    difficulties: [difficulty],
  };
}
