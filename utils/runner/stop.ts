import type { RunRecord } from '../store/rows';
import type { Phrase } from '../wording/phrase';

/** Ends or parks a run with a sentence; thrown inside the stages, handled by the runner alone. */
export class RunStop extends Error {
  constructor(
    readonly how: 'paused' | 'failed',
    readonly reason: Phrase,
    readonly technical: string | null = null,
    /** What ends the pause without a person; null when a person has to press Resume. */
    readonly pausedBy: Extract<RunRecord['pausedBy'], 'lease'> | null = null,
  ) {
    super(reason.id);
    this.name = 'RunStop';
  }
}

/** The run was paused or cancelled by a person while a stage was at work. */
export class RunInterrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'RunInterrupted';
  }
}

/** The run goes on at an earlier stage, which stands in the database already. */
export class RunTurnedBack extends Error {
  constructor() {
    super('turned back');
    this.name = 'RunTurnedBack';
  }
}
