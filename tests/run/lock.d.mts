export function lockFor(purpose: string, path: string): string;
export function tryLock(lock: string): (() => void) | null;
export function waitForLock(
  lock: string,
  ending: AbortSignal,
  onWait: (holder: string | undefined) => void,
): Promise<() => void>;
