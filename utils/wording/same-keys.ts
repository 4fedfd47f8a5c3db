/** The same texts in another language: every key, and no other. */
export type SameKeys<Texts> = { readonly [Key in keyof Texts]: string };
