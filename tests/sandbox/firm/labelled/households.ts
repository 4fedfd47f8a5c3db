/** Who exists: people with their families and companies, companies with their sisters and branches. */
import type { Random } from '../random';
import { companyEmail, companyOf, makeCompany, sisterOf } from './companies';
import type { Company, Entity, Person } from './entity';
import { makeContact, makePerson, personEmail, relative } from './people';

const PERSON_SHARE = 0.42;
const SON_SHARE = 0.04;
const COUPLE_SHARE = 0.25;
const OWNER_SHARE = 0.18;
const NAMESAKE_SHARE = 0.03;
const SISTER_SHARE = 0.12;
const BRANCHES_SHARE = 0.04;
const BRANCHES_MAX = 3;

/** At least `count` clients of one firm; a branch comes after what it is a branch of. */
export function makeEntities(random: Random, count: number): Entity[] {
  const entities: Entity[] = [];
  while (entities.length < count) {
    if (random.chance(PERSON_SHARE)) entities.push(...household(random));
    else {
      const company = makeCompany(random);
      entities.push(company);
      if (random.chance(SISTER_SHARE)) entities.push(sisterOf(random, company));
      else if (random.chance(BRANCHES_SHARE)) {
        entities.push(...branches(random, company, entities.length - 1));
      }
    }
  }
  return entities;
}

function household(random: Random): Entity[] {
  const person = makePerson(random);
  const members: Entity[] = [person];
  if (random.chance(SON_SHARE)) members.push(relative(random, person, 'father and son'));
  if (random.chance(COUPLE_SHARE)) members.push(relative(random, person, 'couple'));
  if (random.chance(OWNER_SHARE)) members.push(companyOf(random, person));
  if (random.chance(NAMESAKE_SHARE)) members.push(namesake(random, person));
  return members;
}

/** A stranger of the same name. */
function namesake(random: Random, { contact: _, ...person }: Person): Person {
  const email = personEmail(random, person.firstName, person.lastName);
  const contact = makeContact(random, person.language, email);
  return { ...person, contact, difficulties: ['namesake'] };
}

function branches(random: Random, company: Company, parent: number): Company[] {
  return Array.from({ length: random.int(1, BRANCHES_MAX) }, (_, i): Company => {
    const branch = random.pick([
      `Phase ${i + 1}`,
      company.contact.line1,
      `Immeuble ${i + 1}`,
      'Payroll',
    ]);
    const name = random.chance(0.7) ? `${company.name} - ${branch}` : `${branch} (${company.name})`;
    const ownEmail = random.chance(0.3) ? companyEmail(random, name) : company.contact.email;
    return {
      ...company,
      name,
      contact: { ...company.contact, email: ownEmail },
      difficulties: ['sub-customer'],
      parent,
    };
  });
}
