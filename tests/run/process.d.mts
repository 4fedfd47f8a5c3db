export const ROOT: string;

export interface RunOptions {
  /** Tells the program to end. */
  ending: AbortSignal;
  shown?: boolean;
  env?: NodeJS.ProcessEnv;
  /** Whether it notices that this process is gone. */
  ipc?: boolean;
}

export function run(
  program: string,
  args: string[],
  options: RunOptions,
): Promise<{ code: number; printed: string }>;
export function scriptOf(packageName: string, command?: string): string;
