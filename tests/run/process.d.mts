import type { SpawnSyncOptions } from 'node:child_process';

export const ROOT: string;
export function run(program: string, args: string[], options?: SpawnSyncOptions): void;
export function scriptOf(packageName: string, command?: string): string;
export function runScript(script: string, args: string[], env?: NodeJS.ProcessEnv): Promise<number>;
