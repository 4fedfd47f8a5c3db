/** The ways in which an intent ends, as the history tells them. */
import type { Cents } from '../ledger/cents';
import type { Linkable } from '../ledger/link';
import { PortError } from '../port/port-error';
import type { Intent } from '../sync/intent';
import { phrase } from '../wording/phrase';
import type { Ending } from './journal';

/** QBO has no address where this invoice can be paid: the invoice itself is in order. */
export function withoutLink(intent: Intent): Ending {
  const message = phrase('result.noPaymentLink', { number: intent.number });
  return { ...done(intent, null), message };
}

/** Written, but the system made a few cents of tax more or less of it. */
export function withResidue(intent: Intent, result: Linkable, residueCents: Cents): Ending {
  const message = phrase('result.residue', { residueCents });
  return { ...done(intent, result), status: 'warning', message };
}

export function done(intent: Intent, result: Linkable | null): Ending {
  return { state: 'done', status: 'successful', message: intent.why, technical: null, result };
}

export function failed(message: Ending['message'], technical: string | null): Ending {
  return { state: 'failed', status: 'failed', message, technical, result: null };
}

export function conflict(intent: Intent): Ending {
  return {
    state: 'failed',
    status: 'conflict',
    message: phrase('result.movedMeanwhile', { number: intent.number, system: intent.to }),
    technical: null,
    result: null,
  };
}

/** Errors that concern this document alone; the others park the run. */
export function endingOf(error: unknown): Ending | null {
  if (!(error instanceof PortError)) return null;
  if (error.kind === 'refused') return failed(error.what, error.technical);
  if (error.kind === 'changedMeanwhile') {
    return {
      state: 'failed',
      status: 'conflict',
      message: error.what,
      technical: error.technical,
      result: null,
    };
  }
  return null;
}
