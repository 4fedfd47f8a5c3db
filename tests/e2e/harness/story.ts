import { test } from 'vitest';

/** Adds a step; it runs after those before it, and only if they passed. */
export type Step = (name: string, act: () => Promise<void>) => void;

const STORY_MS_MAX = 600_000;

/**
 * One test told in steps, each of which begins where the one before it left the screen. A failure
 * names its step.
 */
export function story(name: string, tell: (step: Step) => void): void {
  const steps: { name: string; act: () => Promise<void> }[] = [];
  tell((step, act) => steps.push({ name: step, act }));
  test(name, { timeout: STORY_MS_MAX }, async () => {
    for (const [at, { name: step, act }] of steps.entries()) {
      try {
        await act();
      } catch (error) {
        if (error instanceof Error) {
          error.message = `step ${at + 1} of ${steps.length}, “${step}”: ${error.message}`;
        }
        throw error;
      }
    }
  });
}
