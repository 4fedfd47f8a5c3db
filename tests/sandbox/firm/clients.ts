import type { ClientPlan, Country, Place, Region } from './description';
import { CITIES, COMPANY_FORMS, FIRST_NAMES, LAST_NAMES, STREETS } from './names';
import type { Random } from './random';

const TRIES_MAX = 40;

/** Makes names that nobody else in the firm or the company bears. */
export class Namer {
  readonly #random: Random;
  readonly #country: Country;
  readonly #taken = new Set<string>();
  readonly #codes = new Set<string>();

  constructor(random: Random, country: Country) {
    this.#random = random;
    this.#country = country;
  }

  person(): { firstName: string; lastName: string } {
    const firstName = this.#random.pick(FIRST_NAMES[this.#country]);
    return { firstName, lastName: this.#random.pick(LAST_NAMES[this.#country]) };
  }

  /** A free name for a person; a middle initial tells namesakes apart. */
  freePerson(): { firstName: string; lastName: string } {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const { firstName, lastName } = this.person();
      const initial = tries < 4 ? '' : ` ${String.fromCharCode(65 + this.#random.int(0, 25))}.`;
      if (this.take(`${firstName}${initial} ${lastName}`)) {
        return { firstName: `${firstName}${initial}`, lastName };
      }
    }
    const firstName = `${this.#random.pick(FIRST_NAMES[this.#country])} ${this.#taken.size}`;
    return { firstName, lastName: 'Numéroté' };
  }

  freeCompany(region: Region): string {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const name = this.fill(this.#random.pick(COMPANY_FORMS[region]));
      if (this.take(name)) return name;
    }
    const digits = String(this.#random.int(1000, 9999));
    const numbered = `9${digits.slice(0, 3)}-${String(this.#taken.size).padStart(4, '0')}`;
    const name = region === 'QC' ? `${numbered} Québec inc.` : `${numbered} Holdings Ltd.`;
    this.take(name);
    return name;
  }

  fill(form: string): string {
    const names = LAST_NAMES[this.#country];
    return form.replace('*', this.#random.pick(names)).replace('@', this.#random.pick(names));
  }

  /** True when the name was free; it is taken from now on, in its plain spelling too. */
  take(name: string): boolean {
    const key = plainLetters(name).toLowerCase();
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  /** A Client ID such as TREM01. */
  freeCode(name: string): string {
    const letters = plainLetters(name)
      .replace(/[^A-Za-z]/g, '')
      .toUpperCase()
      .slice(0, 4)
      .padEnd(4, 'X');
    for (let count = 1; ; count += 1) {
      const code = `${letters}${String(count).padStart(2, '0')}`;
      if (this.#codes.has(code)) continue;
      this.#codes.add(code);
      return code;
    }
  }
}

export function makeClient(
  random: Random,
  namer: Namer,
  country: Country,
  index: number,
): ClientPlan {
  const region = makeRegion(random, country);
  const isCompany = random.chance(0.65);
  const person = isCompany ? namer.person() : namer.freePerson();
  const name = isCompany ? namer.freeCompany(region) : `${person.firstName} ${person.lastName}`;
  return {
    key: `C${String(index + 1).padStart(4, '0')}`,
    code: namer.freeCode(isCompany ? name : person.lastName),
    name,
    isCompany,
    ...person,
    email: random.chance(0.9) ? makeEmail(name, index) : '',
    phone: makePhone(random, region),
    place: makePlace(random, region),
    region,
    status: random.chance(0.04) ? 'inactive' : 'active',
    excludeFromSync: index > 0 && random.chance(0.02),
  };
}

export function makeRegion(random: Random, country: Country): Region {
  if (country === 'US') return 'US';
  return random.chance(0.6) ? 'QC' : 'ON';
}

export function makeEmail(name: string, index: number): string {
  const domain = plainLetters(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `office@${domain.slice(0, 40).replace(/-$/, '')}-${index + 1}.example`;
}

export function makePhone(random: Random, region: Region): string {
  const area = { QC: '514', ON: '613', US: '207' }[region];
  return `${area} 555-${String(random.int(100, 199)).padStart(4, '0')}`;
}

export function makePlace(random: Random, region: Region): Place {
  const cities: readonly (readonly [string, string, string])[] = CITIES[region];
  const [city, province, postal] = random.pick(cities);
  const number = random.int(10, 4999);
  const street = random.pick(STREETS[region]);
  const line1 = region === 'QC' ? `${number}, ${street}` : `${number} ${street}`;
  const rest = `${random.int(1, 9)}${random.pick(['A', 'B', 'K', 'V'])}${random.int(1, 9)}`;
  return { line1, city, province, postalCode: region === 'US' ? postal : `${postal} ${rest}` };
}

/** Without accents: `Bélanger` to `Belanger`. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ł', 'l');
}
