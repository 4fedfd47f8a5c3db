/** Counts what one piece of work costs: requests by kind, refusals, virtual time, CPU, memory. */
import type { WireRequest } from '../../simulation/world/wire-request';

export interface Figures {
  readonly what: string;
  readonly seconds: number;
  readonly tps: number;
  readonly qbo: number;
  /** Batches among the requests to QuickBooks. */
  readonly batches: number;
  readonly refused: number;
  /** Documents and clients that the plan wrote. */
  readonly written: number;
  readonly cpuSeconds: number;
  readonly rssMb: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** "QBO POST invoice", "QBO query Customer", "TPS GET /clients" */
export function kindOf({ side, method, path }: Omit<WireRequest, 'write' | 'body'>): string {
  if (side === 'tps') {
    const [plain = ''] = path.replace('/api/v1', '').split('?');
    return `TPS ${method} ${plain.replace(/\d+/g, '{id}')}`;
  }
  const [head = '', search = ''] = path.replace(/^.*\/company\/\d+\//, '').split('?');
  const statement = new URLSearchParams(search).get('query') ?? '';
  const entity = /from\s+(\w+)/i.exec(statement)?.[1];
  return entity ? `QBO query ${entity}` : `QBO ${method} ${head.replace(/\d+/g, '{id}')}`;
}

export class Meter {
  #kinds = new Map<string, number>();
  #refused = 0;
  #fromMs = 0;
  #cpu = process.cpuUsage();

  constructor(private readonly nowMs: () => number) {
    this.begin();
  }

  begin(): void {
    this.#kinds = new Map();
    this.#refused = 0;
    this.#fromMs = this.nowMs();
    this.#cpu = process.cpuUsage();
  }

  note(request: Omit<WireRequest, 'write' | 'body'>, status: number): void {
    const kind = kindOf(request);
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    if (status === 429) this.#refused += 1;
  }

  end(what: string, written: number): Figures {
    const { user, system } = process.cpuUsage(this.#cpu);
    const count = (of: string) =>
      [...this.#kinds].reduce((sum, [kind, n]) => sum + (kind.startsWith(of) ? n : 0), 0);
    return {
      what,
      seconds: (this.nowMs() - this.#fromMs) / 1000,
      tps: count('TPS'),
      qbo: count('QBO'),
      batches: count('QBO POST batch'),
      refused: this.#refused,
      written,
      cpuSeconds: (user + system) / 1e6,
      rssMb: Math.round(process.memoryUsage().rss / 1e6),
      kinds: Object.fromEntries([...this.#kinds].sort(([, a], [, b]) => b - a)),
    };
  }
}
