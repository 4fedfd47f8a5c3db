/**
 * What each system is like, as far as the rules ask. What it can be asked to do stands in
 * `port/books-port.ts`; what TPS gives here is our assumption where nothing else is said.
 */
import type { Client, ClientStatus } from './entities';
import type { Both } from './side';

export interface Traits {
  /** As people know it; the same in every language. */
  readonly name: string;
  /** Of its web app and of its API. */
  readonly origin: string;
  /** Where a person signs in. */
  readonly home: string;
  /** The longest number of an invoice; of TPS its digits, behind the code. */
  readonly numberMax: number;
  /** The longest text beside a document, our tag included. */
  readonly textMax: number;
  /** The longest text of a line; null where nothing is known to be too long. */
  readonly lineTextMax: number | null;
  /** The longest reference of a payment; null where nothing is known to be too long. */
  readonly referenceMax: number | null;
  /** The status in which a client takes no documents, and out of which it can be brought back. */
  readonly asleep: ClientStatus;
  /** Are write-offs and increases documents of their own? Elsewhere they are told by their booking. */
  readonly hasAdjustments: boolean;
  /** Does a void invoice keep its number for good? */
  readonly voidKeepsNumber: boolean;
  /** Can a client stand under another one? */
  readonly hasBranches: boolean;
}

export const TRAITS: Both<Traits> = {
  tps: {
    name: 'TPS',
    origin: 'https://app.tpssoftware.com',
    home: 'https://app.tpssoftware.com/',
    numberMax: 20,
    textMax: 2000,
    lineTextMax: 1000,
    referenceMax: null,
    asleep: 'deleted',
    hasAdjustments: true,
    voidKeepsNumber: true,
    hasBranches: false,
  },
  qbo: {
    name: 'QuickBooks',
    origin: 'https://qbo.intuit.com',
    home: 'https://qbo.intuit.com/app/homepage',
    /** Intuit's reference: DocNumber. */
    numberMax: 21,
    /** Intuit's reference: PrivateNote. */
    textMax: 4000,
    lineTextMax: null,
    /** Intuit's reference: PaymentRefNum. */
    referenceMax: 21,
    // Inactive customers keep what they have: QBO deletes no customer.
    asleep: 'inactive',
    hasAdjustments: false,
    voidKeepsNumber: false,
    hasBranches: true,
  },
};

/** Does this client take documents? Of TPS an inactive one does: there it is only a flag. */
export function isAwake({ side, status }: Pick<Client, 'side' | 'status'>): boolean {
  return status === 'active' || (status === 'inactive' && TRAITS[side].asleep !== status);
}
