/** A client as it is in the world, before anybody typed it into a book. */
export type Language = 'fr' | 'en';

/** What the set is meant to be hard about; a client can be several. */
export const DIFFICULTIES = [
  'accents',
  'typo',
  'abbreviation',
  'legal form',
  'ampersand',
  'capitals',
  'last name first',
  'initial',
  'married name',
  'short name',
  'renamed',
  'other e-mail',
  'no e-mail',
  'father and son',
  'couple',
  'owner and company',
  'sister company',
  'namesake',
  'sub-customer',
] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

export interface Contact {
  readonly email: string;
  readonly phone: string;
  readonly line1: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
}

interface Common {
  readonly language: Language;
  readonly contact: Contact;
  readonly difficulties: readonly Difficulty[];
  /** Index of the entity whose branch it is in QuickBooks, or null. */
  readonly parent: number | null;
}

export interface Person extends Common {
  readonly kind: 'person';
  readonly firstName: string;
  readonly lastName: string;
  readonly isWoman: boolean;
  /** How the younger of two namesakes is told apart, where a book does. */
  readonly generation: '' | 'fils' | 'Jr';
}

export interface Company extends Common {
  readonly kind: 'company';
  readonly name: string;
  /** Who answers for it; often empty. */
  readonly firstName: string;
  readonly lastName: string;
}

export type Entity = Person | Company;
