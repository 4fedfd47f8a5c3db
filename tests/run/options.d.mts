export interface StartOptions {
  headless: boolean;
  headed: boolean;
  /** Folder of the report; only with `headless`. */
  out: string;
  seed: number;
  clients: number;
  qboSamples: string | undefined;
  debug: boolean;
  help: boolean;
}

export const USAGE: string;
export class UsageError extends Error {}
export function parseOptions(args: string[]): StartOptions;
export function argsOf(options: StartOptions): string[];
