/**
 * What can be done about each reason for which a document was not carried: the id of its sentence is
 * the code, and a reason without a line here does not compile.
 */
import type { PhraseId } from '../wording/phrase';
import type { SetupStep } from './setup';

/** Every reason that the core itself gives; what a system answered is none of these. */
export type Reason = Extract<PhraseId, `${'translate' | 'hold' | 'conflict' | 'tray'}.${string}`>;

/** What a person is asked: which answers there are as buttons. */
export type Question =
  /** One side is right. */
  | 'winner'
  /** QuickBooks is right, or it is changed there. */
  | 'qboWins'
  /** The side that the sentence names is right. */
  | 'sideNamed'
  /** The document of a closed period is dated today. */
  | 'dateToday'
  /** It is the other one that the sentence names. */
  | 'same'
  /** It is that one, or it is one of its own. */
  | 'sameOrApart'
  /** It is one of its own. */
  | 'alone';

export interface Remedy {
  readonly asks?: Question;
  /** Where the set-up decides it. */
  readonly setup?: SetupStep;
  /** Once it was mended in one of the two systems, trying again can help. */
  readonly again?: true;
}

/** Somebody mends it in TPS or QuickBooks. */
const MENDED_THERE: Remedy = { again: true };
/** Nothing is wrong: it was decided so, or waits for something that is told by itself. */
const DECIDED: Remedy = {};
const CODES: Remedy = { setup: 'codes' };
const TAXES: Remedy = { setup: 'taxes' };
const BANKS: Remedy = { setup: 'banks' };
const CLIENTS: Remedy = { setup: 'clients' };
const WINNER: Remedy = { asks: 'winner', again: true };
const ALONE: Remedy = { asks: 'alone', again: true };
const SAME: Remedy = { asks: 'same', again: true };
const SAME_OR_APART: Remedy = { asks: 'sameOrApart', again: true };

export const REMEDIES: Readonly<Record<Reason, Remedy>> = {
  'hold.excluded': DECIDED,
  'hold.ignored': DECIDED,
  'hold.left': CLIENTS,
  'hold.deletedInTps': DECIDED,
  'hold.subCustomer': CLIENTS,
  'hold.inactive': DECIDED,
  'hold.clientGone': DECIDED,
  'hold.nameTaken': CLIENTS,
  'hold.nameCharacters': CLIENTS,
  'hold.createAs': DECIDED,
  'hold.undecided': CLIENTS,
  'hold.before': { asks: 'alone' },

  'conflict.bothChanged': WINNER,
  'conflict.clientField': WINNER,
  'conflict.clientDiffered': WINNER,
  'conflict.stale': WINNER,
  'conflict.undoneElsewhere': WINNER,
  'conflict.refundThere': { asks: 'qboWins', again: true },
  'conflict.unvoided': { asks: 'sideNamed', again: true },
  'conflict.alikeInvoice': SAME_OR_APART,
  'conflict.alikePayment': SAME_OR_APART,
  'conflict.appliedDifferently': SAME_OR_APART,
  'conflict.saidSame': SAME_OR_APART,
  'conflict.tagDiffers': SAME_OR_APART,
  'conflict.numberOtherAmount': SAME,
  'conflict.copyOf': ALONE,
  'conflict.enteredTwice': ALONE,
  'conflict.markedTwinGone': ALONE,
  'conflict.otherFirm': ALONE,
  'conflict.numberUsed': MENDED_THERE,
  'conflict.deletedAndEdited': MENDED_THERE,
  'conflict.paidThere': MENDED_THERE,
  'conflict.paidMoves': MENDED_THERE,
  'conflict.entryChanged': MENDED_THERE,
  'conflict.withInvoice': MENDED_THERE,
  'conflict.paidOfGone': MENDED_THERE,
  'conflict.twinUnread': MENDED_THERE,
  'conflict.numberOfMemo': MENDED_THERE,
  'conflict.numberOtherClient': MENDED_THERE,
  'conflict.voidedTwin': MENDED_THERE,
  'conflict.markedTwice': MENDED_THERE,
  'conflict.deposited': MENDED_THERE,
  'conflict.overApplied': MENDED_THERE,
  'conflict.waitsForPayment': MENDED_THERE,
  'conflict.closed': MENDED_THERE,
  'tray.closed': { asks: 'dateToday', again: true },

  'translate.specialUnmapped': CODES,
  'translate.workCodeUnmapped': CODES,
  'translate.itemUnmapped': CODES,
  'translate.taxUnmapped': TAXES,
  'translate.taxUnknown': TAXES,
  'translate.bankUnmapped': BANKS,
  'translate.methodUnmapped': BANKS,
  'translate.appliesByItself': MENDED_THERE,
  'translate.oddInvoice': MENDED_THERE,
  'translate.memoTooLong': MENDED_THERE,
  'translate.unnumberable': MENDED_THERE,
  'translate.lineTooLong': MENDED_THERE,
  'translate.numberTooLong': MENDED_THERE,
  'translate.nothingPaid': MENDED_THERE,
  'translate.bookingChanged': MENDED_THERE,
  'translate.severalCustomers': MENDED_THERE,
  'translate.increaseTaxed': MENDED_THERE,
  'translate.increaseNotOwed': MENDED_THERE,
  'translate.noNumber': MENDED_THERE,
  'translate.noLines': MENDED_THERE,
  'translate.appliedToOther': MENDED_THERE,
  'translate.appliedToUnlinked': MENDED_THERE,
};

/** What a system answered, or did not: only trying again helps. */
const BY_A_SYSTEM: Remedy = { again: true };

export function remedyOf(id: PhraseId): Remedy {
  return isReason(id) ? REMEDIES[id] : BY_A_SYSTEM;
}

function isReason(id: PhraseId): id is Reason {
  return Object.hasOwn(REMEDIES, id);
}
