import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../utils/matching/compare-names';
import { nameShape } from '../../../utils/matching/name-shape';

const compare = (a: string, b: string) => {
  const [left, right] = [a, b].map((name) => nameShape({ name, firstName: '', lastName: '' }));
  if (!left || !right) throw new Error('two names');
  return compareNames(left, right);
};
const ids = (a: string, b: string) => compare(a, b).reasons.map(({ id }) => id);

describe('the same name', () => {
  it.each([
    ['Marc Tremblay', 'Marc Tremblay', ['match.sameName']],
    ['Marc Tremblay', 'MARC  TREMBLAY', ['match.punctuation']],
    ['Roy & Fils inc.', 'Roy et Fils Inc', ['match.punctuation']],
    ['Ian MacDonald', 'Ian Mac Donald', ['match.punctuation']],
    ['Hélène Côté', 'Helene Cote', ['match.accents']],
    ['Gestion Roy inc.', 'Gestion Roy', ['match.legalForm']],
    ['Les Entreprises St-Onge', 'Les Entreprises Saint-Onge', ['match.abbreviation']],
    ['Tremblay, Marc', 'Marc Tremblay', ['match.wordOrder']],
    ['Côté, Hélène', 'Helene Cote', ['match.wordOrder', 'match.accents']],
    ['Café Roy ltée', 'Cafe Roy', ['match.accents', 'match.legalForm']],
  ])('%s, %s', (a, b, reasons) => {
    expect(ids(a, b)).toEqual(reasons);
    expect(compare(a, b).grade).toBe('same');
  });

  it('counts the more, the less it differs', () => {
    const points = (b: string) => compare('Hélène Côté', b).points;
    expect(points('Hélène Côté')).toBeGreaterThan(points('Helene Cote'));
    expect(points('Helene Cote')).toBeGreaterThan(points('Cote, Helene'));
    expect(points('Cote, Helene')).toBeGreaterThan(points('Hélène Coté-Roy'));
  });

  it('names the legal form that only one has', () => {
    expect(compare('Gestion Roy', 'Gestion Roy Ltd').reasons).toEqual([
      { id: 'match.legalForm', values: { form: 'Ltd' } },
    ]);
  });
});

describe('a name that could be the same', () => {
  it.each([
    ['Marc Tremblay', 'Marc Trembley', 'match.typo'],
    ['Gestion Kowalczyk inc.', 'Gestion Kowlczky inc.', 'match.typo'],
    ['Plomberie Roy inc.', 'Plomb. Roy inc.', 'match.abbreviation'],
    ['Marc A. Tremblay', 'Marc Tremblay', 'match.initial'],
    ['M. Tremblay', 'Marc Tremblay', 'match.initial'],
    ['Julie Gagné', 'Julie Gagné-Roy', 'match.married'],
    ['Julie Gagné', 'Julie Roy', 'match.newLastName'],
  ])('%s, %s', (a, b, reason) => {
    expect(ids(a, b)).toEqual([reason]);
    expect(compare(a, b).grade).toBe('near');
  });

  it('says nobody’s name in words of the trade alone', () => {
    expect(compare('Clinique dentaire', 'Clinique dentaire').grade).toBe('near');
    expect(compare('Clinique dentaire Roy', 'Clinique dentaire Roy').grade).toBe('same');
  });

  it('says how many letters', () => {
    expect(compare('Gestion Kowalczyk inc.', 'Gestion Kowlczky inc.').reasons).toEqual([
      { id: 'match.typo', values: { count: 2 } },
    ]);
  });
});

describe('names alike that tell two clients apart', () => {
  it.each([
    ['Marc Tremblay', 'Marc Tremblay inc.', 'match.personOrCompany'],
    ['Marc Tremblay', 'Gestion Marc Tremblay inc.', 'match.personOrCompany'],
    ['Jean Roy', 'Jean Roy fils', 'match.generation'],
    ['Marc A. Roy', 'Marc B. Roy', 'match.otherInitial'],
    ['Roy Gagné inc.', 'Roy Gagné s.e.n.c.', 'match.otherForm'],
    ['9123-4567 Québec inc.', '9123-4568 Québec inc.', 'match.otherNumber'],
    ['Immeubles Roy 1 inc.', 'Immeubles Roy 2 inc.', 'match.otherNumber'],
    ['Immeubles Roy 1250 inc.', 'Immeubles Roy 3999 inc.', 'match.otherNumber'],
    ['Weber Nordique inc.', 'Webr Nordiqe inc.', 'match.typo'],
    ['Michel Tremblay', 'Michèle Tremblay', 'match.typo'],
    ['Clinique dentaire Roy', 'Clinique Roy', 'match.part'],
    ['Julie Roy', 'Julie Roy (Laval)', 'match.part'],
    ['Northern Ridge Media Corp.', 'Northern Ridge Medical Corp.', 'match.likeName'],
  ])('%s, %s', (a, b, reason) => {
    expect(ids(a, b)).toEqual([reason]);
    expect(compare(a, b).grade).toBe('apart');
  });
});

describe('other names', () => {
  it.each([
    ['Garage Dubé inc.', 'Clinique Gauthier inc.'],
    ['Marc Roy', 'Luc Roy'],
    ['Marc Roy', 'Jean Gagnon'],
    ['J. Roy', 'J. Gagnon'],
    ['Jean Roy fils', 'Jean Gagnon'],
    ['9123-4567 Québec inc.', '9388-1122 Québec inc.'],
    ['Gestion inc.', 'Gestion Roy inc.'],
  ])('%s, %s', (a, b) => {
    expect(compare(a, b)).toEqual({ points: 0, grade: 'none', reasons: [] });
  });
});

it('compares alike from either side', () => {
  const word = fc.constantFrom(
    ...[
      'Marc',
      'M.',
      'Roy',
      'Roi',
      'Tremblay',
      'Trembley',
      'Gagné',
      'Gagne',
      'Gestion',
      '&',
      'inc.',
    ],
    ...[
      'senc',
      'Ltd',
      'fils',
      '2',
      '9123-4567',
      'St',
      'Saint',
      'Const.',
      'Construction',
      '(Laval)',
    ],
  );
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [there, back] = [compare(a, b), compare(b, a)];
      expect([back.points, back.grade]).toEqual([there.points, there.grade]);
      expect(there.points > 0).toBe(there.reasons.length > 0);
    }),
    // The first one was judged otherwise from the other side.
    { numRuns: 500, examples: [['Tremblay', 'Trembley M. Ltd']] },
  );
});
