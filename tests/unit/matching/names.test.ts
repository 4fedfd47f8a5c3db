import { describe, expect, it } from 'vitest';
import { nameShape } from '../../../utils/matching/name-shape';
import { fold, foldedName } from '../../../utils/matching/names';

const shape = (name: string, firstName = '', lastName = '') =>
  nameShape({ name, firstName, lastName });

describe('words of a name', () => {
  it.each([
    ["Boulangerie L'Étoile & Fils inc.", 'BOULANGERIE L’ETOILE ET FILS'],
    ['O’Connor Dental Prof. Corp.', "O'Connor Dental"],
    ['Côté, Lemay et Associés s.e.n.c.r.l.', 'Cote Lemay & Associes SENCRL'],
    ['Gestion Roy Limitée', 'Gestion Roy Ltée'],
    ['9123-4567 Québec inc.', '9123 4567 Quebec Inc'],
    ['The Anderson Group Ltd.', 'Anderson Group'],
    ['Les Ent. St-Onge inc.', 'Les Entreprises Saint-Onge inc.'],
    ['Café Mtl enr.', 'Cafe Montréal'],
    ['Tremblay, Jean', 'Jean Tremblay'],
    ['Wójcik Łukasz', 'Wojcik Lukasz'],
  ])('%s and %s are one', (a, b) => {
    expect(shape(a).sorted).toBe(shape(b).sorted);
  });

  it('keep the order in the folded name', () => {
    expect(foldedName('Tremblay, Jean')).not.toBe(foldedName('Jean Tremblay'));
  });

  it('keep words that are all legal forms or fillers', () => {
    expect(shape('Inc.').words).toEqual(['inc']);
    expect(shape('The Co.').sorted).toBe('co the');
  });

  it('fold letters that have no accent of their own', () => {
    expect(fold('łódź œuvre')).toBe('lodz oeuvre');
  });
});

describe('legal forms', () => {
  it.each([
    ['Roy inc.', 'corporation', 'inc.'],
    ['Roy Ltée', 'corporation', 'Ltée'],
    ['Roy Co. Ltd.', 'corporation', 'Ltd.'],
    ['Roy LLP', 'partnership', 'LLP'],
    ['Roy et Côté S.E.N.C.', 'partnership', 'S.E.N.C.'],
    ['Toitures Roy Enr.', 'owner', 'Enr.'],
    ['Ferme Roy', null, ''],
  ])('%s', (name, form, formText) => {
    expect(shape(name)).toMatchObject({ form, formText });
  });
});

describe('people', () => {
  it.each([
    ['Marc Tremblay', 'marc'],
    ['Tremblay, Marc', 'marc'],
    ['TREMBLAY, Jean-Philippe', 'jean'],
    ['Andrée Poulin', 'andree'],
  ])('%s is one', (name, given) => {
    expect(shape(name)).toMatchObject({ isPerson: true, given });
  });

  it('have the first name that stands in its field', () => {
    expect(shape('Tremblay Marc', 'Marc', 'Tremblay')).toMatchObject({ given: 'marc' });
  });

  it.each([
    'Marc Tremblay inc.',
    'Gestion Marc Tremblay',
    'Roy & Gagné',
    'Roy',
    '9123-4567 Québec',
  ])('%s is none', (name) => {
    expect(shape(name).isPerson).toBe(false);
  });

  it('are none when the contact is somebody else', () => {
    expect(shape('Alpha Beta', 'Luc', 'Roy').isPerson).toBe(false);
  });

  it.each([
    ['Jean Roy fils', 'junior'],
    ['Jean Roy père', 'senior'],
    ['John Smith Jr.', 'junior'],
    ['Garage Roy & Fils', null],
    ['John Smith', null],
  ])('%s', (name, generation) => {
    expect(shape(name).generation).toBe(generation);
  });

  it('keep the word in the name of a company', () => {
    expect(shape('Hall & Sons II Inc.').words).toContain('ii');
  });
});

describe('names as a web service writes them', () => {
  it.each([
    ['Warrior&#39;s &amp; Fils', "Warrior's & Fils"],
    ['A &lt;B&gt; &quot;C&quot;', 'A <B> "C"'],
    ['Salt & pepper; more', 'Salt & pepper; more'],
    ['&#0; &#9999999; &unknown;', '&#0; &#9999999; &unknown;'],
  ])('%s is compared as %s', (written, meant) => {
    expect(foldedName(written)).toBe(foldedName(meant));
  });
});
