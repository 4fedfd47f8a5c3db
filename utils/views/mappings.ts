/** Codes, taxes, banks and methods, on the screen and as a file. */

import type { Cents } from '../ledger/cents';
import type { MappingKind } from '../ledger/mappings';
import type { Side } from '../ledger/side';
import type { Phrase } from '../wording/phrase';

export interface MappingOption {
  id: string;
  name: string;
  /** Where it stands in its list, for instance `Accounting > Personal tax`; of an account its type. */
  path: string;
  /** Of a tax: its rate in per cent ("14.975"). */
  rate?: string;
  /** Of an account: what an adjustment decrease that is booked there becomes in QuickBooks. */
  booking?: 'payment' | 'journalEntry';
  /** Of an account: sales can be booked there. */
  income?: true;
}

export type { MappingKind };

export interface MappingRow {
  kind: MappingKind;
  /** The side that `fromId` belongs to; the choice is on the other side. */
  from: Side;
  fromId: string;
  name: string;
  path: string;
  /** Rate in per cent where it is a tax ("14.975"). */
  rate: string | null;
  /** Open documents that wait for this mapping. */
  used: { count: number; amountCents: Cents };
  chosenId: string | null;
  suggestedId: string | null;
  why: Phrase | null;
  required: boolean;
  /** Class of a TPS work code (CHARGEABLE, EXPENSE); empty for everything else. */
  group: string;
  /** Of a TPS work code: the income account that a new item for it would go to. */
  incomeId: string | null;
}

/** One change that a mappings file asks for; texts are in the language that was asked for. */
export interface MappingsFileChange {
  /** Title of the sheet that it stands in. */
  sheet: string;
  name: string;
  /** Empty: not mapped, or not decided. */
  before: string;
  after: string;
}

export interface MappingsFileView {
  /** What is wrong in the file, each with its place; the first ones where there are very many. */
  problems: Phrase[];
  problemCount: number;
  /** Empty while there is a problem. */
  changes: MappingsFileChange[];
  /** Says which changes these are; goes back with the order to apply them. */
  seal: string;
}
