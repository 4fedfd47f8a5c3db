/** How a name gets into a book: slips, habits, and what changed since it was typed. */
import { plainLetters } from '../clients';
import type { Random } from '../random';
import { companyEmail, companyName } from './companies';
import type { Company, Difficulty, Entity, Person } from './entity';
import { makeLastName } from './people';

export interface Spelled {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly difficulties: readonly Difficulty[];
}

/** Habits of whoever keeps the book; they hold for nearly all of its clients. */
export interface Habits {
  readonly lastNameFirst: boolean;
  readonly capitals: boolean;
  readonly plainLetters: boolean;
  /** First and last name are filled in their own fields too. */
  readonly fillsContact: boolean;
  /** Share of names with a slip. */
  readonly slips: number;
}

const HABIT_SHARE = 0.92;

export function spell(random: Random, entity: Entity, habits: Habits): Spelled {
  const difficulties: Difficulty[] = [];
  const follows = (habit: boolean) =>
    random.chance(HABIT_SHARE) ? habit : !habit && random.chance(0.2);
  const change = (difficulty: Difficulty, name: string, to: string): string => {
    if (to !== name) difficulties.push(difficulty);
    return to;
  };
  const lastNameFirst = entity.kind === 'person' && follows(habits.lastNameFirst);
  let { firstName, lastName } = entity;
  if (entity.kind === 'person' && random.chance(0.05)) {
    firstName = change('initial', firstName, otherInitial(random, firstName));
  }
  let name = entity.kind === 'person' ? personName(entity, firstName, lastNameFirst) : entity.name;
  if (lastNameFirst) difficulties.push('last name first');
  if (entity.kind === 'company') {
    if (random.chance(0.22)) name = change('legal form', name, otherForm(random, name));
    if (random.chance(0.25)) name = change('ampersand', name, otherAnd(random, name));
    if (random.chance(0.03)) name = change('short name', name, shorter(random, name));
  }
  if (random.chance(0.25)) name = change('abbreviation', name, abbreviated(random, name));
  if (follows(habits.plainLetters)) name = change('accents', name, plainLetters(name));
  else if (random.chance(0.06)) name = change('accents', name, plainLetters(name));
  if (random.chance(habits.slips)) name = change('typo', name, withSlip(random, name));
  if (follows(habits.capitals)) name = change('capitals', name, name.toUpperCase());
  if (!follows(habits.fillsContact)) [firstName, lastName] = ['', ''];
  return { name, firstName, lastName, difficulties };
}

function personName(person: Person, firstName: string, lastNameFirst: boolean): string {
  const name = lastNameFirst
    ? `${person.lastName}, ${firstName}`
    : `${firstName} ${person.lastName}`;
  return person.generation === '' ? name : `${name} ${person.generation}`;
}

function otherInitial(random: Random, firstName: string): string {
  if (/ [A-Z]\.$/.test(firstName)) return firstName.replace(/ [A-Z]\.$/, '');
  if (firstName.includes('-'))
    return firstName.replace(/-(.).*$/, random.pick(['', '-$1.', ' $1.']));
  return random.pick([
    `${firstName} ${random.pick([...'ABCDEGJLMPRS'])}.`,
    `${firstName.slice(0, 1)}.`,
  ]);
}

const FORMS: readonly (readonly string[])[] = [
  ['inc.', 'Inc.', 'Inc', 'INC', 'incorporée', ''],
  ['ltée', 'Ltée', 'Ltee', 'Limitée', 'Ltd', ''],
  ['Ltd.', 'Ltd', 'Limited', 'LTD.', ''],
  ['Corp.', 'Corp', 'Corporation', ''],
  ['s.e.n.c.', 'SENC', 'S.E.N.C.', ''],
  ['s.e.n.c.r.l.', 'SENCRL', 'S.E.N.C.R.L./LLP', ''],
  ['enr.', 'Enr.', 'ENR', ''],
  ['LLP', 'L.L.P.', 'llp', ''],
  ['Limited', 'Ltd.', 'Ltd', ''],
];

function otherForm(random: Random, name: string): string {
  const forms = FORMS.find(([usual]) => usual !== undefined && name.endsWith(` ${usual}`));
  const [usual] = forms ?? [];
  if (!forms || usual === undefined) return name;
  const bare = name.slice(0, -usual.length - 1);
  const form = random.pick(forms);
  if (form === '') return bare;
  return random.chance(0.15) ? `${bare}, ${form}` : `${bare} ${form}`;
}

function otherAnd(random: Random, name: string): string {
  if (name.includes(' & ')) return name.replace(' & ', random.pick([' et ', ' and ', ' + ']));
  return name.replace(/ (et|and) /, ' & ');
}

/** As people call it: `Clinique dentaire Roy inc.` is `Clinique Roy`. */
function shorter(random: Random, name: string): string {
  const words = name.split(' ');
  if (words.length < 3) return name;
  const dropped = random.int(1, words.length - 2);
  return words.filter((_, i) => i !== dropped && i !== words.length - 1).join(' ');
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bSaint-/, 'St-'],
  [/\bSt-/, 'Saint-'],
  [/\bSt\. /, 'Saint '],
  [/\bMontréal\b/, 'Mtl'],
  [/\bQuébec\b/, 'Qc'],
  [/\bEntreprises\b/, 'Ent.'],
  [/\bConstruction\b/, 'Const.'],
  [/\bImmeubles\b/, 'Imm.'],
  [/\bServices\b/, 'Svcs'],
  [/\bManagement\b/, 'Mgmt'],
  [/\bHoldings\b/, 'Hldgs'],
  [/\bBros\./, 'Brothers'],
  [/\bProfessional Corporation\b/, 'Prof. Corp.'],
  [/\bRestaurant\b/, 'Rest.'],
  [/\bClinique\b/, 'Clin.'],
  [/\bCentre\b/, 'Ctr'],
  // Abbreviations that the product does not know: every firm has some of its own.
  [/\bPlomberie\b/, 'Plomb.'],
  [/\bConsulting\b/, 'Cnslt.'],
  [/\bRénovations\b/, 'Réno'],
];

function abbreviated(random: Random, name: string): string {
  const fits = SHORT.filter(([long]) => long.test(name));
  if (fits.length === 0) return name;
  const [long, short] = random.pick(fits);
  return name.replace(long, short);
}

/** One letter doubled, dropped, swapped or wrong; two of them now and then. Digits too. */
export function withSlip(random: Random, name: string): string {
  const once = oneSlip(random, name);
  return random.chance(0.15) ? oneSlip(random, once) : once;
}

function oneSlip(random: Random, name: string): string {
  const at = random.int(0, name.length - 2);
  const [here, next] = [name[at] ?? '', name[at + 1] ?? ''];
  const put = (text: string) => name.slice(0, at) + text + name.slice(at + 2);
  if (!/[\p{L}\d]/u.test(here) || !/[\p{L}\d]/u.test(next)) return name;
  const wrong = /\d/.test(here) ? String(random.int(0, 9)) : random.pick([...'aeiorstnlm']);
  return random.pick([put(here + here + next), put(next), put(next + here), put(wrong + next)]);
}

/** The same person after a marriage or a divorce, as an older book has her. */
export function beforeMarriage(random: Random, person: Person): Person {
  const other = makeLastName(random, person.language);
  const [first, second] = person.lastName.split('-');
  const lastName = second
    ? (random.chance(0.5) ? first : second) || person.lastName
    : random.chance(0.6)
      ? `${person.lastName}-${other}`
      : other;
  return { ...person, lastName, difficulties: ['married name'] };
}

/** The same company under the name it had before. */
export function beforeRenaming(random: Random, company: Company): Company {
  const name = companyName(random, company.language);
  const email = random.chance(0.7) ? company.contact.email : companyEmail(random, name);
  return { ...company, name, contact: { ...company.contact, email }, difficulties: ['renamed'] };
}
