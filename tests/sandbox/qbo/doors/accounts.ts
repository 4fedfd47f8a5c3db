/** Who may sign in, for people who look at the stand-in and for tests. */
export interface Account {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export const ACCOUNTS: readonly Account[] = [
  { email: 'owner@firm.example', password: 'sandbox', name: 'Morgan Owner' },
  { email: 'bookkeeper@firm.example', password: 'sandbox', name: 'Robin Bookkeeper' },
];
