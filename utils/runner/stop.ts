import type { Phrase } from '../wording/phrase';

/** Ends or parks a run with a sentence; thrown inside the stages, handled by the runner alone. */
export class RunStop extends Error {
  constructor(
    readonly how: 'paused' | 'failed',
    readonly reason: Phrase,
    readonly technical: string | null = null,
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
