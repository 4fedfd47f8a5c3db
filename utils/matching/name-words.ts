/**
 * Words of names in Canadian English and French that mean something of their own, all folded and in
 * lower case: legal forms, titles, abbreviations, trades. A word missing here makes a pair less
 * sure, never wrong.
 */

/** Forms that differ between classes name different clients (`Roy inc.` is not `Roy s.e.n.c.`). */
export type FormClass = 'corporation' | 'partnership' | 'owner' | 'cooperative';

const words = (text: string): readonly string[] => text.split(' ');

export const LEGAL_FORMS: ReadonlyMap<string, FormClass> = new Map<string, FormClass>([
  ...words(
    'inc incorporated incorporee ltd limited ltee limitee corp corporation co company cie compagnie llc prof professional pc ulc',
  ).map((word) => [word, 'corporation'] as const),
  ...words('llp lp senc sencrl srl scrl secrl').map((word) => [word, 'partnership'] as const),
  ...words('enr enrg enregistree reg regd registered').map((word) => [word, 'owner'] as const),
  ...words('coop cooperative').map((word) => [word, 'cooperative'] as const),
]);

/** Say nothing about who it is. */
export const FILLERS: ReadonlySet<string> = new Set(
  words('and the les le la de des du of dr dre mr mrs ms mme mlle me'),
);

export const GENERATIONS: ReadonlyMap<string, 'junior' | 'senior'> = new Map([
  ...words('jr junior fils ii iii 2nd').map((word) => [word, 'junior'] as const),
  ...words('sr senior pere').map((word) => [word, 'senior'] as const),
]);

/** Abbreviation to the word it stands for. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['mtl', 'montreal'],
  ['qc', 'quebec'],
  ['que', 'quebec'],
  ['can', 'canada'],
  ['cdn', 'canadian'],
  ['tor', 'toronto'],
  ['ont', 'ontario'],
  ['ent', 'entreprises'],
  ['entr', 'entreprises'],
  ['ets', 'etablissements'],
  ['const', 'construction'],
  ['constr', 'construction'],
  ['assoc', 'associes'],
  ['ass', 'associes'],
  ['assocs', 'associates'],
  ['bros', 'brothers'],
  ['svc', 'services'],
  ['svcs', 'services'],
  ['serv', 'services'],
  ['mgmt', 'management'],
  ['mgt', 'management'],
  ['intl', 'international'],
  ['int', 'international'],
  ['mfg', 'manufacturing'],
  ['distr', 'distribution'],
  ['dist', 'distribution'],
  ['transp', 'transport'],
  ['imm', 'immeubles'],
  ['immo', 'immobilier'],
  ['invest', 'investissements'],
  ['grp', 'groupe'],
  ['rest', 'restaurant'],
  ['clin', 'clinique'],
  ['dev', 'developpement'],
  ['bldg', 'building'],
  ['ctr', 'centre'],
  ['center', 'centre'],
  ['natl', 'national'],
  ['tech', 'technologies'],
  ['techn', 'technologies'],
  ['hldgs', 'holdings'],
  ['hldg', 'holdings'],
  ['holding', 'holdings'],
  ['propr', 'proprietes'],
  ['prop', 'properties'],
  ['jos', 'joseph'],
  ['marg', 'marguerite'],
  ['fr', 'francois'],
]);

/** A name with one of these is no person's. */
export const TRADES: ReadonlySet<string> = new Set([
  ...words(
    'gestion groupe group holdings placements investissements investments capital portfolio',
  ),
  ...words('immeubles immobilier immobiliere habitations realty properties property proprietes'),
  ...words(
    'construction constructions renovation renovations toiture roofing paving pavage contracting',
  ),
  ...words(
    'services service solutions consultants consultant consulting conseil conseils management',
  ),
  ...words(
    'entreprises enterprises enterprise etablissements industries international canada quebec',
  ),
  ...words(
    'garage auto autos mecanique motors carrosserie transport trucking logistics logistique',
  ),
  ...words(
    'boulangerie patisserie bakery cafe restaurant resto bistro pub traiteur catering epicerie',
  ),
  ...words(
    'clinique clinic dentaire dental medicine medical medicale pharmacie pharmacy optometrie',
  ),
  ...words(
    'veterinary veterinaire physio physiotherapy chiropractic wellness sante health spa coiffure salon',
  ),
  ...words('plomberie plumbing electrique electric electrical chauffage heating soudure welding'),
  ...words('ferme farm farms erabliere landscaping paysagement jardins garden fleuriste'),
  ...words('avocats notaires law legal architectes architecture design studio media marketing'),
  ...words(
    'technologies software systemes systems informatique distribution import imports supply',
  ),
  ...words('manufacturing fabrication usinage machining atelier boutique magasin store shop mart'),
  ...words(
    'fiducie trust succession estate fondation foundation association club centre church paroisse',
  ),
  ...words(
    'associes associates partners brothers sons fils freres daughters filles family familiale',
  ),
  ...words('developpement developments development ecole school academie academy garderie daycare'),
  ...words('syndicat condo condominium copropriete hotel motel auberge inn tours voyages travel'),
]);
