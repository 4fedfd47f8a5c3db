/**
 * Asks the read endpoints of a system one by one and compares each answer with its schema, so that
 * a person can say what a system answers otherwise than we were told. What it tells holds names of
 * fields and kinds of values, never a value that could be somebody's.
 */
import type { z } from 'zod';
import { PortError } from '../port/port-error';
import type { EndpointProbe } from '../port/probe';
import { differencesIn, kindOf } from './field-differences';

/** One endpoint, how its answer is packed, and what each row must look like. */
export interface Question {
  readonly endpoint: string;
  readonly get: () => Promise<{ readonly body: unknown; readonly serverTime: string | null }>;
  readonly envelope: z.ZodType;
  /** Null: not a list. */
  readonly rowsIn: (body: unknown) => readonly unknown[] | null;
  readonly row: z.ZodType;
}

export class Prober {
  readonly endpoints: EndpointProbe[] = [];
  #nearest: { readonly tripMs: number; readonly skewMs: number } | null = null;

  /** `now`: the clock of this computer, in milliseconds. */
  constructor(private readonly now: () => number) {}

  /** The clock's error, by the answer that came fastest. */
  get skewMs(): number | null {
    return this.#nearest?.skewMs ?? null;
  }

  /**
   * Asks once and notes what came; gives the rows, null when there are none to look at. Throws what
   * concerns the whole session: signed out, other books.
   */
  async ask(question: Question): Promise<readonly unknown[] | null> {
    const askedMs = this.now();
    try {
      const { body, serverTime } = await question.get();
      this.#hear(askedMs, serverTime);
      return this.#look(question, body);
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
      if (error.kind === 'signedOut' || error.kind === 'wrongBooks') throw error;
      this.#note(question.endpoint, { state: stateOf(error), technical: error.technical });
      return null;
    }
  }

  #look({ endpoint, envelope, rowsIn, row }: Question, body: unknown): readonly unknown[] | null {
    const outside = differencesIn(envelope, [body]);
    if (outside.length > 0) {
      this.#note(endpoint, { state: 'differs', differences: outside });
      return null;
    }
    const rows = rowsIn(body);
    if (rows === null) {
      const differences = [{ field: endpoint, expected: 'array', found: kindOf(body), rows: 1 }];
      this.#note(endpoint, { state: 'differs', differences });
      return null;
    }
    const differences = differencesIn(row, rows);
    const state = differences.length > 0 ? 'differs' : 'ok';
    this.#note(endpoint, { state, rows: rows.length, differences });
    return rows;
  }

  #note(
    endpoint: string,
    found: Pick<EndpointProbe, 'state'> & Partial<Omit<EndpointProbe, 'endpoint' | 'state'>>,
  ): void {
    this.endpoints.push({ endpoint, rows: null, differences: [], technical: null, ...found });
  }

  #hear(askedMs: number, serverTime: string | null): void {
    const serverMs = serverTime === null ? Number.NaN : Date.parse(serverTime);
    if (Number.isNaN(serverMs)) return;
    const heardMs = this.now();
    const tripMs = heardMs - askedMs;
    if (this.#nearest && this.#nearest.tripMs <= tripMs) return;
    this.#nearest = { tripMs, skewMs: Math.round((askedMs + heardMs) / 2 - serverMs) };
  }
}

function stateOf({ kind }: PortError): EndpointProbe['state'] {
  if (kind === 'malformed') return 'differs';
  return kind === 'refused' || kind === 'noPermission' ? 'refused' : 'unreachable';
}
