import type { Random } from '../random';
import type { Company, Language, Person } from './entity';
import {
  mailPart,
  makeContact,
  makeFirstName,
  makeLanguage,
  makeLastName,
  makePhone,
} from './people';
import { COMPANY_FORMS, MADE_UP } from './words';

const NUMBERED_SHARE = 0.14;
const CONTACT_SHARE = 0.5;

export function makeCompany(random: Random): Company {
  const language = makeLanguage(random);
  const name = companyName(random, language);
  const isKnown = random.chance(CONTACT_SHARE);
  return {
    kind: 'company',
    language,
    name,
    firstName: isKnown ? makeFirstName(random, language, random.chance(0.4)) : '',
    lastName: isKnown ? makeLastName(random, language) : '',
    contact: makeContact(random, language, companyEmail(random, name)),
    difficulties: [],
    parent: null,
  };
}

export function companyEmail(random: Random, name: string): string {
  const domain = mailPart(name).slice(0, 22);
  return `${random.pick(['info', 'admin', 'compta', 'office'])}@${domain}${random.int(1, 99)}.example`;
}

export function companyName(random: Random, language: Language): string {
  if (random.chance(NUMBERED_SHARE)) return numberedName(random, language);
  const { first, second } = MADE_UP[language];
  const madeUp = `${random.pick(first)} ${random.pick(second)}`;
  return random
    .pick(COMPANY_FORMS[language])
    .replace('*', makeLastName(random, language))
    .replace('@', makeLastName(random, language))
    .replace('#', makeFirstName(random, language, random.chance(0.5)))
    .replace('%', madeUp);
}

function numberedName(random: Random, language: Language): string {
  if (language === 'en') return `${random.int(1_000_000, 2_999_999)} Ontario Inc.`;
  const digits = String(random.int(0, 9_999)).padStart(4, '0');
  return `9${random.int(100, 499)}-${digits} Québec inc.`;
}

/** A person's own company: his name in it, often his e-mail and phone too. */
export function companyOf(random: Random, owner: Person): Company {
  const { language, firstName, lastName } = owner;
  const [first] = firstName.split(' ');
  const name =
    language === 'fr'
      ? random.pick([
          `${first} ${lastName} inc.`,
          `Gestion ${first} ${lastName} inc.`,
          `Gestion ${lastName} inc.`,
          `Placements ${first} ${lastName} ltée`,
        ])
      : random.pick([
          `${first} ${lastName} Inc.`,
          `${first} ${lastName} Holdings Ltd.`,
          `${lastName} Holdings Inc.`,
          `${first} ${lastName} Consulting Inc.`,
        ]);
  return {
    kind: 'company',
    language,
    name,
    firstName: first ?? '',
    lastName,
    contact: {
      ...owner.contact,
      email: random.chance(0.7) ? owner.contact.email : companyEmail(random, name),
      phone: random.chance(0.7) ? owner.contact.phone : makePhone(random),
    },
    difficulties: ['owner and company'],
    parent: null,
  };
}

/** A second company of the same people: the next number, a holding, a second building. */
export function sisterOf(random: Random, company: Company): Company {
  const { name } = company;
  const next = name.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  const bare = name.replace(/,? (inc|ltée|ltd|limited|corp|co|enr|s\.e\.n\.c)\.?$/i, '');
  const isFrench = company.language === 'fr';
  const named = random.pick(
    isFrench
      ? [`Gestion ${bare} inc.`, `Immeubles ${bare} inc.`, `${bare} (Laval) inc.`, `${bare} 2 inc.`]
      : [
          `${bare} Holdings Inc.`,
          `${bare} Properties Ltd.`,
          `${bare} (West) Ltd.`,
          `${bare} II Inc.`,
        ],
  );
  return {
    ...company,
    name: next === name ? named : next,
    contact: {
      ...company.contact,
      email: random.chance(0.6) ? company.contact.email : companyEmail(random, named),
    },
    difficulties: ['sister company'],
  };
}
