import { readdirSync, readFileSync } from 'node:fs';
import type { Worker } from 'playwright-core';
import type { Browser } from '../../e2e/harness/launch';

/** Clock ticks a second, as Linux counts a process's time. */
const TICKS = 100;
const LOOK_MS = 5;

/** What the worker keeps while it is watched. */
declare const self: { longestMs: number; lastMs: number; watching: number | undefined };

/** What a piece of work costs the extension's own process, which its worker and its pages share. */
export class Gauge {
  #startMs = 0;
  #cpuSeconds = 0;
  #most = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly pid: string,
    private readonly worker: Worker,
  ) {}

  static async on({ context }: Browser): Promise<Gauge> {
    const worker = context
      .serviceWorkers()
      .find((one) => one.url().startsWith('chrome-extension:'));
    if (!worker) throw new Error('the worker does not run');
    return new Gauge(processOf(), worker);
  }

  async begin(): Promise<void> {
    await this.worker.evaluate((lookMs) => {
      self.longestMs = 0;
      self.lastMs = performance.now();
      clearInterval(self.watching);
      self.watching = setInterval(() => {
        const nowMs = performance.now();
        self.longestMs = Math.max(self.longestMs, nowMs - self.lastMs - lookMs);
        self.lastMs = nowMs;
      }, lookMs) as unknown as number;
    }, LOOK_MS);
    this.#most = 0;
    this.#timer = setInterval(() => {
      this.#most = Math.max(this.#most, residentMb(this.pid));
    }, 200);
    this.#cpuSeconds = cpuSeconds(this.pid);
    this.#startMs = performance.now();
  }

  async end(): Promise<string> {
    const seconds = (performance.now() - this.#startMs) / 1000;
    const cpu = cpuSeconds(this.pid) - this.#cpuSeconds;
    clearInterval(this.#timer);
    const longest = await this.worker.evaluate(() => self.longestMs);
    return [
      `${seconds.toFixed(1)} s`.padStart(9),
      `${cpu.toFixed(1)} s CPU`.padStart(12),
      `longest ${longest.toFixed(0)} ms`.padStart(17),
      `${this.#most.toFixed(0)} MB`.padStart(9),
    ].join('');
  }
}

/** Of the processes of Chromium the one that is the extension's. */
function processOf(): string {
  const found = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
    } catch {
      return false;
    }
  });
  const [pid, ...more] = found;
  if (!pid || more.length > 0) throw new Error(`${found.length} processes of an extension`);
  return pid;
}

function cpuSeconds(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function residentMb(pid: string): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
